import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Rules on audiences, held against the inputs by code of the audit's own.
@Suite struct AuditAudienceTests {
  private static func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed))
    if seed % 3 == 0 { RandomCampaign.useOwnCells(in: &campaign, seed: UInt64(seed)) }
    RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed))
    return campaign
  }

  private static func plan(_ campaign: Campaign) throws -> Plan? {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0.05
    settings.timeLimit = 2
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  @Test(arguments: 1...30)
  func everyPromiseHolds(seed: Int) throws {
    let campaign = Self.campaign(seed)
    guard let plan = try Self.plan(campaign) else { return }
    let findings = try ClaimCheck.findings(of: PlanClaims(plan), in: campaign)
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
  }

  /// Three ways to tell a share: of the problem, of the audit and of plain loops.
  @Test(arguments: 1...60)
  func sharesAgree(seed: Int) throws {
    let campaign = Self.campaign(seed)
    let problem = try CastingProblem(campaign, threads: 1)
    let audit = AuditAudiences(campaign)
    let naive = NaiveRules(campaign)
    let filters = campaign.brief.quotas.map(\.filter) + campaign.brief.bans
    for wanted in filters.compactMap(\.audience)
      + [campaign.brief.audienceTarget].compactMap({ $0 })
    {
      let missing = problem.ruleFrame.missing(wanted)
      for creator in 0..<campaign.roster.count {
        let isIn = naive.admits(wanted, creator)
        #expect(audit.admits(wanted, creator: creator) == isIn, "seed \(seed) \(creator) \(wanted)")
        #expect(missing.creators[creator] != isIn, "seed \(seed) \(creator) \(wanted)")
      }
    }
  }

  /// Plans of a brief that asked nothing of audiences, held against one that does.
  @Test func whoIsNotWantedIsFound() throws {
    var broken = 0
    for seed in 1...20 {
      var campaign = RandomCampaign.make(seed: UInt64(seed))
      guard let plan = try Self.plan(campaign), !plan.deals.isEmpty else { continue }
      campaign.brief.audienceTarget = AudienceShare(
        cells: ["female_30_39"], range: 0.12...Double.infinity)
      let naive = NaiveRules(campaign)
      let isKept = plan.deals.allSatisfy {
        naive.admits(campaign.brief.audienceTarget!, $0.creator)
      }
      let findings = try ClaimCheck.findings(of: PlanClaims(plan), in: campaign)
      let allowed = try #require(findings.first { $0.promise == .dealsAllowed })
      #expect(allowed.holds == isKept, "seed \(seed)")
      broken += isKept ? 0 : 1
    }
    #expect(broken >= 5)
  }
}
