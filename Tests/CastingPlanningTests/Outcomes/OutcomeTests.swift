import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Foundation
import Testing

/// What plans may come to, against outcomes simulated by another generator and the plain model.
@Suite struct OutcomeTests {
  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 0.001
    settings.timeLimit = 20
    settings.maximumNodes = 500
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  private func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed))
    var random = TestRandom(seed: UInt64(seed) &+ 77)
    if random.chance(0.3) { campaign.brief.uncertainty.creator = [0.9, 0.7, 0.3, 0.2, 0.1] }
    if random.chance(0.3) { campaign.brief.uncertainty.campaign = random.number(0...0.6) }
    if random.chance(0.3) { campaign.brief.orderCapacity = random.number(50...400).rounded() }
    return campaign
  }

  private func plan(_ campaign: Campaign, threads: Int = 1) throws -> Plan? {
    guard try !TestCampaigns.isInfeasible(campaign) else { return nil }
    var settings = Self.settings
    settings.threads = threads
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  /// Eighty of a hundred outcomes lie between P10 and P90, ten below. Where stock or capacity are sold
  /// out in many outcomes, these are worth the same: ends that fall on them are counted in and out.
  @Test func intervalsCoverWhatTheySay() async throws {
    let found = try await withThrowingTaskGroup(of: Coverage?.self) { group in
      for seed in 1...60 { group.addTask { try self.coverage(seed) } }
      return try await group.reduce(into: [Coverage]()) { if let part = $1 { $0.append(part) } }
    }
    #expect(found.count >= 50)
    for part in found.sorted(by: { $0.seed < $1.seed }) {
      #expect(part.between <= 0.83 && part.within >= 0.77, "\(part)")
      #expect(part.below <= 0.12 && part.notAbove >= 0.08, "\(part)")
    }
    let smooth = found.filter { $0.within - $0.between < 0.01 }
    let mean = smooth.reduce(0) { $0 + $1.within } / Double(smooth.count)
    print(
      "80 % intervals of \(found.count) plans; of the \(smooth.count) without outcomes worth the same "
        + "they cover \(mean * 100) %")
    #expect(smooth.count >= 25 && abs(mean - 0.8) <= 0.01, "\(smooth.count) \(mean)")
  }

  private struct Coverage {
    var seed: Int
    /// Shares of outcomes: between the ends, ends left out; ends counted in.
    var between: Double
    var within: Double
    /// Below the lower end, and not above it.
    var below: Double
    var notAbove: Double
  }

  private func coverage(_ seed: Int) throws -> Coverage? {
    let campaign = campaign(seed)
    guard let plan = try plan(campaign), !plan.deals.isEmpty,
      let interval = plan.outcomes
    else { return nil }
    let naive = NaiveOutcomes(campaign, plan)
    var random = TestRandom(seed: UInt64(seed) &* 31 &+ 5)
    let values = (0..<4_000).map { _ in naive.draw(&random) }
    func share(_ passes: (Double) -> Bool) -> Double { Double(values.count(where: passes)) / 4_000 }
    let mean = values.reduce(0, +) / 4_000
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4_000).squareRoot()
    #expect(abs(mean - interval.mean) <= 0.08 * deviation + 1e-9 * abs(mean), "seed \(seed)")
    #expect(interval.conditionalValueAtRisk <= interval.p10, "seed \(seed)")
    let tie = 1e-9 * max(abs(interval.p90), abs(interval.p10))
    let (low, high) = (interval.p10, interval.p90)
    return Coverage(
      seed: seed, between: share { $0 > low + tie && $0 < high - tie },
      within: share { $0 >= low - tie && $0 <= high + tie }, below: share { $0 < low - tie },
      notAbove: share { $0 <= low + tie })
  }

  @Test(arguments: [3, 8, 21])
  func outcomesAreTheSameAtAnyThreadCount(seed: Int) throws {
    let campaign = campaign(seed)
    let (one, three) = (try plan(campaign), try plan(campaign, threads: 3))
    #expect(one?.outcomes != nil && one?.outcomes == three?.outcomes)
  }

  /// Half the margin per yen: with no scatter at all a loss is certain or impossible.
  @Test func lossesAreCounted() throws {
    var campaign = campaign(5)
    campaign.brief.objective = .gmv
    campaign.brief.quotas = []
    campaign.brief.uncertainty.creator = Tier.allCases.map { _ in 0 }
    campaign.brief.uncertainty.estimatedViews = 0
    campaign.brief.uncertainty.unknownAffinity = 0
    campaign.brief.uncertainty.unknownRelationship = 0
    campaign.brief.uncertainty.product = 0
    campaign.brief.uncertainty.defaultConversion = 0
    campaign.brief.uncertainty.campaign = 0
    for (margin, expected) in [(0.0, 1.0), (1, 0)] {
      for product in campaign.products.products.indices {
        campaign.products.products[product].margin = margin
        campaign.products.products[product].price = 500_000
      }
      let plan = try #require(try plan(campaign))
      let outcomes = try #require(plan.outcomes)
      #expect(outcomes.lossProbability == expected)
      #expect(abs(outcomes.p10 - plan.value) <= 1e-9 * plan.value)
      #expect(abs(outcomes.p90 - plan.value) <= 1e-9 * plan.value)
    }
  }

  // MARK: Aversion to risk

  /// Tiny campaigns against all sets of deals; the variance falls as the aversion grows.
  @Test(arguments: 1...40)
  func theCertaintyEquivalentIsTheBestThereIs(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 5, products: 2)
    campaign.brief.formats = [.live]
    campaign.brief.budget = 160_000
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: false)
    guard try !TestCampaigns.isInfeasible(campaign) else { return }
    var settings = Self.settings
    settings.relativeGap = 0
    settings.maximumNodes = 20_000
    let rules = NaiveRules(campaign)
    let deals = rules.offeredDeals()
    let sets = (0..<(1 << deals.count)).map { bits in
      deals.indices.filter { bits >> $0 & 1 == 1 }.map { deals[$0] }
    }.filter { $0.count <= 6 && rules.areKept($0) }
    let naive = NaiveOutcomes(campaign)
    let worth = sets.map { rules.naive.value($0) }
    let variance = sets.map { $0.reduce(0) { $0 + naive.variance($1) } }
    let scale = max(1, abs(worth.max() ?? 1)) / max(1, variance.max() ?? 1)
    var earlier = Double.infinity
    for share in [0, 0.02, 0.2, 2] {
      campaign.brief.riskAversion = share * scale
      let aversion = campaign.brief.riskAversion
      let most = zip(worth, variance).map { $0 - aversion * $1 }.max() ?? 0
      guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
        Issue.record("seed \(seed), \(share): no plan")
        continue
      }
      let size = max(1, abs(most), abs(worth.max() ?? 0))
      #expect(abs(plan.value - most) <= 1e-7 * size, "seed \(seed), \(share)")
      let chosen = plan.deals.map {
        NaivePlanValue.Deal(creator: $0.creator, product: $0.product, format: $0.format)
      }
      let scatter = chosen.reduce(0) { $0 + naive.variance($1) }
      #expect(abs(plan.riskCharge - aversion * scatter) <= 1e-7 * size, "seed \(seed), \(share)")
      let expected = plan.value + plan.riskCharge
      #expect(abs(expected - rules.naive.value(chosen)) <= 1e-7 * size, "seed \(seed)")
      #expect(scatter <= earlier * (1 + 1e-6) + 1e-9, "seed \(seed), \(share)")
      earlier = scatter
      let sum = plan.deals.reduce(0) { $0 + $1.marginalValue }
      #expect(abs(sum - plan.value) <= 1e-7 * size, "seed \(seed), \(share)")
    }
  }
}

