import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What explanations say, against the formulas and against plans made again from edited inputs.
@Suite struct ExplainTests {
  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 0
    settings.timeLimit = 20
    settings.maximumNodes = 500
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()
  private static let campaigns = PropertySeeds.count(usually: 40)

  private static func inquiry(_ campaign: Campaign) throws -> (PlanInquiry, Plan)? {
    guard try !TestCampaigns.isInfeasible(campaign),
      case .plan(let plan, _) = try Planner.plan(campaign, settings: settings),
      plan.status == .optimal
    else { return nil }
    return (try PlanInquiry(PlanClaims(plan), of: campaign, settings: settings), plan)
  }

  /// The factors of reach multiply to the reach, and the whole to the worth; against the naive model.
  @Test(arguments: 1...30)
  func factorsMultiply(seed: Int) throws {
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    guard let (inquiry, plan) = try Self.inquiry(campaign) else { return }
    #expect(inquiry.matchesInputs, "seed \(seed)")
    let naive = NaivePlanValue(campaign: campaign)
    var seen = 0
    for creator in 0..<campaign.roster.count {
      let product = creator % campaign.products.count
      let explanation = try inquiry.explain(creator: creator, product: product)
      guard let format = explanation.format, !explanation.factors.isEmpty else { continue }
      seen += 1
      let value = Dictionary(
        uniqueKeysWithValues: explanation.factors.map { ($0.kind, $0.value) })
      let parts = explanation.factors.filter { $0.kind.isOfReach }
      #expect(parts.count == 6)
      let reach = try #require(value[.effectiveReach])
      let together = parts.reduce(1) { $0 * $1.value }
      #expect(abs(together - reach) <= 1e-9 * max(1, reach), "seed \(seed), \(creator)")
      let deal = NaivePlanValue.Deal(creator: creator, product: product, format: format)
      let expected = naive.reach(deal).reduce(0, +)
      #expect(abs(reach - expected) <= 1e-6 * max(1, expected), "seed \(seed), \(creator)")
      let worth = reach * (value[.conversion] ?? 0) * (value[.orderWorth] ?? 0)
      #expect(abs(worth - (value[.ownValue] ?? 0)) <= 1e-9 * max(1, worth))
      #expect(abs((value[.cost] ?? 0) - naive.cost(deal)) < 1e-6, "seed \(seed), \(creator)")
      if let planned = plan.deals.first(where: {
        $0.creator == creator && $0.product == product
      }) {
        #expect(explanation.deal?.rank == planned.rank, "seed \(seed)")
        #expect(abs((explanation.deal?.marginalValue ?? 0) - planned.marginalValue) < 1e-6)
      } else {
        #expect(explanation.deal == nil, "seed \(seed)")
      }
    }
    #expect(seen > 3, "seed \(seed)")
  }

  /// Seven alike and one with twice the viewers: the typical one is among the seven.
  @Test func typicalIsTheMedianOfThePeers() throws {
    var campaign = TestCampaigns.perfectFit(
      TestCampaigns.roster(followers: [Double](repeating: 20_000, count: 8)),
      [Product(id: "P1", price: 1_000)], TestCampaigns.brief(budget: 30_000))
    campaign.roster.averageViews = NumberColumn([2_000] + [Double](repeating: 1_000, count: 7))
    campaign.roster.fees = NumberColumn([Double](repeating: 10_000, count: 8))
    let (inquiry, _) = try #require(try Self.inquiry(campaign))
    let explanation = try inquiry.explain(creator: 0)
    let views = try #require(explanation.factors.first { $0.kind == .expectedViews })
    #expect(views.value == 2_000 && views.typical == 1_000 && views.grade == .measured)
    #expect(explanation.peers?.count == 7)
    #expect(explanation.peers?.tier == .micro)
  }

  /// The fee and the engagement at which creators left out come in, tried by editing the inputs and
  /// planning from scratch.
  @Test func entriesHoldWhenTheCampaignIsPlannedAgain() async throws {
    let tally = try await withThrowingTaskGroup(of: EntryTally.self) { group in
      for seed in 1...Self.campaigns { group.addTask { try Self.entries(seed) } }
      return try await group.reduce(into: EntryTally()) { $0.add($1) }
    }
    print(tally)
    #expect(tally.wrong.isEmpty, "\(tally.wrong.prefix(10))")
    #expect(tally.campaigns >= Self.campaigns / 2, "\(tally)")
    #expect(tally.fees >= Self.campaigns / 2, "\(tally)")
    #expect(tally.rates >= Self.campaigns / 4, "\(tally)")
    #expect(tally.never >= Self.campaigns / 4, "\(tally)")
  }

