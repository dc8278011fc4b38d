import CastingTestSupport
import AllocationTestSupport
import Casting
import CastingPlanning
import Testing

/// Every number that a plan tells beside its own value, against all sets of deals there are.
@Suite struct PrintedNumbersTests {
  private static let seeds = PropertySeeds.count(usually: 60)

  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 0.001
    settings.timeLimit = 600
    settings.threads = 1
    return settings
  }()

  private static func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 5, products: 2)
    campaign.brief.formats = [.live]
    campaign.roster.formatFees[1] = NumberColumn()
    campaign.brief.budget = 160_000
    // The naive model asks for some audience that is known.
    campaign.roster.femaleShares.values[0] = 0.6
    for band in 0..<6 { campaign.roster.ageShares[band].values[0] = 1.0 / 6 }
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    return campaign
  }

  /// The most that a set of deals is worth under the rules; nil when none obeys them.
  private static func best(
    _ campaign: Campaign, where passes: ([NaivePlanValue.Deal]) -> Bool = { _ in true }
  ) -> Double? {
    let rules = NaiveRules(campaign)
    let deals = rules.offeredDeals()
    var best: Double?
    for bits in 0..<(1 << deals.count) {
      let chosen = deals.indices.filter { bits >> $0 & 1 == 1 }.map { deals[$0] }
      guard passes(chosen), rules.areKept(chosen) else { continue }
      let value = rules.naive.value(chosen)
      best = max(best ?? value, value)
    }
    return best
  }

  @Test func numbersAreWhatBruteForceFinds() async throws {
    let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
      for seed in 1...Self.seeds { group.addTask { try Self.tally(seed) } }
      return try await group.reduce(into: [Tally]()) { $0.append($1) }
    }
    let wrong = tallies.flatMap(\.wrong).sorted()
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    func sum(_ count: (Tally) -> Int) -> Int { tallies.reduce(0) { $0 + count($1) } }
    let plans = sum(\.plans)
    print("\(plans) plans: \(sum(\.rules)) rules, \(sum(\.steps)) budgets, \(sum(\.fees)) fees")
    #expect(plans * 2 >= Self.seeds)
    #expect(sum(\.rules) >= plans && sum(\.steps) * 2 >= plans && sum(\.fees) * 2 >= plans)
  }

  private struct Tally {
    var plans = 0
    var rules = 0
    var steps = 0
    var fees = 0
    var wrong: [String] = []
  }

  private static func tally(_ seed: Int) throws -> Tally {
    var tally = Tally()
    let campaign = campaign(seed)
    guard let value = best(campaign),
      case .plan(let plan, _) = try Planner.plan(campaign, settings: settings)
    else { return tally }
    tally.plans = 1
    let slack = 1e-6 * max(1, abs(value))
    func check(_ holds: Bool, _ words: String) {
      if !holds { tally.wrong.append("seed \(seed): \(words)") }
    }
    check(plan.value <= value + slack && plan.bound >= value - slack, "\(plan.value), not \(value)")
    for baseline in plan.baselines {
      check(baseline.value <= plan.value + slack, "\(baseline.name) is worth more")
    }
    check(plan.rules.map(\.name) == campaign.namedRules.map(\.name), "names of the rules differ")
    check(plan.rules.map(\.id) == campaign.namedRules.map(\.id), "ids of the rules differ")
    for rule in plan.rules {
      guard let cost = rule.cost else { continue }
      guard let without = Scenario(dropping: rule.id, of: campaign) else {
        check(false, "\(rule.name) cannot be dropped")
        continue
      }
      tally.rules += 1
      let difference = (best(without.campaign) ?? value) - value
      check(
        abs(cost - max(0, difference)) <= 2 * slack,
        "\(rule.name) costs \(difference), told \(cost)")
    }
    if let step = plan.budgetStep {
      tally.steps += 1
      var richer = campaign
      richer.brief.budget = 170_000
      let more = (best(richer) ?? value) - value
      check(abs(step.adds - more) <= 2 * slack, "more budget brings \(more), told \(step.adds)")
    }
    for deal in plan.deals {
      guard let fee = deal.breakEvenFee, let stated = stated(campaign, deal.creator) else {
        continue
      }
      tally.fees += 1
      check(fee >= stated, "break-even fee \(fee) of C\(deal.creator), who is paid \(stated)")
      let chosen = { (deals: [NaivePlanValue.Deal]) in
        deals.contains { $0.creator == deal.creator && $0.product == deal.product }
      }
      if let fault = fault(fee, deal.creator, campaign, slack, chosen) {
        check(false, "C\(deal.creator) P\(deal.product): \(fault)")
      }
    }
    for left in plan.leftOut {
      guard let fee = left.breakEvenFee, let creator = Int(left.creatorID.dropFirst()),
        let stated = stated(campaign, creator)
      else { continue }
      tally.fees += 1
      check(fee <= stated, "entry fee \(fee) of \(left.creatorID), who asks \(stated)")
      let chosen = { (deals: [NaivePlanValue.Deal]) in deals.contains { $0.creator == creator } }
      if let fault = fault(fee, creator, campaign, slack, chosen) {
        check(false, "\(left.creatorID): \(fault)")
      }
    }
    return tally
  }

  private static func stated(_ campaign: Campaign, _ creator: Int) -> Double? {
    let fee = campaign.roster.fees.values[creator]
    return fee.isNaN ? nil : fee
  }

  /// What is wrong with a fee as the one up to which plans with the deal are as good as others.
  private static func fault(
    _ fee: Double, _ creator: Int, _ campaign: Campaign, _ slack: Double,
    _ chosen: @escaping ([NaivePlanValue.Deal]) -> Bool
  ) -> String? {
    func margin(_ fee: Double) -> Double {
      let edited = FeeEdits.edited(campaign, creator: creator, format: .live, fee: fee)
      let with = best(edited, where: chosen) ?? -.infinity
      let without = best(edited, where: { !chosen($0) }) ?? -.infinity
      return with == without ? 0 : with - without
    }
    let (below, above) = (max(0, min(fee - 1, fee * 0.99)), max(fee + 1, fee * 1.01))
    if fee > 0, margin(below) < -slack { return "\(fee) told, worse at \(below)" }
    if margin(above) > slack { return "\(fee) told, better at \(above)" }
    return nil
  }
}
