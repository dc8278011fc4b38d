import Casting
import CastingPlanning
import Testing

@Suite struct SlotsRuleTests {
  private let campaign = RuleProbe.campaign {
    $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
  }

  @Test func theyAreRaisedForLocks() throws {
    let changes = try RuleProbe.changes(campaign)
    #expect(changes["C0 slots"] == .limit(from: 1, to: 2))
    #expect(changes["lock C0 for A"] == .drop && changes["lock C0 for B"] == .drop)
  }

  /// They are a fact of the roster, and a rule only where locks overstep them.
  @Test func plansDoNotListThem() {
    #expect(RuleProbe.names(campaign) == ["lock C0 for A", "lock C0 for B"])
    let rule = RuleProbe.rule("C0 slots", of: campaign)
    #expect(rule?.label == .slots(creatorID: "C0") && rule?.isFact == true)
    #expect(RuleProbe.rule("C1 slots", of: campaign) == nil)
    #expect(RuleProbe.rule("C0 slots", of: RuleProbe.campaign()) == nil)
  }

  @Test func withoutThemSheMayTakeADealOfEveryProduct() throws {
    let without = try #require(Scenario(dropping: "C0 slots", of: campaign))
    #expect(without.campaign.roster.slots[0] == 2)
  }
}