  private struct EntryTally: CustomStringConvertible {
    var campaigns = 0
    var fees = 0
    var rates = 0
    var never = 0
    var wrong: [String] = []

    mutating func add(_ other: EntryTally) {
      campaigns += other.campaigns
      fees += other.fees
      rates += other.rates
      never += other.never
      wrong += other.wrong
    }

    var description: String {
      "\(campaigns) campaigns: \(fees) fees and \(rates) engagement rates at which creators come in, "
        + "\(never) whom no engagement brings in, \(wrong.count) wrong"
    }
  }

  private static func entries(_ seed: Int) throws -> EntryTally {
    var tally = EntryTally()
    let campaign = RandomCampaign.make(seed: UInt64(seed))
    guard let (inquiry, plan) = try inquiry(campaign) else { return tally }
    tally.campaigns = 1
    func isCast(_ edited: Campaign, _ id: String) throws -> Bool? {
      try FeeEdits.deals(edited, settings)?.contains { $0.creatorID == id }
    }
    for left in plan.leftOut.prefix(3) {
      let creator = try #require(
        (0..<campaign.roster.count).first { campaign.roster.creatorIDs[$0] == left.creatorID })
      let explanation = try inquiry.explain(creator: creator)
      let place = "seed \(seed), \(left.creatorID)"
      if let fee = explanation.fee.fee, let format = explanation.format {
        tally.fees += 1
        if let fault = try FeeTrial(
          campaign: campaign, creator: creator, format: format, product: nil, settings: settings
        ).fault(of: fee) {
          tally.wrong.append("\(place): \(fault)")
        }
      }
      func edited(_ rate: Double) -> Campaign {
        var campaign = campaign
        campaign.roster.engagementRates.values[creator] = rate
        return campaign
      }
      switch explanation.engagement {
      case .at(let rate, let outAt):
        tally.rates += 1
        if try isCast(edited(rate), left.creatorID) == false {
          tally.wrong.append("\(place): out at \(rate)")
        }
        if try isCast(edited(outAt), left.creatorID) == true {
          tally.wrong.append("\(place): in at \(outAt)")
        }
      case .some(.none):
        tally.never += 1
        if try isCast(edited(1), left.creatorID) == true {
          tally.wrong.append("\(place): in at 1")
        }
      case .undecided, nil: break
      }
    }
    return tally
  }

  /// A rule costs what the plan without it brings more.
  @Test(arguments: 1...25)
  func aRuleCostsWhatThePlanWithoutItBringsMore(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 8, products: 2)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: false)
    guard let (inquiry, plan) = try Self.inquiry(campaign) else { return }
    for rule in plan.rules.prefix(6) {
      let explanation = try #require(try inquiry.explain(rule: rule.name))
      guard rule.name != "budget" else {
        #expect(explanation.without == nil)
        continue
      }
      let row = try #require(explanation.without, "seed \(seed), \(rule.name)")
      let value = try #require(row.value)
      #expect(value >= plan.value - 1e-9 * abs(plan.value), "seed \(seed), \(rule.name)")
      guard let scenario = Scenario(dropping: rule.name, of: campaign),
        case .plan(let other, _) = try Planner.plan(scenario.campaign, settings: Self.settings),
        other.status == .optimal, row.status == .optimal
      else { continue }
      #expect(
        abs(value - other.value) <= 1e-7 * max(1, abs(value)), "seed \(seed), \(rule.name)")
    }
    #expect(try inquiry.explain(rule: "no such rule") == nil)
  }

  @Test func aPlanOfOtherInputsIsRefused() throws {
    let campaign = RandomCampaign.make(seed: 3)
    let (_, plan) = try #require(try Self.inquiry(campaign))
    var other = campaign
    other.brief.bans.append(
      DealFilter(values: [.creator: [try #require(plan.deals.first).creatorID]]))
    #expect(throws: PlanInquiry.Fault.self) {
      try PlanInquiry(PlanClaims(plan), of: other, settings: Self.settings)
    }
  }
}
