import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Four creators, of whose audiences 0.25, 0.6 and 0.9 are women; the last one's is not known, and counts as
/// the brief's mix, 0.4.
@Suite struct AudienceTargetRuleTests {
  private func campaign(
    _ least: Double, cells: [String] = ["female"], _ change: (inout Campaign) -> Void = { _ in }
  ) -> Campaign {
    RuleProbe.campaign {
      $0.roster.femaleShares = NumberColumn([0.25, 0.6, 0.9, .nan])
      $0.roster.ageShares = (0..<6).map {
        let share = [0.125, 0.25, 0.25, 0.125, 0.125, 0.125][$0]
        return NumberColumn([share, share, share, .nan])
      }
      $0.brief.audience = AudienceMix(femaleShare: 0.4, ageShares: [0, 0.5, 0.5, 0, 0, 0])
      $0.brief.audienceTarget = AudienceShare(cells: cells, range: least...Double.infinity)
      change(&$0)
    }
  }

  @Test(arguments: [
    (0.25, ["C0", "C1", "C2", "C3"]), (0.3, ["C1", "C2", "C3"]), (0.4, ["C1", "C2", "C3"]),
    (0.41, ["C1", "C2"]), (0.6, ["C1", "C2"]), (0.91, []),
  ])
  func whoIsBelowItIsNotCast(least: Double, cast: [String]) throws {
    let (plan, rules) = try RuleProbe.plan(campaign(least))
    #expect(plan.deals.map(\.creatorID).sorted() == cast)
    let report = try #require(rules["audience target"])
    #expect(report.activity == 0 && report.upper == 0 && report.isWhole)
    #expect((report.price > 0) == (cast.count < 4), "\(report)")
  }

  /// 0.6 · 0.5 of C1, 0.9 · 0.5 of C2, 0.4 · 1 of C3.
  @Test func cellsAddUp() throws {
    let cells = ["female_20_29", "30代女性"]
    #expect(try RuleProbe.plan(campaign(0.3, cells: cells)).plan.deals.count == 3)
    #expect(try RuleProbe.plan(campaign(0.31, cells: cells)).plan.deals.count == 2)
    #expect(try RuleProbe.plan(campaign(0.46, cells: cells)).plan.deals.isEmpty)
  }

  @Test func reasonsTellTheShare() throws {
    let (plan, _) = try RuleProbe.plan(campaign(0.5))
    let reasons = Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.creatorID, $0.reason) })
    #expect(
      reasons == [
        "C0": .audience(share: 0.25, least: 0.5, isAssumed: false),
        "C3": .audience(share: 0.4, least: 0.5, isAssumed: true),
      ])
    #expect(
      plan.leftOut.first { $0.creatorID == "C0" }?.words
        == "25 % of her audience are the people wanted, and the brief asks for 50 %")
  }

  /// A ban of the same creator is told first.
  @Test func bansGoFirst() throws {
    let (plan, _) = try RuleProbe.plan(
      campaign(0.5) { $0.brief.bans = [DealFilter(values: [.creator: ["C0"]])] })
    #expect(plan.leftOut.first { $0.creatorID == "C0" }?.reason == .banned)
  }

  @Test func itAnswersToItsNames() throws {
    let campaign = campaign(0.5)
    #expect(RuleProbe.names(campaign) == ["audience target"])
    for name in ["audience target", "audience_target"] {
      #expect(RuleProbe.names(without: name, of: campaign) == [])
    }
    let rule = try #require(RuleProbe.rule("audience target", of: campaign))
    #expect(rule.label.kind == .audienceTarget && rule.label.subject == "female ≥ 0.5")
  }

  @Test func itIsLiftedForALock() throws {
    let changes = try RuleProbe.changes(
      campaign(0.5) { $0.brief.locks = [Lock(creatorID: "C0")] })
    #expect(changes == ["lock C0": .drop, "audience target": .drop])
  }

  @Test func filtersAskOfAudiences() throws {
    func filter(_ range: ClosedRange<Double>) -> DealFilter {
      DealFilter(audience: AudienceShare(cells: ["female"], range: range))
    }
    var open = campaign(0)
    open.brief.bans = [filter(0.6...1)]
    #expect(try RuleProbe.plan(open).plan.deals.map(\.creatorID).sorted() == ["C0", "C3"])
    #expect(RuleProbe.names(open).contains("ban audience female 0.6…1"))
    let old = "ban {audience: {cells: female, min: 0.6, max: 1}}"
    #expect(RuleProbe.names(without: old, of: open) == ["audience target"])
    open.brief.bans = []
    open.brief.quotas = [
      Quota(
        filter: filter(0...0.5), measure: .creators, minimum: nil, maximum: 1, name: "few men")
    ]
    let (plan, rules) = try RuleProbe.plan(open)
    #expect(plan.deals.map(\.creatorID).sorted() == ["C1", "C2", "C3"])
    #expect(rules["few men"]?.activity == 1)
  }
}
