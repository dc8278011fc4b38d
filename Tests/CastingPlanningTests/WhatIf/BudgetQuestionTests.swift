import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Targets, minimum returns and kept plans of tiny campaigns against all sets of deals there are.
@Suite struct BudgetQuestionTests {
  private static let exact: PlannerSettings = {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0
    settings.timeLimit = 30
    settings.maximumNodes = 20_000
    settings.threads = 1
    return settings
  }()

  private func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 5, products: 2)
    campaign.brief.formats = [.live]
    campaign.brief.budget = 160_000
    // What is asked for is what the budget pays: here the costs alone.
    campaign.brief.terms.agency = AgencyTerms()
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    return campaign
  }

  /// A set of deals that obeys the rules.
  private struct Naive {
    var value: Double
    var spend: Double
    var deals: [NaivePlanValue.Deal]
  }

  private func allPlans(_ campaign: Campaign) -> [Naive] {
    let rules = NaiveRules(campaign)
    let deals = rules.offeredDeals()
    return (0..<(1 << deals.count)).compactMap { bits in
      let chosen = deals.indices.filter { bits >> $0 & 1 == 1 }.map { deals[$0] }
      guard chosen.count <= 6, rules.areKept(chosen) else { return nil }
      return Naive(
        value: rules.naive.value(chosen), spend: rules.naive.spend(chosen), deals: chosen)
    }
  }

  private func rounding(_ value: Double) -> Double { 1e-7 * max(1, abs(value)) }

  @Test(arguments: 1...40)
  func theLeastSpendThatReachesATarget(seed: Int) throws {
    var campaign = campaign(seed)
    let plans = allPlans(campaign)
    guard let most = plans.map(\.value).max(), most > 0 else { return }
    for share in [0.35, 0.8, 0.999, 1.1] {
      let target = share * most
      campaign.brief.target = target
      let least = plans.filter { $0.value >= target }.map(\.spend).min()
      switch try Planner.plan(campaign, settings: Self.exact) {
      case .plan(let plan, _):
        let spend = try #require(least, "seed \(seed), \(share): a plan where there is none")
        #expect(plan.value >= target - rounding(target), "seed \(seed), \(share)")
        #expect(abs(plan.spend - spend) <= 1e-6, "seed \(seed), \(share): \(plan.spend) \(spend)")
        let answer = try #require(plan.budgetAnswer)
        let bound = try #require(answer.spendBound)
        #expect(bound <= spend + 1e-6, "seed \(seed), \(share): \(bound) \(spend)")
        #expect(bound >= spend - 1 - 1e-6, "seed \(seed), \(share): \(bound) \(spend)")
      case .unreached(let miss):
        #expect(least == nil, "seed \(seed), \(share): \(miss)")
        #expect(miss.isProved, "seed \(seed), \(share): \(miss)")
        #expect(abs(miss.value - most) <= rounding(most), "seed \(seed), \(share): \(miss)")
      case .infeasible, .unknown: Issue.record("seed \(seed), \(share): no plan")
      }
    }
  }

  /// The most of value less the return times the spend, and the settled plan is the best of its spend.
  @Test(arguments: 1...40)
  func spendingEndsWhereAYenEarnsLess(seed: Int) throws {
    var campaign = campaign(seed)
    let plans = allPlans(campaign)
    guard let most = plans.max(by: { $0.value < $1.value }), most.spend > 0 else { return }
    for share in [0.3, 1, 3] {
      let rate = share * max(0, most.value) / most.spend
      campaign.brief.minimumMarginalReturn = rate
      let surplus = try #require(plans.map { $0.value - rate * $0.spend }.max())
      guard case .plan(let plan, _) = try Planner.plan(campaign, settings: Self.exact) else {
        Issue.record("seed \(seed), \(share): no plan")
        continue
      }
      let found = plan.value - rate * plan.spend
      #expect(found >= surplus - rounding(surplus), "seed \(seed), \(share): \(found) \(surplus)")
      let bound = try #require(plan.budgetAnswer?.surplusBound)
      #expect(bound >= surplus - rounding(surplus), "seed \(seed), \(share): \(bound) \(surplus)")
      #expect(plan.budget <= 160_000, "seed \(seed), \(share)")
    }
  }

  @Test(arguments: 1...40)
  func aKeptPlanChangesByNoMoreThanItMay(seed: Int) throws {
    var campaign = campaign(seed)
    campaign.brief.budget = 110_000
    let before = allPlans(campaign)
    guard let last = before.max(by: { $0.value < $1.value }) else { return }
    // What has changed since: more money, another price, and one creator who is gone.
    campaign.brief.budget = 160_000
    campaign.products.products[seed % 2].price *= 1.5
    if seed % 3 == 0 {
      let id = campaign.roster.creatorIDs[last.deals.first?.creator ?? 0]
      campaign.brief.bans.append(DealFilter(values: [.creator: [id]]))
    }
    let plans = allPlans(campaign)
    let free = plans.map(\.value).max()
    let kept = last.deals.map { identity($0, campaign) }
    var earlier = -Double.infinity
    for most in [0, 1, 2, 3, 4, 100] {
      let expected = plans.filter { changes($0.deals, kept, campaign) <= most }.map(\.value).max()
      campaign.brief.keep = KeptPlan(deals: kept, maximumChanges: most)
      switch try Planner.plan(campaign, settings: Self.exact) {
      case .plan(let plan, _):
        let value = try #require(expected, "seed \(seed), \(most): a plan where there is none")
        #expect(abs(plan.value - value) <= rounding(value), "seed \(seed), \(most)")
        let deals = plan.deals.map {
          NaivePlanValue.Deal(creator: $0.creator, product: $0.product, format: $0.format)
        }
        let made = changes(deals, kept, campaign)
        #expect(made <= most, "seed \(seed), \(most): \(made) changes")
        let rule = try #require(plan.rules.first { $0.name == "keep" })
        #expect(rule.activity == Double(made) && rule.upper == Double(most), "seed \(seed)")
        #expect(plan.value >= earlier - rounding(earlier), "seed \(seed), \(most)")
        earlier = plan.value
        if most == 100 { #expect(abs(plan.value - (free ?? 0)) <= rounding(plan.value)) }
      case .infeasible: #expect(expected == nil, "seed \(seed), \(most): called impossible")
      case .unreached, .unknown: Issue.record("seed \(seed), \(most): nothing found")
      }
    }
  }

  private func identity(_ deal: NaivePlanValue.Deal, _ campaign: Campaign) -> KeptPlan.Deal {
    KeptPlan.Deal(
      creatorID: campaign.roster.creatorIDs[deal.creator],
      productID: campaign.products.products[deal.product].id, format: deal.format)
  }

  /// Deals that come and deals that go.
  private func changes(
    _ deals: [NaivePlanValue.Deal], _ kept: [KeptPlan.Deal], _ campaign: Campaign
  ) -> Int {
    Set(deals.map { identity($0, campaign) }).symmetricDifference(kept).count
  }

  /// A clash with a kept plan names it, and says how many changes would do.
  @Test func aClashWithTheKeptPlanIsNamed() throws {
    var campaign = campaign(4)
    campaign.brief = TestCampaigns.brief(budget: 1_000_000)
    let ids = (0..<2).map { campaign.roster.creatorIDs[$0] }
    campaign.brief.locks = ids.map { Lock(creatorID: $0) }
    campaign.brief.keep = KeptPlan(deals: [], maximumChanges: 1)
    guard case .infeasible(let report) = try Planner.plan(campaign, settings: Self.exact) else {
      Issue.record("a plan where there is none")
      return
    }
    let rules = try #require(report.clashes.first).rules
    let keep = try #require(rules.first { $0.rule.name == "keep" })
    #expect(keep.change == .limit(from: 1, to: 2))
  }
}
