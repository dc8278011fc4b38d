import AllocationAudit
import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Lists of deals side by side, against the plain model and the plain rules.
@Suite struct CompareTests {
  private static let campaigns = 150

  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  /// Values, spends and broken rules of lists thrown together, and the steps from one to the other.
  @Test func listsAreWorthWhatTheModelSays() throws {
    var kept = 0
    var broken = 0
    for seed in 1...Self.campaigns {
      let campaign = RandomCampaign.ofEverySize(seed)
      var random = TestRandom(seed: UInt64(seed) &* 17 &+ 3)
      let rules = NaiveRules(campaign)
      let lists = (0..<2).map { _ in Self.deals(campaign, rules, &random) }
      let comparison = try ComparisonStudy(campaign, settings: Self.settings).comparison(
        of: Self.list("a", lists[0]), with: Self.list("b", lists[1]))
      for (side, deals) in zip([comparison.first, comparison.second], lists) {
        let value = rules.naive.value(deals)
        #expect(
          abs(side.value - value) <= 1e-9 * max(1, abs(value)),
          "seed \(seed): \(side.value) \(value)"
        )
        #expect(abs(side.spend - rules.naive.spend(deals)) <= 1e-6, "seed \(seed)")
        #expect(side.deals.count == deals.count && side.impossible.isEmpty, "seed \(seed)")
        let isKept =
          rules.areKept(deals)
          && !deals.contains { deal in campaign.brief.bans.contains { rules.hits($0, deal) } }
        #expect(side.breaches.isEmpty == isKept, "seed \(seed): \(side.breaches) \(isKept)")
        (kept, broken) = (kept + (isKept ? 1 : 0), broken + (isKept ? 0 : 1))
      }
      let (before, after) = (comparison.first, comparison.second)
      let steps = comparison.steps
      #expect(steps.count == comparison.added.count + comparison.dropped.count, "seed \(seed)")
      #expect(comparison.commonCount + comparison.added.count == lists[1].count, "seed \(seed)")
      let size = max(1, abs(before.value), abs(after.value))
      let sum = steps.reduce(0) { $0 + $1.value }
      #expect(abs(sum - (after.value - before.value)) <= 1e-9 * size * 10, "seed \(seed)")
      let cost = steps.reduce(0) { $0 + $1.cost }
      #expect(abs(cost - (after.spend - before.spend)) <= 1e-6, "seed \(seed)")
    }
    print("\(Self.campaigns) campaigns: \(kept) lists keep every rule, \(broken) do not")
    #expect(kept >= 30 && broken >= 100, "\(kept) \(broken)")
  }

  /// A plan compared with itself and with what is left of it.
  @Test(arguments: 1...20)
  func plansBreakNothingAndTheBoundHolds(seed: Int) throws {
    let campaign = RandomCampaign.ofEverySize(seed)
    guard try !TestCampaigns.isInfeasible(campaign) else { return }
    let plan = try TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 500)
    var list = Self.list(
      "plan", plan.deals.map { .init(creator: $0.creator, product: $0.product, format: $0.format) })
    list.claims = PlanClaims(plan)
    list.isOfTheseInputs = true
    var half = list
    half.deals = Array(list.deals.prefix(list.deals.count / 2))
    half.claims = nil
    let study = try ComparisonStudy(campaign, settings: Self.settings)
    let comparison = try study.comparison(of: list, with: half)
    #expect(comparison.first.breaches.isEmpty)
    #expect(abs(comparison.first.value - plan.value) <= 1e-9 * max(1, abs(plan.value)))
    #expect(comparison.first.outcomes?.mean == plan.outcomes?.mean)
    // Summed here in another order than there, without what the solver adds for rounding.
    let claimed = min(plan.bound, plan.priceBound)
    let bound = try #require(comparison.bound)
    let problem = try CastingProblem(campaign, threads: 1)
    let prices = AuditSubject(problem, auditing: PlanClaims(plan)).prices(PlanClaims(plan))
    let rounding = PlanAudit(problem.allocation).boundRounding(at: prices)
    #expect(abs(bound - claimed) <= 1e-12 * abs(claimed) + rounding, "seed \(seed)")
    let same = try study.comparison(of: list, with: list)
    #expect(same.steps.isEmpty && same.secondIsBetter == 0.5)
    #expect(same.commonCount == plan.deals.count)
  }

  @Test func whatCannotBeMadeIsNamed() throws {
    var campaign = RandomCampaign.make(seed: 4)
    campaign.brief.formats = [.live]
    let list = DealList(
      name: "hand",
      deals: [
        .init(creator: 0, product: 0, format: .video, statedCost: nil),
        .init(creator: 1, product: 1, format: .live, statedCost: 1),
        .init(creator: 1, product: 1, format: nil, statedCost: 1),
      ])
    let comparison = try ComparisonStudy(campaign, settings: Self.settings)
      .comparison(of: list, with: list)
    #expect(comparison.first.impossible.map(\.creatorID) == [campaign.roster.creatorIDs[0]])
    #expect(comparison.first.impossible.map(\.obstacle) == [.formatNotOffered])
    #expect(comparison.first.deals.count == 1)
    #expect(comparison.first.restated.map(\.first) == [1])
  }

  private static func list(_ name: String, _ deals: [NaivePlanValue.Deal]) -> DealList {
    DealList(
      name: name,
      deals: deals.map {
        DealList.Deal(
          creator: $0.creator, product: $0.product, format: $0.format, statedCost: nil)
      })
  }

  /// Some deals that could be made, banned ones too, few enough to keep rules now and then.
  private static func deals(
    _ campaign: Campaign, _ rules: NaiveRules, _ random: inout TestRandom
  ) -> [NaivePlanValue.Deal] {
    var open = campaign
    open.brief.bans = []
    let offered = NaiveRules(open).offeredDeals()
    let share = random.number(0...1)
    let most = campaign.brief.locks.isEmpty && random.chance(0.5) ? 2 : 6
    return Array(offered.filter { _ in random.chance(share * 0.3) }.prefix(most))
  }
}
