import Casting
import CastingPlanning
import Testing

@Suite struct LockRuleTests {
  private let campaign = RuleProbe.campaign {
    $0.brief.budget = 100
    $0.brief.locks = [Lock(creatorID: "C0", productID: "B"), Lock(creatorID: "C0", productID: "B")]
  }

  /// C0 is the least seen of four, and there is money for one deal.
  @Test func theCreatorIsCastForTheProduct() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["lock C0 for B"])
    #expect(plan.deals.map(\.creatorID) == ["C0"] && plan.deals.map(\.productID) == ["B"])
    #expect(report.lower == 1 && report.activity == 1 && report.upper == .infinity)
    #expect(report.isWhole && report.price < 0, "it presses from below")
  }

  @Test func equalLocksAreOne() {
    #expect(RuleProbe.names(campaign) == ["lock C0 for B"])
    #expect(RuleProbe.names(without: "lock C0 for B", of: campaign) == [])
    #expect(
      RuleProbe.rule("lock C0 for B", of: campaign)?.label
        == .lock(creatorID: "C0", productID: "B"))
  }

  @Test func itIsLifted() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.budget = 100
      $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C1")]
    }
    let changes = try RuleProbe.changes(campaign)
    #expect(changes["lock C0"] == .drop && changes["lock C1"] == .drop)
    #expect(changes["budget"] == .limit(from: 100, to: 200))
  }
}
