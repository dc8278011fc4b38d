import Casting
import CastingPlanning
import Testing

@Suite struct KeepRuleTests {
  private func campaign(changes: Int, _ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    RuleProbe.campaign {
      $0.brief.keep = KeptPlan(
        deals: ["C0", "C1"].map { KeptPlan.Deal(creatorID: $0, productID: "B", format: .live) },
        maximumChanges: changes)
      change(&$0)
    }
  }

  @Test(arguments: [0, 1, 2])
  func soManyDealsComeOrGo(changes: Int) throws {
    let (plan, rules) = try RuleProbe.plan(campaign(changes: changes))
    let report = try #require(rules["keep"])
    let now = Set(plan.deals.map { "\($0.creatorID) \($0.productID)" })
    #expect(now.symmetricDifference(["C0 B", "C1 B"]).count == changes)
    #expect(report.activity == Double(changes) && report.upper == Double(changes))
    #expect(report.unit == .deals)
  }

  @Test func changesAreRaisedToWhatALockNeeds() throws {
    let campaign = campaign(changes: 0) { $0.brief.locks = [Lock(creatorID: "C3")] }
    #expect(try RuleProbe.changes(campaign)["keep"] == .limit(from: 0, to: 1))
  }

  /// The plan stays: it tells the kinds of deals apart.
  @Test func itIsDroppedWithoutThePlan() throws {
    let without = try #require(Scenario(dropping: "keep", of: campaign(changes: 0)))
    #expect(without.campaign.brief.keep?.maximumChanges == nil)
    #expect(without.campaign.brief.keep?.deals.count == 2)
    #expect(RuleProbe.rule("keep", of: campaign(changes: 2))?.label == .keep(changes: 2))
  }
}
