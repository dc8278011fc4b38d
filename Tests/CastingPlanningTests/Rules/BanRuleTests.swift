import Casting
import CastingPlanning
import Testing

@Suite struct BanRuleTests {
  private let campaign = RuleProbe.campaign {
    $0.brief.bans = [DealFilter(values: [.creator: ["C3"]]), RuleProbe.tiktok]
  }

  @Test func whomItNamesIsNotCast() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    #expect(plan.deals.map(\.creatorID) == ["C2"])
    let report = try #require(rules["ban C3"])
    #expect(report.activity == 0 && report.upper == 0 && report.isWhole && report.price > 0)
  }

  /// As plans write it, and as the filter reads.
  @Test func itAnswersToBothNames() {
    #expect(RuleProbe.names(campaign) == ["ban C3", "ban platform tiktok"])
    for name in ["ban C3", "ban creator C3"] {
      #expect(RuleProbe.names(without: name, of: campaign) == ["ban platform tiktok"])
    }
    for name in ["ban platform tiktok", "ban {platform: tiktok}"] {
      #expect(RuleProbe.names(without: name, of: campaign) == ["ban C3"])
    }
    #expect(
      RuleProbe.rule("ban platform tiktok", of: campaign)?.label
        == .ban(filter: RuleProbe.tiktok))
  }

  @Test func itIsLiftedForALock() throws {
    var campaign = campaign
    campaign.brief.locks = [Lock(creatorID: "C3")]
    let changes = try RuleProbe.changes(campaign)
    #expect(changes == ["lock C3": .drop, "ban C3": .drop])
  }
}
