import Casting
import CastingPlanning
import Testing

@Suite struct SpendShareRuleTests {
  private let campaign = RuleProbe.campaign {
    $0.brief.quotas = [RuleProbe.quota(.spendShare, 0.6, 0.9)]
  }

  /// Two of three deals are ⅔; two of four would be too little.
  @Test func plansKeepBothLimitsEachARuleOfItsOwn() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    #expect(plan.deals.count { $0.platform == "tiktok" } == 2 && plan.deals.count == 3)
    let least = try #require(rules["tiktok (minimum)"])
    let most = try #require(rules["tiktok (maximum)"])
    #expect(least.lower == 0.6 && least.upper == .infinity && least.unit == .shareOfSpend)
    #expect(most.lower == -.infinity && most.upper == 0.9)
    #expect(abs(least.activity - 2.0 / 3) < 1e-12 && abs(most.activity - 2.0 / 3) < 1e-12)
    #expect(
      RuleProbe.rule("tiktok (maximum)", of: campaign)?.label
        == .spendShare(filter: RuleProbe.tiktok, minimum: nil, maximum: 0.9))
  }

  @Test func aShareIsLoweredToWhatLocksLeave() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.quotas = [RuleProbe.quota(.spendShare, 0.8, nil)]
      $0.brief.locks = [Lock(creatorID: "C3")]
    }
    guard case .limit(0.8, let to)? = try RuleProbe.changes(campaign)["tiktok"] else {
      Issue.record("no limit was moved")
      return
    }
    #expect(to <= 2.0 / 3 && to > 2.0 / 3 - 1e-3)
  }

  @Test func theQuotaNamesBothAndItsSideOne() {
    #expect(RuleProbe.names(without: "tiktok", of: campaign) == [])
    #expect(RuleProbe.names(without: "tiktok (minimum)", of: campaign) == ["tiktok"])
    #expect(RuleProbe.names(without: "tiktok (maximum)", of: campaign) == ["tiktok"])
  }
}
