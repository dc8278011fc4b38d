import CastingPlanning
import CastingTestSupport
import Testing

/// Random campaigns: every figure of the plan against plain loops over the inputs.
struct PlanValueTests {
  private func isClose(_ left: Double, _ right: Double, _ tolerance: Double = 1e-12) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(left), abs(right))
  }

  private func deals(_ plan: Plan) -> [NaivePlanValue.Deal] {
    plan.deals.map { .init(creator: $0.creator, product: $0.product, format: $0.format) }
  }

  /// Fees of every kind and bookings from the sixtieth campaign on.
  @Test(arguments: 1...560)
  func planAgreesWithPlainLoops(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed))
    if seed > 60 {
      RandomCampaign.addTalks(to: &campaign, seed: UInt64(seed), books: 0.1)
      if try TestCampaigns.isInfeasible(campaign) { return }
    }
    let plan = try TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 100)
    let naive = NaivePlanValue(campaign: campaign)
    let deals = deals(plan)
    #expect(!deals.isEmpty || plan.value == 0, "seed \(seed)")
    // Profit is a small difference of large sums: compare on the scale of what is subtracted.
    let scale = campaign.brief.objective.subtractsCost ? plan.spend : 0
    #expect(isClose(plan.value + scale, naive.value(deals) + scale), "seed \(seed)")
    #expect(plan.spend == naive.spend(deals), "seed \(seed)")
    #expect(plan.spend <= plan.budget, "seed \(seed)")
    try expectTotals(plan, naive, deals, seed)
    #expect(plan.bound >= plan.value, "seed \(seed)")
    for (row, deal) in zip(plan.deals, deals) {
      #expect(row.cost == naive.cost(deal), "seed \(seed) \(row.creatorID)")
      #expect(row.clientCost == naive.clientCost(deal), "seed \(seed) \(row.creatorID)")
      #expect(!naive.isOff(deal), "seed \(seed) \(row.creatorID)")
      #expect(row.booking == naive.booked(deal), "seed \(seed) \(row.creatorID)")
      #expect(
        isClose(row.affinity, naive.affinity(deal.creator, deal.product)), "seed \(seed)")
      #expect(isClose(row.effectiveReach, naive.reach(deal).reduce(0, +)), "seed \(seed)")
      for (people, expected) in zip(row.reachByCell, naive.reach(deal)) {
        #expect(isClose(people, expected), "seed \(seed)")
      }
    }
  }

  /// Orders served are those worth most; of reach, all are.
  private func expectTotals(
    _ plan: Plan, _ naive: NaivePlanValue, _ deals: [NaivePlanValue.Deal], _ seed: Int
  ) throws {
    let totals = try #require(plan.totals)
    let (orders, sales, margin) = naive.served(deals)
    #expect(isClose(totals.orders, orders, 1e-9), "seed \(seed)")
    #expect(isClose(totals.sales, sales, 1e-9), "seed \(seed)")
    #expect(isClose(totals.profit + plan.spend, margin, 1e-9), "seed \(seed)")
    #expect(totals.spend == plan.spend, "seed \(seed)")
    #expect(isClose(totals.clientSpend, naive.clientSpend(deals)), "seed \(seed)")
    #expect(totals.clientSpend <= plan.budget + 1e-6, "seed \(seed)")
    #expect(plan.deals.isEmpty || isClose(totals.costPerOrder ?? 0, plan.spend / orders, 1e-9))
  }

  @Test(arguments: 1...60)
  func marginalValuesAreTheIncreasesInBookingOrder(seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    let plan = try TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 100)
    let naive = NaivePlanValue(campaign: campaign)
    let deals = deals(plan)
    var sum = 0.0
    for (number, row) in plan.deals.enumerated() {
      let before = Array(deals[..<number])
      let after = Array(deals[...number])
      let scale = max(abs(naive.value(after)), naive.spend(after))
      let increase = naive.value(after) - naive.value(before)
      #expect(abs(row.marginalValue - increase) <= 1e-11 * max(1, scale), "seed \(seed)")
      sum += row.marginalValue
      #expect(row.rank == number + 1)
      #expect(row.cumulativeValue == sum, "seed \(seed)")
      #expect(isClose(row.cumulativeCost, naive.spend(after)), "seed \(seed)")
      let orders = naive.orders(after).reduce(0, +) - naive.orders(before).reduce(0, +)
      #expect(abs(row.expectedOrders - orders) <= 1e-9 * max(1, orders), "seed \(seed)")
    }
    #expect(isClose(plan.value, sum), "seed \(seed)")
    #expect(isClose(plan.products.reduce(0) { $0 + $1.value }, sum), "seed \(seed)")
    #expect(isClose(plan.creators.reduce(0) { $0 + $1.value }, sum), "seed \(seed)")
  }

  /// No deal further down adds more per yen than the one that is booked.
  @Test(arguments: 1...60)
  func everyDealIsTheBestOfThoseLeft(seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed), creators: 20)
    let plan = try TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 100)
    let naive = NaivePlanValue(campaign: campaign)
    let deals = deals(plan)
    for number in deals.indices {
      let before = Array(deals[..<number])
      for later in deals[number...] {
        let value = naive.value(before + [later]) - naive.value(before)
        let yen = naive.spend(before + [later]) - naive.spend(before)
        let chosen = plan.deals[number].marginalReturn
        #expect(
          value / yen <= chosen + 1e-9 * max(1, abs(chosen)), "seed \(seed), rank \(number + 1)")
      }
    }
  }

  @Test(arguments: 1...20)
  func planIsTheSameAtAnyNumberOfThreads(seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed), creators: 40)
    let texts = try [1, 2].map { threads -> String in
      var settings = PlannerSettings()
      settings.feeTrialWork = 0
      settings.threads = threads
      settings.maximumNodes = 100
      guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
        return "no plan"
      }
      return "\(plan)"
    }
    #expect(texts[0] == texts[1], "seed \(seed)")
    #expect(texts[0] != "no plan", "seed \(seed)")
  }

  @Test(arguments: 1...60)
  func planIsWorthMoreThanEveryBaseline(seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    let plan = try TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 100)
    #expect(plan.baselines.count >= 4, "seed \(seed): \(plan.notes)")
    for baseline in plan.baselines {
      #expect(
        baseline.value <= plan.bound + 1e-9 * abs(plan.bound), "seed \(seed) \(baseline.name)")
      #expect(
        baseline.value <= plan.value + plan.gap * abs(plan.bound) + 1e-6,
        "seed \(seed) \(baseline.name)")
      #expect(baseline.spend <= plan.budget, "seed \(seed) \(baseline.name)")
    }
  }
}
