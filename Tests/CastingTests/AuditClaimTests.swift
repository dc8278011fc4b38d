import Allocation
import Casting
import Testing

/// Plans of random campaigns, audited against the inputs as they are and after an edit.
struct AuditClaimTests {
  private static func audited(
    _ campaign: Campaign, _ plan: Plan, edit: (inout PlanClaims) -> Void = { _ in }
  ) throws -> [AuditFinding] {
    var claims = PlanClaims(plan)
    edit(&claims)
    let problem = try CastingProblem(campaign, threads: 1)
    return ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
  }

  /// A plan as good as a short search finds: every promise must hold wherever it stops.
  private static func plan(_ campaign: Campaign) throws -> Plan {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0.05
    settings.timeLimit = 2
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      throw TestCampaigns.NoPlan(reasons: ["no plan of a campaign without hard rules"])
    }
    return plan
  }

  private static func broken(_ findings: [AuditFinding]) -> [String] {
    findings.filter { !$0.holds }.map { "\($0.promise): \($0.expected) | \($0.found)" }
  }

  @Test(arguments: 1...12)
  func `every promise of a plan holds`(_ seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    let findings = try Self.audited(campaign, Self.plan(campaign))
    #expect(findings.count > 15)
    #expect(Self.broken(findings) == [], "seed \(seed)")
  }

  /// A campaign of yen and few rules, with several deals in its plan.
  private static let sample = Result { try makeSample() }

  private static func makeSample() throws -> (Campaign, Plan) {
    var campaign = RandomCampaign.make(seed: 5, creators: 20)
    campaign.brief.objective = .gmv
    campaign.brief.budget = 400_000
    let plan = try plan(campaign)
    try #require(plan.deals.count >= 3)
    return (campaign, plan)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    var promise: String
    var make: @Sendable (inout PlanClaims) -> Void
    var testDescription: String { promise }
  }

  private static let edits: [Edit] = [
    Edit(promise: "the objective is") { $0.objective = .reach },
    Edit(promise: "the budget is") { $0.budget += 1 },
    Edit(promise: "every deal is one") { $0.deals[0].creatorID = "nobody" },
    Edit(promise: "the ranks count") { $0.deals.swapAt(0, 1) },
    Edit(promise: "every cost follows") { $0.deals[1].cost -= 1 },
    Edit(promise: "every niche affinity") { $0.deals[1].affinity *= 1.000001 },
    Edit(promise: "every effective reach") { $0.deals[1].effectiveReach += 0.01 },
    Edit(promise: "the reach by cell") { $0.deals[1].reachByCell["female_20_29"] = 1e6 },
    Edit(promise: "expected orders are") { $0.deals[1].expectedOrders += 0.01 },
    Edit(promise: "marginal values are") { $0.deals[1].marginalValue += 1 },
    Edit(promise: "marginal returns are") { $0.deals[1].marginalReturn += 0.001 },
    Edit(promise: "cumulative costs") { $0.deals[1].cumulativeCost += 1 },
    Edit(promise: "cumulative values") { $0.deals[1].cumulativeValue += 1 },
    Edit(promise: "the value of the plan") { $0.value += 1 },
    Edit(promise: "marginal values sum") { $0.deals[1].marginalValue += 1 },
    Edit(promise: "the spend is") { $0.spend -= 1 },
    Edit(promise: "the rules are") { $0.rules[0].name = "" },
    Edit(promise: "use and limits") { $0.rules[0].activity -= 1 },
    Edit(promise: "the prices of budget") { $0.budgetPrice += 0.01 },
    Edit(promise: "the bound follows") { $0.rules[0].price *= 2 },
    Edit(promise: "the bound lies") { $0.bound = $0.value - 1 },
    Edit(promise: "the gap is") {
      $0.gap /= 2; $0.bound *= 1.01
    },
    Edit(promise: "a plan called optimal") {
      $0.isProvedOptimal = true; $0.gap = 0.5
    },
  ]

  @Test(arguments: edits)
  func `an edit by hand is caught`(_ edit: Edit) throws {
    let (campaign, plan) = try Self.sample.get()
    let broken = Self.broken(try Self.audited(campaign, plan, edit: edit.make))
    #expect(broken.contains { $0.hasPrefix(edit.promise) }, "\(broken)")
  }

  @Test func `a plan that overspends is caught`() throws {
    let (campaign, plan) = try Self.sample.get()
    var poorer = campaign
    poorer.brief.budget = plan.spend - 1
    let findings = try Self.audited(poorer, plan)
    #expect(Self.broken(findings).contains { $0.hasPrefix("the budget is") })
    let audit = PlanAudit(try CastingProblem(poorer, threads: 1).allocation)
    let problem = audit.problem
    // Everything at once: far beyond any budget.
    #expect(!audit.violations(of: Array(0..<problem.optionCount)).isEmpty)
  }

  @Test func `the same plan against another roster is caught`() throws {
    let (campaign, plan) = try Self.sample.get()
    var other = campaign
    let first = try #require(plan.deals.first).creator
    other.roster.followers.values[first] *= 2
    other.roster.averageViews.values[first] = 1
    #expect(!Self.broken(try Self.audited(other, plan)).isEmpty)
  }
}
