import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// How much of a plan stays, and what other ways to cast may come to.
@Suite struct StabilityTests {
  private func settings(draws: Int, threads: Int = 2) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.relativeGap = 0.001
    settings.maximumNodes = 1_000
    settings.timeLimit = 60
    settings.threads = threads
    settings.feeTrialWork = 0
    settings.stabilityDraws = draws
    settings.comparesStrategies = true
    return settings
  }

  private func plan(_ campaign: Campaign, _ settings: PlannerSettings) throws -> Plan {
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      throw TestCampaigns.NoPlan(reasons: ["none"])
    }
    return plan
  }

  private func feasible(_ seed: Int) throws -> Campaign? {
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    return try TestCampaigns.isInfeasible(campaign) ? nil : campaign
  }

  /// Where nothing is uncertain, every deal stays.
  @Test(arguments: 1...8)
  func certainInputsKeepThePlan(seed: Int) throws {
    guard var campaign = try feasible(seed) else { return }
    campaign.brief.uncertainty.creator = Tier.allCases.map { _ in 0 }
    campaign.brief.uncertainty.estimatedViews = 0
    campaign.brief.uncertainty.unknownAffinity = 0
    campaign.brief.uncertainty.unknownRelationship = 0
    campaign.brief.uncertainty.product = 0
    campaign.brief.uncertainty.defaultConversion = 0
    campaign.brief.uncertainty.campaign = 0
    let plan = try plan(campaign, settings(draws: 6))
    let stability = try #require(plan.stability)
    #expect(stability.draws == 6 && stability.reserves.isEmpty)
    #expect(stability.shares.allSatisfy { $0 == 1 })
    #expect(plan.deals.indices.allSatisfy { stability.isCore($0) })
  }

  /// Two creators, one of whom fits the budget: the better one stays as often as her factor times her
  /// reach is the larger, which for lognormal factors is Φ(ln(1.25) / (σ √2)).
  @Test func theBetterOfTwoStaysAsOftenAsChanceHasIt() throws {
    var roster = TestCampaigns.roster(followers: [50_000, 40_000])
    roster.formatFees[DealFormat.live.index] = NumberColumn([100_000, 100_000])
    roster.formatViews[DealFormat.live.index] = NumberColumn([5_000, 4_000])
    roster.engagementRates = NumberColumn([0.02, 0.02])
    var product = Product(id: "P", price: 3_000)
    product.conversion = 0.02
    var brief = TestCampaigns.brief(budget: 100_000)
    brief.saturation = .none
    brief.uncertainty.creator = Tier.allCases.map { _ in 0.5 }
    let plan = try plan(
      TestCampaigns.perfectFit(roster, [product], brief), settings(draws: 2_000))
    #expect(plan.deals.map(\.creatorID) == ["C0"])
    let stability = try #require(plan.stability)
    // Φ(0.2231 / 0.7071) = Φ(0.3156) = 0.6238; three standard errors of 2,000 draws are 0.033.
    #expect(abs(stability.shares[0] - 0.6238) <= 0.033, "\(stability.shares)")
    #expect(!stability.isCore(0))
    #expect(stability.reserves.map(\.deal.creatorID) == ["C1"])
    #expect(abs(stability.reserves[0].share + stability.shares[0] - 1) <= 1e-12)
  }

  @Test(arguments: [2, 5, 9])
  func isTheSameAtAnyThreadCount(seed: Int) throws {
    guard let campaign = try feasible(seed) else { return }
    let plans = try [1, 3].map { try plan(campaign, settings(draws: 12, threads: $0)) }
    #expect(plans[0].stability != nil && plans[0].stability == plans[1].stability)
    #expect(plans[0].baselines.map(\.outcomes) == plans[1].baselines.map(\.outcomes))
  }

  /// One star is one creator, whatever the rules ask for, and says which of them it breaks.
  @Test func oneStarStandsAlone() throws {
    var roster = TestCampaigns.roster(
      followers: [900_000, 50_000, 40_000, 30_000],
      platforms: ["youtube", "tiktok", "tiktok", "tiktok"])
    roster.formatFees[DealFormat.live.index] = NumberColumn([400_000, 90_000, 80_000, 60_000])
    roster.formatViews[DealFormat.live.index] = NumberColumn([9_000, 5_000, 4_000, 3_000])
    roster.femaleShares = NumberColumn([0.5, 0.5, 0.5, 0.5])
    roster.ageShares = (0..<6).map { _ in NumberColumn([Double](repeating: 1.0 / 6, count: 4)) }
    var product = Product(id: "P", price: 3_000)
    product.conversion = 0.02
    var brief = TestCampaigns.brief(budget: 500_000)
    brief.saturation = .none
    brief.quotas = [
      Quota(
        filter: DealFilter(values: [.platform: ["tiktok"]]), measure: .count, minimum: 2,
        maximum: nil, name: "tiktok")
    ]
    let campaign = TestCampaigns.perfectFit(roster, [product], brief)
    let plan = try plan(campaign, settings(draws: 0))
    let star = try #require(plan.baselines.first { $0.name == "one star" })
    #expect(star.deals == 1 && star.spend == 400_000 && star.largestShare == 1)
    #expect(star.breaches.map(\.rule) == ["tiktok"])
    #expect(star.breaches.map(\.found) == [0] && star.breaches.map(\.limit) == [2])
    let naive = NaivePlanValue(campaign: campaign)
    #expect(
      abs(star.value - naive.value([.init(creator: 0, product: 0, format: .live)]))
        <= 1e-9 * star.value)
    #expect(plan.baselines.allSatisfy { $0.outcomes != nil })
    let kept = plan.baselines.filter { $0.breaches.isEmpty }
    #expect(!kept.isEmpty && kept.allSatisfy { $0.value <= plan.bound * (1 + 1e-9) })
    #expect(plan.stability == nil)
  }
}
