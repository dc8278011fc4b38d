import Casting
import CastingPlanning
import CastingTestSupport
import Testing

@Suite struct AgencyCreatorsRuleTests {
  /// C0, C2 and C3 are of Acme, as the roster writes it in two ways; C1 is of none.
  private func campaign(
    _ limits: [AgencyLimit], _ change: (inout Campaign) -> Void = { _ in }
  ) -> Campaign {
    RuleProbe.campaign {
      $0.roster.agencies = CategoryColumn(["Acme", "", "ＡＣＭＥ", "acme"])
      $0.brief.agencyLimits = limits
      change(&$0)
    }
  }

  private let name = "agency Acme creators"

  @Test func plansHaveNoMoreOfAnAgency() throws {
    let campaign = campaign([AgencyLimit(maximum: 2)])
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules[name])
    #expect(Set(plan.deals.map(\.creatorID)) == ["C1", "C2", "C3"])
    #expect(report.activity == 2 && report.upper == 2 && report.lower == -.infinity)
    #expect(report.unit == .creators && !report.isWhole && report.price > 0)
    #expect(
      RuleProbe.rule(name, of: campaign)?.label == .agencyCreators(agency: "Acme", maximum: 2))
  }

  /// Creators, not deals: C3 takes both products, and counts once.
  @Test func aCreatorCountsOnce() throws {
    let campaign = campaign([AgencyLimit(maximum: 1)]) {
      $0.roster.slots = NumberColumn([2, 2, 2, 2])
    }
    let (plan, rules) = try RuleProbe.plan(campaign)
    #expect(plan.deals.count { $0.creatorID == "C3" } == 2 && plan.deals.count == 4)
    #expect(rules[name]?.activity == 1)
  }

  @Test func everyAgencyIsARuleAndItsOwnLimitGoesFirst() throws {
    let campaign = campaign([
      AgencyLimit(agency: "acme", maximum: 1), AgencyLimit(maximum: 0),
    ]) { $0.roster.agencies = CategoryColumn(["Acme", "Nami", "Acme", "Nami"]) }
    #expect(RuleProbe.names(campaign) == [name, "agency Nami creators"])
    #expect(try RuleProbe.plan(campaign).plan.deals.map(\.creatorID) == ["C2"])
    let named = self.campaign([AgencyLimit(agency: "Acme", maximum: 1)])
    #expect(RuleProbe.names(named) == [name])
    #expect(RuleProbe.names(self.campaign([AgencyLimit(agency: "Nobody", maximum: 1)])) == [])
  }

  @Test func theLimitOfOneAgencyIsRaised() throws {
    let campaign = campaign([AgencyLimit(maximum: 1)]) {
      $0.brief.locks = ["C0", "C2", "C3"].map { Lock(creatorID: $0) }
    }
    let changes = try RuleProbe.changes(campaign)
    #expect(changes[name] == .limit(from: 1, to: 3) && changes.count == 3)
    var settings = RuleProbe.settings()
    settings.relaxesRules = true
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      Issue.record("nothing was relaxed")
      return
    }
    #expect(plan.relaxed.map(\.rule) == [name] && plan.relaxed.map(\.to) == [.limit(3)])
    let relaxed = try #require(campaign.relaxed(by: plan.relaxed))
    #expect(relaxed.brief.agencyLimits.last == AgencyLimit(agency: "Acme", maximum: 3))
    let problem = try CastingProblem(relaxed, threads: 1)
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
    for finding in findings where !finding.holds { Issue.record("\(finding)") }
  }

  @Test func oneIsDroppedByItsNameAndAllByTheKey() {
    let campaign = campaign([AgencyLimit(maximum: 1)]) {
      $0.roster.agencies = CategoryColumn(["Acme", "Nami", "Acme", "Nami"])
    }
    #expect(RuleProbe.names(without: name, of: campaign) == ["agency Nami creators"])
    #expect(RuleProbe.names(without: "agency_creators", of: campaign) == [])
  }

  /// A long roster is looked at in parts: all have the agencies of the whole.
  @Test func partsOfALongRosterHaveTheSameRules() throws {
    var campaign = RandomCampaign.make(seed: 5, creators: 300)
    campaign.roster.agencies = CategoryColumn((0..<300).map { "agency \($0 % 7)" })
    campaign.brief.agencyLimits = [AgencyLimit(maximum: 2)]
    campaign.brief.budget = 3_000_000
    var settings = RuleProbe.settings()
    settings.relativeGap = 0.01
    settings.mostHeldDeals = 10
    settings.shortlist.sample = 100
    settings.shortlist.keptSample = 40
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      Issue.record("no plan")
      return
    }
    let agencies = Dictionary(grouping: Set(plan.deals.map(\.creatorID))) { id in
      Int(id.dropFirst()).map { $0 % 7 }
    }
    #expect(agencies.values.allSatisfy { $0.count <= 2 } && !plan.deals.isEmpty)
    #expect(plan.rules.count { $0.name.hasPrefix("agency ") } == 7)
    let claims = PlanClaims(plan)
    let findings = ClaimCheck(
      claims, against: AuditSubject(try CastingProblem(campaign, threads: 1), auditing: claims)
    ).findings()
    for finding in findings where !finding.holds { Issue.record("\(finding)") }
  }
}