/// Outcomes by the plain model, normal numbers by the polar method from another generator.
struct NaiveOutcomes {
  private let campaign: Campaign
  private let naive: NaivePlanValue
  private let deals: [NaivePlanValue.Deal]

  init(_ campaign: Campaign, _ plan: Plan? = nil) {
    self.campaign = campaign
    naive = NaivePlanValue(campaign: campaign)
    deals = (plan?.deals ?? []).map {
      NaivePlanValue.Deal(creator: $0.creator, product: $0.product, format: $0.format)
    }
  }

  private func spread(_ deal: NaivePlanValue.Deal) -> Double {
    let (roster, spreads) = (campaign.roster, campaign.brief.uncertainty)
    let i = deal.creator
    let followers = roster.followers.values[i]
    let tier =
      followers < 1e4 ? 0 : followers < 1e5 ? 1 : followers < 5e5 ? 2 : followers < 1e6 ? 3 : 4
    var variance = pow(spreads.creator[tier], 2)
    let own = roster.formatViews[deal.format.index]
    let views = own.values.isEmpty ? roster.averageViews : own
    if naive.known(views, i) == nil { variance += pow(spreads.estimatedViews, 2) }
    let signals = [roster.engagementRates, roster.replyRates, roster.repeatViewerShares]
    if signals.allSatisfy({ naive.known($0, i) == nil }) {
      variance += pow(spreads.unknownRelationship, 2)
    }
    return variance.squareRoot()
  }

