import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What other budgets bring, held against plans made with those budgets.
struct BudgetCurveTests {
  private static func settings(points: Int = 5, threads: Int = 1) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 1e-6
    settings.maximumNodes = 20_000
    settings.timeLimit = 600
    settings.threads = threads
    settings.curvePoints = points
    return settings
  }

  private static func plan(
    _ campaign: Campaign, _ settings: PlannerSettings = settings()
  ) throws -> Plan? {
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  @Test func `budgets lie around the plan's own`() {
    func budgets(_ budget: Double, _ count: Int) -> [Double] {
      BudgetCurve.budgets(around: budget, count: count)
    }
    #expect(
      budgets(2_500_000, 11)
        == [1.0, 1.3, 1.6, 1.9, 2.2, 2.5, 2.8, 3.1, 3.4, 3.7, 4.0].map { ($0 * 1e6).rounded() })
    #expect(budgets(1_000, 1) == [1_000])
    #expect(budgets(1_000, 2) == [1_000, 1_600])
    #expect(budgets(1_000, 4) == [400, 1_000, 1_300, 1_600])
    #expect(budgets(1_000.5, 3) == [400, 1_000.5, 1_601])
    #expect(budgets(0, 11) == [0])
    #expect(budgets(3, 11) == [1, 2, 3, 4, 5])
  }

  /// Every value is one that a plan within the budget has, and no plan there is above the bound.
  @Test(arguments: 1...8)
  func `points hold what a plan of their budget comes to`(_ seed: Int) throws {
    let campaign = RandomCampaign.ofEverySize(seed)
    guard let plan = try Self.plan(campaign), let points = plan.curve?.points else { return }
    #expect(points.map(\.budget) == BudgetCurve.budgets(around: plan.budget, count: 5))
    for point in points {
      var other = campaign
      other.brief.budget = point.budget
      let best = try Self.plan(other, Self.settings(points: 0))
      guard let best, best.status == .optimal else {
        #expect(point.value == nil || best != nil, "seed \(seed), budget \(point.budget)")
        continue
      }
      let slack = 1e-6 * abs(best.value) + 1e-6
      let bound = point.bound ?? -.infinity
      #expect(bound >= best.value - slack, "seed \(seed), budget \(point.budget)")
      #expect((point.value ?? -.infinity) <= best.bound + slack, "seed \(seed), \(point)")
      if let value = point.value, point.budget != plan.budget {
        // Nodes are limited, so a gap is, too, but in cases that take many.
        #expect(value >= best.value - 0.1 * abs(best.value) - slack, "seed \(seed), \(point)")
      }
    }
    Self.expectOrder(points, of: plan, seed: seed)
  }

  private static func expectOrder(_ points: [BudgetCurve.Point], of plan: Plan, seed: Int) {
    for (point, next) in zip(points, points.dropFirst()) {
      #expect(next.value ?? -.infinity >= point.value ?? -.infinity, "seed \(seed), \(next)")
      #expect(next.bound ?? -.infinity >= point.bound ?? -.infinity, "seed \(seed), \(next)")
      let rise = (next.value ?? .nan) - (point.value ?? .nan)
      let perYen = rise / (next.budget - point.budget)
      #expect(
        perYen.isNaN ? point.marginalReturn == nil : point.marginalReturn == perYen,
        "seed \(seed), \(point)")
    }
    #expect(points.last?.marginalReturn == nil)
    let own = points.first { $0.budget == plan.budget }
    #expect(own?.value == plan.value && own?.bound == plan.bound, "seed \(seed)")
    #expect(own?.deals == plan.deals.count, "seed \(seed)")
  }

  /// The plan does not hang on whether the curve was asked for, nor the curve on threads.
  @Test(arguments: [2, 3, 4])
  func `a curve changes nothing and is the same at any number of threads`(_ seed: Int) throws {
    let campaign = RandomCampaign.ofEverySize(seed)
    guard let with = try Self.plan(campaign) else {
      #expect(seed != 2, "there is a plan")
      return
    }
    let without = try #require(try Self.plan(campaign, Self.settings(points: 0)))
    #expect(without.curve == nil && without.curveOmission == .notAsked)
    #expect(with.value == without.value && with.bound == without.bound)
    #expect(with.deals.map(\.creatorID) == without.deals.map(\.creatorID))
    let wide = try #require(try Self.plan(campaign, Self.settings(threads: 3)))
    #expect(wide.curve == with.curve, "seed \(seed)")
  }

  /// Two creators at ¥100,000 each, of whom one is locked: less than that has no plan.
  private static func locked(budget: Double) -> Campaign {
    var roster = TestCampaigns.roster(followers: [20_000, 20_000])
    roster.fees = NumberColumn([100_000, 100_000])
    var product = Product(id: "P", price: 5_000)
    product.market = 50_000
    var brief = TestCampaigns.brief(budget: budget)
    brief.locks = [Lock(creatorID: "C1")]
    return TestCampaigns.perfectFit(roster, [product], brief)
  }

  @Test func `a budget too small for a lock has neither value nor bound`() throws {
    let plan = try #require(try Self.plan(Self.locked(budget: 150_000)))
    let points = try #require(plan.curve?.points)
    #expect(points.map(\.budget) == [60_000, 105_000, 150_000, 195_000, 240_000])
    #expect(points[0] == BudgetCurve.Point(budget: 60_000, value: nil, bound: nil, deals: nil))
    #expect(points[1...3].allSatisfy { $0.value == plan.value && $0.deals == 1 })
    #expect(points[1].marginalReturn == 0)
    #expect(points[4].deals == 2 && points[4].value ?? 0 > plan.value)
  }

  @Test func `a plan without deals has a curve`() throws {
    var campaign = Self.locked(budget: 90_000)
    campaign.brief.locks = []
    let plan = try #require(try Self.plan(campaign))
    #expect(plan.deals.isEmpty)
    let points = try #require(plan.curve?.points)
    #expect(points.map { $0.deals ?? -1 } == [0, 0, 0, 1, 1])
    campaign.brief.budget = 0
    let penniless = try #require(try Self.plan(campaign)?.curve)
    #expect(penniless.points.map(\.budget) == [0])
  }

  @Test func `a relaxed budget is the one the curve goes by`() throws {
    var settings = Self.settings()
    settings.relaxesRules = true
    let plan = try #require(try Self.plan(Self.locked(budget: 80_000), settings))
    #expect(plan.relaxed.count == 1 && plan.budget >= 100_000)
    #expect(plan.curve?.points.contains { $0.budget == plan.budget } == true)
  }

  @Test func `a budget that was found is the curve's middle`() throws {
    var campaign = Self.locked(budget: 300_000)
    let most = try #require(try Self.plan(campaign))
    campaign.brief.target = most.value * 0.4
    let plan = try #require(try Self.plan(campaign))
    #expect(plan.budget < 300_000)
    #expect(plan.curve?.points[2].budget == plan.budget)
    #expect(plan.curve?.points[2].value == plan.value)
  }

  @Test func `what has no curve says why`() throws {
    var campaign = Self.locked(budget: 150_000)
    var settings = Self.settings()
    settings.mostHeldDeals = 0
    let long = try #require(try Self.plan(campaign, settings))
    #expect(long.curve == nil && long.curveOmission == .rosterNotHeld)
    campaign.brief.budget = .infinity
    let free = try #require(try Self.plan(campaign))
    #expect(free.curve == nil && free.curveOmission == .noBudget)
  }
}
