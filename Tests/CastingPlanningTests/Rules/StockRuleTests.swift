import Casting
import CastingPlanning
import Testing

@Suite struct StockRuleTests {
  private let campaign = RuleProbe.campaign { $0.products.products[1].stock = 0.5 }

  @Test func noMoreOrdersAreServed() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["B stock"])
    #expect(report.upper == 0.5 && report.unit == .units && report.activity <= 0.5)
    #expect(plan.products[1].orders == report.activity)
    #expect(RuleProbe.rule("B stock", of: campaign)?.label == .stock(productID: "B"))
  }

  /// What is ordered beyond it earns nothing, so it clashes with nothing; without it plans are worth
  /// more as they are.
  @Test func itIsDroppedAndNeverLoosened() throws {
    #expect(RuleProbe.rule("B stock", of: campaign)?.sides.isEmpty == true)
    let without = try #require(Scenario(dropping: "B stock", of: campaign))
    #expect(without.campaign.products.products[1].stock == .infinity)
    #expect(without.relation == .other)
  }

  @Test func reachKnowsNoStock() {
    var reach = campaign
    reach.brief.objective = .reach
    #expect(RuleProbe.names(reach) == [])
  }
}