  private func productSpread(_ j: Int) -> Double {
    let spreads = campaign.brief.uncertainty
    let product = campaign.products.products[j]
    let priced = DealFormat.simple.filter {
      !campaign.roster.formatFees[$0.index].values.isEmpty
    }
    // Whoever buys from a format whose rate nobody stated is not known as well as others.
    let isStated = (campaign.brief.formats ?? (priced.isEmpty ? [.live] : priced)).allSatisfy {
      product.formatConversions[$0] != nil || ($0 == .live && product.conversion != nil)
    }
    let isDefault = !isStated && campaign.brief.objective != .reach
    return (pow(spreads.product, 2) + (isDefault ? pow(spreads.defaultConversion, 2) : 0))
      .squareRoot()
  }

  func draw(_ random: inout TestRandom) -> Double {
    var outcome = naive
    for deal in deals {
      let most = deals.filter { $0.creator == deal.creator }.map(spread).max() ?? 0
      if outcome.reachFactors[deal.creator] == nil {
        outcome.reachFactors[deal.creator] = luck(most, &random)
      }
    }
    let shared = luck(campaign.brief.uncertainty.campaign, &random)
    outcome.orderFactors = campaign.products.products.indices.map {
      shared * luck(productSpread($0), &random)
    }
    return outcome.value(deals)
  }

  private func luck(_ spread: Double, _ random: inout TestRandom) -> Double {
    while true {
      let (x, y) = (2 * random.unit() - 1, 2 * random.unit() - 1)
      let square = x * x + y * y
      if square > 0 && square < 1 {
        let normal = x * (-2 * log(square) / square).squareRoot()
        return exp(spread * normal) / exp(spread * spread / 2)
      }
    }
  }

  /// What a deal adds to the variance that casting can diversify.
  func variance(_ deal: NaivePlanValue.Deal) -> Double {
    let product = campaign.products.products[deal.product]
    let objective = campaign.brief.objective
    let worth: Double =
      switch objective {
      case .gmv: product.price
      case .profit: product.price * product.margin
      case .ltv: product.price * product.margin * product.lifetimeOrders
      case .orders, .reach: 1
      }
    var value = 0.0
    for (s, people) in naive.reach(deal).enumerated() {
      value += people * worth * (objective == .reach ? 1 : naive.conversion(deal.product, s))
    }
    return (exp(pow(spread(deal), 2)) - 1) * value * value
  }
}
