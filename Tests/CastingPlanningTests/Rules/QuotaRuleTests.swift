import Casting
import CastingPlanning
import Testing

@Suite struct QuotaRuleTests {
  @Test(arguments: [
    (Quota.Measure.count, 1.0, RuleUnit.deals), (.creators, 1, .creators), (.spend, 100, .yen),
  ])
  func plansKeepTheMaximum(measure: Quota.Measure, limit: Double, unit: RuleUnit) throws {
    let campaign = RuleProbe.campaign { $0.brief.quotas = [RuleProbe.quota(measure, nil, limit)] }
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["tiktok"])
    #expect(plan.deals.count { $0.platform == "tiktok" } == 1 && plan.deals.count == 3)
    #expect(report.activity == limit && report.upper == limit && report.unit == unit)
    #expect(
      RuleProbe.rule("tiktok", of: campaign)?.label
        == .quota(filter: RuleProbe.tiktok, measure: measure, minimum: nil, maximum: limit))
  }

  @Test(arguments: [(Quota.Measure.count, 3.0, 2.0), (.creators, 3, 2), (.spend, 250, 200)])
  func aMinimumIsLoweredToWhatThereIs(
    measure: Quota.Measure, asked: Double, possible: Double
  ) throws {
    let campaign = RuleProbe.campaign { $0.brief.quotas = [RuleProbe.quota(measure, asked, nil)] }
    #expect(try RuleProbe.changes(campaign) == ["tiktok": .limit(from: asked, to: possible)])
  }

  @Test func aMaximumIsRaisedToWhatIsLocked() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.quotas = [RuleProbe.quota(.creators, nil, 0)]
      $0.brief.locks = [Lock(creatorID: "C0")]
    }
    #expect(try RuleProbe.changes(campaign)["tiktok"] == .limit(from: 0, to: 1))
  }

  @Test func theOthersKeepTheirPlacesWhenOneIsDropped() {
    let campaign = RuleProbe.campaign {
      $0.brief.quotas = ["one", "two", "three"].map { RuleProbe.quota(.count, 1, 4, name: $0) }
    }
    #expect(RuleProbe.names(without: "two", of: campaign) == ["one", "three"])
    let most = Scenario(dropping: "two (maximum)", of: campaign)?.campaign.brief.quotas[1]
    #expect(most?.minimum == 1 && most?.maximum == nil)
  }
}
