import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// C1 worked for Umi in October, C2 in May, C3 on a day that nobody knows; the campaign begins in December.
@Suite struct CompetitorsRuleTests {
  private static func day(_ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: month, day: day)!
  }

  private func campaign(
    days: Int = 90, _ change: (inout Campaign) -> Void = { _ in }
  ) -> Campaign {
    RuleProbe.campaign {
      let works = [
        [CreatorExclusion(word: "Sora")],
        [CreatorExclusion(word: "umi", from: Self.day(10, 1), to: Self.day(10, 3))],
        [CreatorExclusion(word: "Umi", from: Self.day(5, 1), to: Self.day(5, 1))],
        [CreatorExclusion(word: "Umi")],
      ]
      $0.roster.recentWorks = TextColumn(works.map { CreatorExclusion.plain($0) })
      $0.brief.competitors = CompetitorTerms(
        brands: ["Umi"], days: days,
        window: CampaignWindow(from: Self.day(12, 1), to: Self.day(12, 20)))
      change(&$0)
    }
  }

  @Test(arguments: [(90, ["C0", "C2"]), (30, ["C0", "C1", "C2"]), (300, ["C0"])])
  func whoWorkedForOneIsNotCast(days: Int, cast: [String]) throws {
    let (plan, rules) = try RuleProbe.plan(campaign(days: days))
    #expect(plan.deals.map(\.creatorID).sorted() == cast)
    let report = try #require(rules["competitors"])
    #expect(report.activity == 0 && report.upper == 0 && report.isWhole && report.price > 0)
  }

  @Test func reasonsTellForWhomAndWhen() throws {
    let (plan, _) = try RuleProbe.plan(campaign())
    let words = Dictionary(uniqueKeysWithValues: plan.leftOut.map { ($0.creatorID, $0.words) })
    let end = "and the brief wants 90 days without before 2026-12-01"
    #expect(
      words == [
        "C1": "worked for the competitor umi from 2026-10-01 to 2026-10-03, " + end,
        "C3": "worked for the competitor Umi on a day that is not known, " + end,
      ])
  }

  @Test func itCanBeDropped() throws {
    let campaign = campaign()
    #expect(RuleProbe.names(campaign) == ["competitors"])
    #expect(RuleProbe.names(without: "competitors", of: campaign) == [])
    let rule = try #require(RuleProbe.rule("competitors", of: campaign))
    #expect(rule.label.kind == .competitors && rule.label.subject == "Umi within 90 days")
    let changes = try RuleProbe.changes(self.campaign { $0.brief.locks = [Lock(creatorID: "C1")] })
    #expect(changes == ["lock C1": .drop, "competitors": .drop])
  }

  @Test(arguments: 1...12)
  func promisesOfPlansHold(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed))
    RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed))
    let plan = try TestCampaigns.plan(campaign, gap: 0.05, maximumNodes: 100, timeLimit: 3)
    let findings = try ClaimCheck.findings(of: PlanClaims(plan), in: campaign)
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
    let works = campaign.roster.recentWorks
    let terms = try #require(campaign.brief.competitors)
    for creator in 0..<campaign.roster.count {
      let isBarred = AuditInputs.isBarred(works[creator], terms)
      #expect(
        isBarred == NaiveWorks.areBarred(campaign.roster, creator, terms), "seed \(seed) \(creator)"
      )
      #expect(
        isBarred == (RecentCompetitors(terms).work(in: works[creator]) != nil),
        "seed \(seed) \(creator)")
    }
  }
}
