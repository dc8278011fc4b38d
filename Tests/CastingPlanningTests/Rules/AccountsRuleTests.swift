import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Accounts of one person: C2 and C3 are hers.
@Suite struct AccountsRuleTests {
  private func campaign(
    slots: [Double] = [1, 1, 1, 1], _ change: (inout Campaign) -> Void = { _ in }
  ) -> Campaign {
    RuleProbe.campaign {
      $0.roster.slots = NumberColumn(slots)
      $0.roster.persons = TextColumn(["", "", "Aiko", "Aiko"])
      change(&$0)
    }
  }

  private func deals(_ plan: Plan) -> [String: Int] {
    plan.deals.reduce(into: [:]) { $0[$1.creatorID, default: 0] += 1 }
  }

  @Test func slotsAreThePersons() throws {
    // C3 is seen by more people than C2.
    #expect(deals(try RuleProbe.plan(campaign()).plan) == ["C0": 1, "C1": 1, "C3": 1])
    let two = try RuleProbe.plan(campaign(slots: [1, 1, 1, 2])).plan
    #expect(deals(two) == ["C0": 1, "C1": 1, "C3": 2])
    let both = campaign(slots: [1, 1, 2, 2]) {
      $0.brief.bans = [DealFilter(values: [.creator: ["C3"], .product: ["A"]])]
    }
    let shared = deals(try RuleProbe.plan(both).plan)
    #expect((shared["C2"] ?? 0) + (shared["C3"] ?? 0) == 2)
  }

  @Test func spendIsThePersons() throws {
    let campaign = campaign(slots: [2, 2, 2, 2]) { $0.brief.spendPerCreator = .yen(150) }
    let (plan, rules) = try RuleProbe.plan(campaign)
    #expect(deals(plan) == ["C0": 1, "C1": 1, "C3": 1])
    let report = try #require(rules["spend per creator"])
    #expect(report.activity == 100 && report.upper == 150 && report.price > 0)
  }

  @Test func noRuleOfAPlanTellsOfThem() throws {
    #expect(RuleProbe.names(campaign()) == [])
  }

  @Test func aBanOfThePersonIsOneOfAllHerAccounts() throws {
    let campaign = campaign { $0.brief.bans = [DealFilter(values: [.creator: ["Aiko"]])] }
    #expect(deals(try RuleProbe.plan(campaign).plan) == ["C0": 1, "C1": 1])
  }

  @Test func locksOfTwoAccountsAskForASlotMore() throws {
    let campaign = campaign { $0.brief.locks = ["C2", "C3"].map { Lock(creatorID: $0) } }
    let changes = try RuleProbe.changes(campaign)
    #expect(changes["Aiko slots"] == .limit(from: 1, to: 2))
    #expect(changes["C2 slots"] == nil && changes.count == 3)
  }

  @Test func whoeverIsLeftOutForAnotherAccountIsTold() throws {
    let (plan, _) = try RuleProbe.plan(campaign())
    let left = try #require(plan.leftOut.first { $0.creatorID == "C2" })
    #expect(left.reason == .personFull(as: "C3"))
  }

  @Test func plansOfPersonsHoldAgainstTheirRoster() throws {
    for slots in [[1.0, 1, 1, 1], [2, 2, 2, 1]] {
      let campaign = campaign(slots: slots) { $0.brief.spendPerCreator = .yen(250) }
      let plan = try RuleProbe.plan(campaign).plan
      #expect(try broken(plan, campaign) == [])
      // The same deals where the accounts were not known to be one person's.
      var alone = campaign
      alone.roster.persons = TextColumn(emptyRows: 4)
      let free = try RuleProbe.plan(alone).plan
      #expect(try broken(free, campaign).contains(.rulesKept))
    }
  }

  /// The check by the roster does not depend on the problem's links.
  @Test func aPersonOverHerLimitsIsFoundWithoutTheProblem() throws {
    let campaign = campaign()
    var alone = campaign
    alone.roster.persons = TextColumn(emptyRows: 4)
    let claims = PlanClaims(try RuleProbe.plan(alone).plan)
    var subject = AuditSubject(try CastingProblem(campaign, threads: 1), auditing: claims)
    subject.problem.links = []
    let finding = try #require(
      ClaimCheck(claims, against: subject).findings().first { $0.promise == .rulesKept })
    #expect(
      finding.difference?.expected == .fewDeals(of: .known(creator: "Aiko"), most: 1)
        && finding.difference?.found == .deals(count: 2))
  }

  private func broken(_ plan: Plan, _ campaign: Campaign) throws -> [AuditPromise] {
    let claims = PlanClaims(plan)
    let subject = AuditSubject(try CastingProblem(campaign, threads: 1), auditing: claims)
    return ClaimCheck(claims, against: subject).findings().filter { !$0.holds }.map(\.promise)
  }
}
