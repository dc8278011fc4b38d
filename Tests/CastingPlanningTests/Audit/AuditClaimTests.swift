import Allocation
import AllocationAudit
import Casting
import CastingPlanning
import CastingTestSupport
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

  private static func broken(_ findings: [AuditFinding]) -> [AuditFinding] {
    findings.filter { !$0.holds }
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
    campaign.brief.saturation = .randomDuplication
    campaign.brief.budget = 400_000
    for product in campaign.products.products.indices {
      campaign.products.products[product].market = 20_000
    }
    let free = try plan(campaign)
    try #require(free.deals.count >= 3)
    let isCast = Set(free.creators.map(\.creatorID))
    let others = (0..<20).map { "C\($0)" }.filter { !isCast.contains($0) }
    try #require(others.count >= 4)
    // Rules of every kind that the plan obeys anyway.
    campaign.products.products[0].stock = 1e5
    campaign.brief.orderCapacity = 1e5
    campaign.brief.spendPerCreator = .yen(399_000)
    campaign.brief.exclusiveCategories = true
    campaign.brief.locks = [Lock(creatorID: free.creators[0].creatorID)]
    campaign.brief.bans = [DealFilter(values: [.creator: [others[0]]])]
    campaign.brief.apart = [[free.creators[0].creatorID, others[1]]]
    campaign.brief.together = [[others[2], others[3]]]
    campaign.brief.quotas = [
      Quota(filter: DealFilter(), measure: .creators, minimum: nil, maximum: 19, name: "creators")
    ]
    let plan = try plan(campaign)
    try #require(plan.deals.count >= 3 && plan.rules.count >= 9)
    return (campaign, plan)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    var promise: AuditPromise
    var make: @Sendable (inout PlanClaims) -> Void
    var testDescription: String { "\(promise)" }
  }

  private static let edits: [Edit] = [
    Edit(promise: .objective) { $0.objective = .reach },
    Edit(promise: .budget) { $0.budget += 1 },
    Edit(promise: .dealsAllowed) { $0.deals[0].creatorID = "nobody" },
    Edit(promise: .ranks) { $0.deals.swapAt(0, 1) },
    Edit(promise: .costs) { $0.deals[1].cost -= 1 },
    Edit(promise: .affinities) { $0.deals[1].affinity *= 1.000001 },
    Edit(promise: .effectiveReaches) { $0.deals[1].effectiveReach += 0.01 },
    Edit(promise: .cellReaches) { $0.deals[1].reachByCell["female_20_29"] = 1e6 },
    Edit(promise: .expectedOrders) { $0.deals[1].expectedOrders += 0.01 },
    Edit(promise: .marginalValues) { $0.deals[1].marginalValue += 1 },
    Edit(promise: .marginalReturns) { $0.deals[1].marginalReturn += 0.001 },
    Edit(promise: .cumulativeCosts) { $0.deals[1].cumulativeCost += 1 },
    Edit(promise: .cumulativeValues) { $0.deals[1].cumulativeValue += 1 },
    Edit(promise: .value) { $0.value += 1 },
    Edit(promise: .marginalSum) { $0.deals[1].marginalValue += 1 },
    Edit(promise: .spend) { $0.spend -= 1 },
    Edit(promise: .ruleNames) { $0.rules[0].name = "" },
    Edit(promise: .ruleNames) { $0.rules.removeLast() },
    Edit(promise: .ruleNames) { $0.rules.append(RuleReport(name: "lock C9")) },
    Edit(promise: .ruleNames) { $0.rules.swapAt(0, $0.rules.count - 1) },
    Edit(promise: .ruleNumbers) { $0.rules[0].activity -= 1 },
    Edit(promise: .ruleNumbers) { $0.rules[0].upper += 1 },
    Edit(promise: .ruleNumbers) { $0.rules[1].activity += 1 },
    Edit(promise: .ruleNumbers) { $0.edit("P0 stock") { $0.activity += 0.01 } },
    Edit(promise: .ruleNumbers) { $0.edit("order capacity") { $0.upper += 1 } },
    Edit(promise: .ruleNumbers) { $0.edit("spend per creator") { $0.activity -= 1 } },
    Edit(promise: .ruleNumbers) { $0.edit("exclusive categories") { $0.upper = 2 } },
    Edit(promise: .ruleNumbers) { $0.edit("lock") { $0.activity += 1 } },
    Edit(promise: .ruleNumbers) { $0.edit("lock") { $0.lower = 0 } },
    Edit(promise: .ruleNumbers) { $0.edit("ban") { $0.activity = 1 } },
    Edit(promise: .ruleNumbers) { $0.edit("apart") { $0.activity = 2 } },
    Edit(promise: .ruleNumbers) { $0.edit("together") { $0.upper = 3 } },
    Edit(promise: .sharedPrices) { $0.budgetPrice += 0.01 },
    Edit(promise: .sharedPrices) { $0.edit("P0 stock") { $0.price += 1 } },
    Edit(promise: .sharedPrices) { $0.edit("order capacity") { $0.price += 1 } },
    Edit(promise: .liftedPrices) { $0.edit("lock") { $0.price -= 1 } },
    Edit(promise: .liftedPrices) { $0.edit("ban") { $0.price += 1 } },
    Edit(promise: .liftedPrices) { $0.edit("apart") { $0.price += 1 } },
    Edit(promise: .liftedPrices) { $0.edit("together") { $0.price += 1 } },
    Edit(promise: .liftedPrices) { $0.edit("spend per creator") { $0.price += 1 } },
    Edit(promise: .liftedPrices) { $0.edit("exclusive") { $0.price += 1 } },
    Edit(promise: .priceBound) { $0.reachPrices["P1"] = [:] },
    Edit(promise: .priceBound) { $0.priceBound *= 0.999999 },
    Edit(promise: .dealsAllowed) { $0.deals[0].productID = "P9" },
    Edit(promise: .value) { claims in
      claims.deals.removeLast()
    },
    Edit(promise: .ranks) { $0.deals.removeFirst() },
    Edit(promise: .priceBound) { $0.rules[0].price *= 2 },
    Edit(promise: .boundOrder) { $0.bound = $0.value - 1 },
    Edit(promise: .gap) {
      $0.gap /= 2; $0.bound *= 1.01
    },
    Edit(promise: .status) {
      $0.isProvedOptimal = true; $0.gap = 0.5
    },
  ]

  @Test(arguments: edits)
  func `an edit by hand is caught`(_ edit: Edit) throws {
    let (campaign, plan) = try Self.sample.get()
    let broken = Self.broken(try Self.audited(campaign, plan, edit: edit.make))
    #expect(broken.contains { $0.promise == edit.promise }, "\(broken)")
  }

  /// The same deals under a rule that they break: the rule is named.
  @Test(arguments: ["apart", "together", "lock", "product lock", "spend", "creators"])
  func `a plan that breaks a rule is caught`(_ rule: String) throws {
    let (campaign, plan) = try Self.sample.get()
    var stricter = campaign
    let cast = plan.creators.map(\.creatorID)
    let out = plan.leftOut.map(\.creatorID)
    switch rule {
    case "apart": stricter.brief.apart.append([cast[0], cast[1]])
    case "together": stricter.brief.together.append([cast[0], out[0]])
    case "lock": stricter.brief.locks.append(Lock(creatorID: out[0]))
    case "product lock":
      let own = Set(plan.deals.filter { $0.creatorID == cast[0] }.map(\.productID))
      let other = try #require(plan.products.first { !own.contains($0.productID) })
      stricter.brief.locks.append(Lock(creatorID: cast[0], productID: other.productID))
    case "spend":
      stricter.brief.quotas.append(
        Quota(filter: DealFilter(), measure: .spend, minimum: nil, maximum: 1, name: "spend"))
    default:
      stricter.brief.quotas.append(
        Quota(filter: DealFilter(), measure: .creators, minimum: nil, maximum: 1, name: "one"))
    }
    let broken = Self.broken(try Self.audited(stricter, plan))
    #expect(broken.contains { $0.promise == .rulesKept }, "\(broken)")
  }

  @Test func `a plan that overspends is caught`() throws {
    let (campaign, plan) = try Self.sample.get()
    var poorer = campaign
    poorer.brief.budget = plan.spend - 1
    let findings = try Self.audited(poorer, plan)
    #expect(Self.broken(findings).contains { $0.promise == .budget })
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

extension PlanClaims {
  /// Edits the first rule whose name begins so.
  fileprivate mutating func edit(_ name: String, _ change: (inout RuleReport) -> Void) {
    guard let place = rules.firstIndex(where: { $0.name.hasPrefix(name) }) else { return }
    change(&rules[place])
  }
}
