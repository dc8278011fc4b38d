import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What plans say of costs, creators, cells, rules and other budgets, audited as it is and after an edit.
struct AuditDetailTests {
  private static func audited(
    _ campaign: Campaign, _ plan: Plan, edit: (inout PlanClaims.Details) -> Void = { _ in }
  ) throws -> [AuditFinding] {
    var claims = PlanClaims(plan)
    if var details = claims.details {
      edit(&details)
      claims.details = details
    }
    let problem = try CastingProblem(campaign, threads: 1)
    return ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
  }

  private static func plan(_ campaign: Campaign) throws -> Plan? {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0.01
    settings.maximumNodes = 2_000
    settings.timeLimit = 600
    settings.curvePoints = 5
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  private static func broken(_ findings: [AuditFinding]) -> [AuditFinding] {
    findings.filter { !$0.holds }
  }

  /// Half a yen of fees, commission, guarantees, activation, deals of the user's own, rules of every kind.
  @Test(arguments: 1...16)
  func `what a plan says follows from the inputs`(_ seed: Int) throws {
    var campaign = RandomCampaign.ofEverySize(seed)
    if seed % 3 == 0 {
      campaign.deals = DealTable(rows: [
        .init(creator: 1, product: 0, format: .live, cost: 9_000.4, prediction: .value(90_000)),
        .init(creator: 2, product: 1, format: .live, cost: 7_000, prediction: .reach(4_000)),
      ])
    }
    guard let plan = try Self.plan(campaign) else { return }
    let findings = try Self.audited(campaign, plan)
    #expect(Self.broken(findings) == [], "seed \(seed)")
    #expect(PlanClaims(plan).details?.untold == [])
    let total = plan.deals.reduce(0) {
      $0 + $1.parts.fee + $1.parts.commissionReserve + $1.parts.productCost + $1.parts.extras
        + $1.parts.usage + $1.activation
    }
    #expect(abs(total - plan.spend) < 1e-6, "seed \(seed)")
    for deal in plan.deals {
      let parts = [
        deal.parts.fee, deal.parts.commissionReserve, deal.parts.productCost, deal.parts.extras,
        deal.parts.usage,
      ]
      #expect(parts.allSatisfy { $0 >= 0 && $0 == $0.rounded() }, "seed \(seed), \(parts)")
      #expect(parts.reduce(0, +) == deal.cost, "seed \(seed)")
    }
  }

  /// Two deals of one creator, paid by fee, commission, guarantee and activation; two rules press.
  private static let sample = Result { try makeSample() }

  private static func makeSample() throws -> (Campaign, Plan) {
    var roster = TestCampaigns.roster(
      followers: [30_000, 40_000, 20_000, 9_000], platforms: ["x", "tiktok", "x", "x"])
    roster.handles = TextColumn(["@a", "@b", "@c", "@d"])
    roster.regions = CategoryColumn(["東京", "", "東京", "大阪"])
    roster.fees = NumberColumn([50_000, 60_000.5, .nan, 500_000])
    roster.commissions = NumberColumn([0.1, .nan, 0.05, .nan])
    roster.guarantees = NumberColumn([.nan, 70_000, .nan, .nan])
    roster.activationCosts = NumberColumn([5_000, .nan, 2_000, .nan])
    roster.slots = NumberColumn([2, 1, 1, 1])
    roster.femaleShares = NumberColumn([0.6, .nan, 0.2, .nan])
    roster.ageShares = [0.1, 0.2, 0.4, 0.1, 0.1, 0.1].map {
      NumberColumn([$0, .nan, $0, .nan])
    }
    var first = Product(id: "P1", price: 6_000)
    first.market = 30_000
    first.costPerDeal = 1_500
    var second = Product(id: "P2", price: 4_000)
    second.market = 20_000
    var brief = TestCampaigns.brief(budget: 400_000)
    brief.quotas = [
      Quota(
        filter: DealFilter(values: [.platform: ["tiktok"]]), measure: .count, minimum: 1,
        maximum: 3, name: "tiktok")
    ]
    brief.locks = [Lock(creatorID: "C0", productID: "P1")]
    let campaign = TestCampaigns.perfectFit(roster, [first, second], brief)
    let plan = try #require(try Self.plan(campaign))
    try #require(plan.deals.count >= 3)
    return (campaign, plan)
  }

  @Test func `parts are those worked out by hand`() throws {
    let (_, plan) = try Self.sample.get()
    let first = try #require(plan.deals.first { $0.creatorID == "C0" && $0.productID == "P1" })
    #expect(first.parts.fee == 50_000 && first.parts.productCost == 1_500)
    #expect(first.parts.commissionReserve > 0)
    // 60,000.5 up to the next yen; the guarantee pays what is left of 70,000.
    let second = try #require(plan.deals.first { $0.creatorID == "C1" })
    #expect(second.parts.fee == 60_001 && second.parts.commissionReserve == 9_999)
    let own = plan.deals.filter { $0.creatorID == "C0" }
    #expect(own.map(\.activation) == [5_000] + own.dropFirst().map { _ in 0 })
    #expect(first.profile.mainAge == "30_39" && second.profile.mainAge == nil)
    #expect(first.profile.region == "東京" && second.profile.femaleShare == nil)
    let dear = try #require(plan.leftOut.first { $0.creatorID == "C3" })
    #expect(dear.fee == 500_000 && dear.profile.handle == "@d" && !dear.isNextInLine)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    var promise: AuditPromise
    var make: @Sendable (inout PlanClaims.Details) -> Void
    var testDescription: String { "\(promise)" }
  }

  private static let edits: [Edit] = [
    Edit(promise: .costSums) { $0.parts?[1]?.fee += 1 },
    Edit(promise: .costSums) { $0.parts?[0] = nil },
    Edit(promise: .costSums) { $0.parts?.removeLast() },
    Edit(promise: .costParts) {
      $0.parts?[1]?.fee += 1
      $0.parts?[1]?.commissionReserve -= 1
    },
    Edit(promise: .costParts) {
      $0.parts?[0]?.productCost += 5
      $0.parts?[0]?.commissionReserve -= 5
    },
    Edit(promise: .activations) { $0.parts?[0]?.activation += 1 },
    Edit(promise: .profiles) { $0.profiles?[0]?.handle = "@x" },
    Edit(promise: .profiles) { $0.profiles?[0]?.mainAge = "20_29" },
    Edit(promise: .profiles) { $0.profiles?[0]?.followers += 1 },
    Edit(promise: .profiles) { $0.leftOut?[0].profile.femaleShare = 0.5 },
    Edit(promise: .profiles) { $0.profiles?.removeLast() },
    Edit(promise: .leftOutCosts) { $0.leftOut?[0].fee = 1 },
    Edit(promise: .leftOutCosts) { $0.leftOut?[0].cost = 5 },
    Edit(promise: .productPrices) { $0.products?[1].price += 1 },
    Edit(promise: .cellPeople) {
      $0.products?[0].cells["female_20_29"]?.unique += 0.01
    },
    Edit(promise: .cellPeople) {
      $0.products?[0].cells["male_20_29"]?.people += 1
    },
    Edit(promise: .cellPeople) { $0.products?.removeLast() },
    Edit(promise: .ruleKinds) { $0.rules?[0]?.kind = .quota },
    Edit(promise: .ruleKinds) { $0.rules?[1]?.subject = "platform x" },
    Edit(promise: .ruleKinds) { $0.rules?[1]?.unit = .yen },
    Edit(promise: .ruleKinds) { $0.rules?.removeLast() },
    Edit(promise: .pressures) {
      let isUpper = $0.rules?[0]?.presses == .upper
      $0.rules?[0]?.presses = isUpper ? .neither : .upper
    },
    Edit(promise: .daysAndFormats) { $0.frame?.formats = [.post] },
    Edit(promise: .curveOrder) { $0.curve?.points[4].value = 1 },
    Edit(promise: .curveOrder) { $0.curve?.points[3].bound = nil },
    Edit(promise: .curveOrder) { $0.curve?.points.swapAt(0, 1) },
    Edit(promise: .curvePlan) { $0.curve?.points[2].deals = 99 },
    Edit(promise: .curvePlan) { $0.curve?.points.remove(at: 2) },
    Edit(promise: .curveReturns) { $0.curve?.points[3].marginalReturn = 1e-6 },
    Edit(promise: .curveCeilings) {
      $0.curve?.points[4].value = 1e12
      $0.curve?.points[4].bound = 1e12
    },
  ]

  @Test(arguments: edits)
  func `an edit by hand is caught`(_ edit: Edit) throws {
    let (campaign, plan) = try Self.sample.get()
    let broken = Self.broken(try Self.audited(campaign, plan, edit: edit.make))
    #expect(broken.contains { $0.promise == edit.promise }, "\(broken)")
  }

  @Test func `a plan that says less is held to what it says`() throws {
    let (campaign, plan) = try Self.sample.get()
    let all = try Self.audited(campaign, plan)
    let some = try Self.audited(campaign, plan) {
      $0.parts = nil
      $0.curve = nil
    }
    #expect(Self.broken(all + some) == [])
    #expect(all.count == some.count + 7)
    let none = try Self.audited(campaign, plan) { $0 = PlanClaims.Details() }
    #expect(PlanClaims.Details().untold.count == 9)
    #expect(none.count < some.count && Self.broken(none) == [])
  }
}
