import Casting
import CastingPlanning
import Testing

@Suite struct OrderCapacityRuleTests {
  private let campaign = RuleProbe.campaign { $0.brief.orderCapacity = 0.5 }

  @Test func noMoreOrdersAreServedInAll() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["order capacity"])
    #expect(report.upper == 0.5 && report.unit == .orders)
    #expect(report.activity <= 0.5 + 1e-9)
    #expect(plan.products.reduce(0) { $0 + $1.orders } == report.activity)
    #expect(RuleProbe.rule("order capacity", of: campaign)?.label == .orderCapacity)
  }

  @Test func itIsDroppedAndNeverLoosened() throws {
    #expect(RuleProbe.rule("order capacity", of: campaign)?.sides.isEmpty == true)
    let without = try #require(Scenario(dropping: "order capacity", of: campaign))
    #expect(without.campaign.brief.orderCapacity == .infinity && without.relation == .other)
  }
}
