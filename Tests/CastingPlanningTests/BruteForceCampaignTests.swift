import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Plans of tiny campaigns with rules of every kind against all sets of deals there are.
struct BruteForceCampaignTests {
  private func campaign(_ seed: Int, groups: Bool, creators: Int = 5) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: creators, products: 2)
    campaign.brief.formats = [.live]
    campaign.brief.budget = 160_000
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: groups)
    return campaign
  }

  /// The most that a set of deals is worth under the rules; nil when none obeys them.
  private func best(_ campaign: Campaign) -> Double? {
    let rules = NaiveRules(campaign)
    let deals = rules.offeredDeals()
    var best: Double?
    for bits in 0..<(1 << deals.count) {
      let chosen = deals.indices.filter { bits >> $0 & 1 == 1 }.map { deals[$0] }
      guard chosen.count <= 6, rules.areKept(chosen) else { continue }
      let value = rules.naive.value(chosen)
      best = max(best ?? value, value)
    }
    return best
  }

  private func check(_ campaign: Campaign, _ seed: Int) throws {
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0
    settings.timeLimit = 20
    settings.maximumNodes = 20_000
    let expected = best(campaign)
    if try TestCampaigns.isInfeasible(campaign) {
      #expect(expected == nil, "seed \(seed): called infeasible")
      return
    }
    switch try Planner.plan(campaign, settings: settings) {
    case .plan(let plan, _):
      let deals = plan.deals.map {
        NaivePlanValue.Deal(creator: $0.creator, product: $0.product, format: $0.format)
      }
      let isKept = NaiveRules(campaign).areKept(deals)
      #expect(isKept, "seed \(seed): \(plan.deals.map(\.creatorID))")
      let most = try #require(expected, "seed \(seed): a plan where there is none")
      #expect(abs(plan.value - most) <= 1e-7 * max(1, abs(most)), "seed \(seed)")
      #expect(plan.bound >= most - 1e-7 * max(1, abs(most)), "seed \(seed)")
    case .infeasible(let reasons): #expect(expected == nil, "seed \(seed): \(reasons)")
    case .unreached, .unknown: Issue.record("seed \(seed): nothing found")
    }
  }

  @Test(arguments: 1...40)
  func plansWithRulesAreTheBestThereIs(seed: Int) throws {
    try check(campaign(seed, groups: false), seed)
  }

  /// Agencies, terms of deals, viewers and posts: every one of these campaigns has some of them.
  @Test(arguments: 1001...1500)
  func plansOfAgenciesAreTheBestThereIs(seed: Int) throws {
    var campaign = campaign(seed, groups: seed % 3 == 0)
    campaign.brief.terms.agency.rate = [0.1, 0.155, 0.2][seed % 3]
    if seed % 2 == 0 { campaign.brief.terms.agency.perDeal = 2_500 }
    if seed % 5 == 0 { campaign.brief.terms.agency.fixed = 20_000 }
    if seed % 4 == 0 { campaign.brief.formats = [.video] }
    try check(campaign, seed)
  }

  /// Ranges, quotes to ask for, and bookings.
  @Test(arguments: 2001...2500)
  func plansAroundTalksAreTheBestThereIs(seed: Int) throws {
    // Both formats make twice as many deals.
    let isMixed = seed % 3 == 0
    var campaign = campaign(seed, groups: seed % 4 == 0, creators: isMixed ? 3 : 5)
    if isMixed { campaign.brief.formats = [.live, .video] }
    RandomCampaign.addTalks(to: &campaign, seed: UInt64(seed))
    try check(campaign, seed)
  }

  @Test(arguments: 1...40)
  func plansInCellsOfTheUsersOwnAreTheBestThereIs(seed: Int) throws {
    var campaign = campaign(seed, groups: false)
    RandomCampaign.useOwnCells(in: &campaign, seed: UInt64(seed))
    try check(campaign, seed)
  }

  @Test(arguments: 1...60)
  func plansThatAskOfAudiencesAreTheBestThereIs(seed: Int) throws {
    var campaign = campaign(seed, groups: seed % 3 == 0)
    if seed % 4 == 0 { RandomCampaign.useOwnCells(in: &campaign, seed: UInt64(seed)) }
    RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed))
    try check(campaign, seed)
  }

  @Test(arguments: 1...50)
  func plansWithoutCompetitorsAreTheBestThereIs(seed: Int) throws {
    var campaign = campaign(seed, groups: seed % 3 == 0)
    RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed))
    if seed % 4 == 0 { RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed)) }
    try check(campaign, seed)
  }

  @Test func competitorsTellCreatorsApart() throws {
    let telling = (1...50).count { seed in
      var campaign = campaign(seed, groups: false)
      RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed))
      guard let terms = campaign.brief.competitors else { return false }
      return (1..<5).contains(
        (0..<5).count { NaiveWorks.areBarred(campaign.roster, $0, terms) })
    }
    #expect(telling >= 25)
  }

  /// The rules are none that all of these creators obey anyway.
  @Test func targetsTellCreatorsApart() {
    let telling = (1...60).count { seed in
      var campaign = campaign(seed, groups: false)
      RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed))
      guard let target = campaign.brief.audienceTarget else { return false }
      let rules = NaiveRules(campaign)
      return (1..<5).contains((0..<5).count { rules.admits(target, $0) })
    }
    #expect(telling >= 12)
  }

  @Test(arguments: 1...40)
  func plansWithSeveralAccountsOfAPersonAreTheBestThereIs(seed: Int) throws {
    var campaign = campaign(seed, groups: seed % 3 == 0)
    var random = TestRandom(seed: UInt64(seed) &* 17 &+ 3)
    campaign.roster.persons = TextColumn(
      (0..<5).map { _ in ["Aiko", "Aiko", "Bea", ""][random.index(4)] })
    campaign.roster.slots = NumberColumn((0..<5).map { _ in Double(1 + random.index(2)) })
    if random.chance(0.5) { campaign.brief.spendPerCreator = .yen(random.number(40_000...120_000)) }
    if random.chance(0.2) {
      campaign.brief.bans.append(DealFilter(values: [.creator: ["Bea"]]))
    }
    try check(campaign, seed)
    var alone = campaign
    alone.roster.persons = TextColumn(emptyRows: 5)
    let bea = DealFilter(values: [.creator: ["Bea"]])
    if let most = best(campaign), !campaign.brief.bans.contains(bea) {
      let free = try #require(best(alone), "seed \(seed)")
      #expect(most <= free + 1e-9 * max(1, abs(free)), "seed \(seed)")
    }
  }

  @Test(arguments: 1...40)
  func plansWithGroupsAreTheBestThereIs(seed: Int) throws {
    try check(campaign(seed, groups: true), seed)
  }
}
