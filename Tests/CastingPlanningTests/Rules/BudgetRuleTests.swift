import Casting
import CastingPlanning
import Testing

@Suite struct BudgetRuleTests {
  @Test func plansCostNoMore() throws {
    let (plan, rules) = try RuleProbe.plan(RuleProbe.campaign { $0.brief.budget = 250 })
    let report = try #require(rules["budget"])
    #expect(plan.spend == 200 && report.activity == 200 && report.upper == 250)
    #expect(plan.rules.first?.name == "budget" && report.unit == .yen && !report.isWhole)
    #expect(report.lower == -.infinity)
  }

  @Test func itIsRaisedToWhatTheOtherRulesNeed() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.budget = 250
      $0.products.products[0].minimumCreators = 3
    }
    #expect(try RuleProbe.changes(campaign)["budget"] == .limit(from: 250, to: 300))
  }

  /// A share of the budget per creator grows with it.
  @Test func itIsRaisedUntilASharePerCreatorAllowsADeal() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.budget = 250
      $0.brief.spendPerCreator = .shareOfBudget(0.2)
      $0.products.products[0].minimumCreators = 1
    }
    #expect(try RuleProbe.changes(campaign)["budget"] == .limit(from: 250, to: 500))
  }

  @Test func itIsMovedNotDropped() {
    #expect(RuleProbe.names(without: "budget", of: RuleProbe.campaign()) == nil)
    #expect(RuleProbe.rule("budget", of: RuleProbe.campaign())?.label == .budget)
  }
}
