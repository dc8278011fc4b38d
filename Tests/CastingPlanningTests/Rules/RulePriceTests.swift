import Allocation
import AllocationAudit
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// The price of every rule that can only be lifted whole, against the bound of the campaign without
/// it at the plan's own prices.
struct RulePriceTests {
  /// Rules of a campaign that can be lifted, in the order of a plan's rules, each with the campaign
  /// without it.
  private func lifted(_ campaign: Campaign) -> [(name: String, campaign: Campaign)] {
    var all: [(String, Campaign)] = []
    func add(_ name: String, _ lift: (inout Brief) -> Void) {
      var without = campaign
      lift(&without.brief)
      all.append((name, without))
    }
    let brief = campaign.brief
    if brief.spendPerCreator != nil { add("spend per creator") { $0.spendPerCreator = nil } }
    if brief.exclusiveCategories { add("exclusive categories") { $0.exclusiveCategories = false } }
    for (place, lock) in brief.locks.enumerated()
    where !brief.locks[..<place].contains(lock) {
      add("lock \(lock.creatorID)" + (lock.productID.map { " for \($0)" } ?? "")) {
        $0.locks.removeAll { $0 == lock }
      }
    }
    for place in brief.bans.indices { add("ban") { $0.bans.remove(at: place) } }
    if brief.competitors != nil { add("competitors") { $0.competitors = nil } }
    if brief.audienceTarget != nil { add("audience target") { $0.audienceTarget = nil } }
    for (place, group) in brief.apart.enumerated() {
      add("apart \(group.joined(separator: ", "))") { $0.apart.remove(at: place) }
    }
    for (place, group) in brief.together.enumerated() {
      add("together \(group.joined(separator: ", "))") { $0.together.remove(at: place) }
    }
    return all
  }

  private func bound(_ campaign: Campaign, _ prices: AllocationPrices) throws -> Double {
    PlanAudit(try CastingProblem(campaign, threads: 1).allocation).bound(at: prices)
  }

  private func prices(_ plan: Plan, rows: Int) -> AllocationPrices {
    AllocationPrices(
      pool: plan.prices.reach, row: plan.rules.prefix(rows).map(\.price),
      groupOutput: plan.prices.stock, totalOutput: plan.prices.orderCapacity)
  }

  @Test(arguments: 1...150)
  func pricesAreTheRiseOfTheBound(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 10)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: true)
    if seed % 3 == 0 { RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed)) }
    if seed % 4 == 1 { RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed)) }
    // Seeds without any plan tell nothing here.
    guard try !TestCampaigns.isInfeasible(campaign),
      let plan = try? TestCampaigns.plan(campaign, gap: 0.01, maximumNodes: 100, timeLimit: 3)
    else { return }
    let problem = try CastingProblem(campaign, threads: 1)
    let prices = prices(plan, rows: problem.allocation.rows.count)
    let base = PlanAudit(problem.allocation).bound(at: prices)
    let whole = plan.rules.filter(\.isWhole)
    let lifted = lifted(campaign)
    #expect(whole.count == lifted.count, "seed \(seed)")
    for (rule, without) in zip(whole, lifted) {
      #expect(rule.name.hasPrefix(without.name), "seed \(seed): \(rule.name), \(without.name)")
      // Groups that contradict a lock leave no bound to compare with.
      guard base.isFinite else { continue }
      let rise = try bound(without.campaign, prices) - base
      let difference = abs(rule.price.magnitude - rise)
      #expect(difference <= 1e-7 * max(1, abs(base)), "seed \(seed): \(rule) for \(rise)")
      if rule.lower == 1 { #expect(rule.price <= 0, "seed \(seed): \(rule)") }
    }
  }

  @Test func namesAreInTheWordsOfTheBrief() throws {
    var campaign = RandomCampaign.make(seed: 3, creators: 10)
    campaign.brief.budget = 900_000
    campaign.brief.formats = [.live]
    campaign.roster.formatFees[0] = NumberColumn()
    campaign.brief.locks = [Lock(creatorID: "C1"), Lock(creatorID: "C2", productID: "P0")]
    campaign.brief.bans = [
      DealFilter(values: [.creator: ["C3"]]), DealFilter(values: [.agency: ["Acme"]]),
      DealFilter(
        values: [.tier: ["mid", "macro"], .platform: ["x"]], followers: -Double.infinity...5e5),
    ]
    campaign.brief.apart = [["C5", "C4"]]
    campaign.brief.together = [["C6", "C7", "C8"]]
    campaign.brief.exclusiveCategories = true
    let plan = try TestCampaigns.plan(campaign, gap: 0.05)
    #expect(
      plan.rules.filter(\.isWhole).map(\.name) == [
        "exclusive categories", "lock C1", "lock C2 for P0", "ban C3", "ban agency Acme",
        "ban tier mid or macro and platform x and followers ≤ 500000", "apart C5, C4",
        "together C6, C7, C8",
      ])
  }
}
