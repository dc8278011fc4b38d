import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Plans of campaigns with packages against plain loops over the inputs, and against every plan there is.
struct PackagePlanTests {
  private static func isClose(_ left: Double, _ right: Double, _ tolerance: Double = 1e-11) -> Bool
  {
    abs(left - right) <= tolerance * max(1, abs(left), abs(right))
  }

  private static func deals(_ plan: Plan) -> [NaivePlanValue.Deal] {
    plan.deals.map { .init(creator: $0.creator, product: $0.product, format: $0.format) }
  }

  private static func campaign(_ seed: Int, creators: Int, products: Int) -> Campaign {
    var campaign = RandomCampaign.make(
      seed: UInt64(seed), creators: creators, products: products)
    RandomCampaign.addPackages(to: &campaign, seed: UInt64(seed))
    return campaign
  }

  private static func plan(_ campaign: Campaign, gap: Double) throws -> Plan? {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = gap
    settings.timeLimit = 20
    settings.maximumNodes = 20_000
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  @Test(arguments: 1...80)
  func `value, spend, reach and costs are those of plain loops`(_ seed: Int) throws {
    var campaign = Self.campaign(seed, creators: 12, products: 3)
    campaign.brief.quotas = []
    let plan = try #require(try Self.plan(campaign, gap: 0.01), "seed \(seed)")
    let naive = NaivePlanValue(campaign: campaign)
    let deals = Self.deals(plan)
    let scale = campaign.brief.objective.subtractsCost ? plan.spend : 0
    #expect(Self.isClose(plan.value + scale, naive.value(deals) + scale), "seed \(seed)")
    #expect(Self.isClose(plan.spend, naive.spend(deals)), "seed \(seed)")
    let totals = try #require(plan.totals)
    #expect(Self.isClose(totals.orders, naive.served(deals).orders, 1e-9), "seed \(seed)")
    for (row, deal) in zip(plan.deals, deals) {
      // The sum of parts may be rounded up a yen further.
      #expect(abs(row.cost - naive.cost(deal)) <= 1, "seed \(seed) \(row.creatorID)")
      #expect(Self.isClose(row.effectiveReach, naive.reach(deal).reduce(0, +)), "seed \(seed)")
      let single = naive.orders([deal]).reduce(0, +)
      #expect(row.expectedOrders <= single * (1 + 1e-9), "seed \(seed)")
    }
    #expect(PlanClaims(plan).packages == campaign.packagesInPlay, "seed \(seed)")
  }

  @Test func `packages are in the plans that are looked at`() throws {
    let cast = try (1...80).reduce(into: Set<String>()) { names, seed in
      var campaign = Self.campaign(seed, creators: 12, products: 3)
      campaign.brief.quotas = []
      guard let plan = try Self.plan(campaign, gap: 0.05) else { return }
      names.formUnion(plan.deals.map(\.format.rawValue))
    }
    #expect(cast.isSuperset(of: ["live", "launch", "Series"]))
  }

  @Test(arguments: 1...80)
  func `no plan of a small campaign is better, and no bound is below`(_ seed: Int) throws {
    var campaign = Self.campaign(seed, creators: 3, products: 2)
    campaign.brief.budget = 160_000
    let rules = NaiveRules(campaign)
    let offered = rules.offeredDeals()
    var most: Double?
    for bits in 0..<(1 << offered.count) {
      let chosen = offered.indices.filter { bits >> $0 & 1 == 1 }.map { offered[$0] }
      guard chosen.count <= 6, rules.areKept(chosen) else { continue }
      let value = rules.naive.value(chosen)
      most = max(most ?? value, value)
    }
    guard let plan = try Self.plan(campaign, gap: 0) else {
      #expect(most == nil, "seed \(seed): a plan was there")
      return
    }
    let isKept = rules.areKept(Self.deals(plan))
    #expect(isKept, "seed \(seed): \(plan.deals.map { "\($0.creatorID) \($0.format.rawValue)" })")
    let best = try #require(most, "seed \(seed): a plan where there is none")
    #expect(Self.isClose(plan.value, best, 1e-7), "seed \(seed): \(plan.value), \(best)")
    #expect(plan.bound >= best - 1e-7 * max(1, abs(best)), "seed \(seed)")
  }
}

extension Campaign {
  fileprivate var packagesInPlay: [DealPackage] {
    brief.packages.filter { brief.formats?.contains(.package($0)) ?? true }
  }
}
