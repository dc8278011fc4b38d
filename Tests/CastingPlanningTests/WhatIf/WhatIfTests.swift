import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What-ifs against plans made from scratch, over random campaigns with rules of every kind.
@Suite struct WhatIfTests {
  private static let campaigns = 120

  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 0.002
    settings.timeLimit = 20
    settings.maximumNodes = 3_000
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  /// A larger budget or a dropped rule never shows a smaller value or bound, a lock or a ban never a
  /// larger one, and the steps between budgets add up to the difference of their plans.
  @Test func moreNeverShowsLess() async throws {
    let found = try await withThrowingTaskGroup(of: Faults.self) { group in
      for seed in 1...Self.campaigns { group.addTask { try Self.faults(seed) } }
      return try await group.reduce(into: Faults()) { $0.add($1) }
    }
    #expect(found.words.isEmpty, "\(found.words.prefix(20))")
    #expect(found.pairs >= 800, "\(found.pairs)")
    #expect(found.steps >= 270, "\(found.steps)")
    #expect(found.dropped >= 100, "\(found.dropped)")
  }

  fileprivate struct Faults {
    var words: [String] = []
    var pairs = 0
    var steps = 0
    var dropped = 0

    mutating func add(_ other: Faults) {
      words += other.words
      pairs += other.pairs
      steps += other.steps
      dropped += other.dropped
    }
  }

  fileprivate static func faults(_ seed: Int) throws -> Faults {
    let campaign = RandomCampaign.ofEverySize(seed)
    let budget = campaign.brief.budget ?? 0
    let budgets = [0.5, 0.8, 0.9, 1.1, 1.3, 2].map { (budget * $0).rounded() }
    var scenarios = Set(campaign.rules.map(\.name)).sorted().prefix(4)
      .compactMap { Scenario(dropping: $0, of: campaign) }
    let relaxed = scenarios.count
    for kind in 0..<2 {
      var stricter = campaign
      let id = campaign.roster.creatorIDs[seed % campaign.roster.count]
      if kind == 0 {
        stricter.brief.locks.append(Lock(creatorID: id))
      } else {
        stricter.brief.bans.append(DealFilter(values: [.creator: [id]]))
      }
      scenarios.append(Scenario(name: "stricter", campaign: stricter, relation: .tightens))
    }
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: settings), budgets: budgets, scenarios: scenarios)
    let (base, rows) = study.rows(gap: settings.relativeGap)
    var faults = Faults()
    let sweep = Array(rows[..<budgets.count])
    let ladder = [sweep[0], sweep[1], sweep[2], base] + sweep[3...]
    for (less, more) in zip(ladder, ladder.dropFirst()) {
      faults.compare(less, more, "seed \(seed): \(less.name) and \(more.name)")
    }
    for (place, row) in rows[budgets.count...].enumerated() {
      faults.dropped += place < relaxed ? 1 : 0
      let (less, more) = place < relaxed ? (base, row) : (row, base)
      faults.compare(less, more, "seed \(seed): \(less.name) and \(more.name)")
    }
    for (row, next) in zip(sweep, sweep.dropFirst()) {
      guard let before = row.value, let after = next.value else { continue }
      faults.steps += 1
      let sum = row.next.reduce(0) { $0 + $1.value }
      let cost = row.next.reduce(0) { $0 + $1.cost }
      let unit = max(1, abs(before), abs(after))
      if abs(sum - (after - before)) > 1e-9 * unit || abs(cost - (next.spend - row.spend)) > 1e-6 {
        faults.words.append("seed \(seed): steps from \(row.name) add to \(sum), \(cost)")
      }
    }
    return faults
  }
}

extension WhatIfTests.Faults {
  fileprivate mutating func compare(_ less: WhatIfRow, _ more: WhatIfRow, _ words: String) {
    pairs += 1
    for row in [less, more] {
      guard let value = row.value, let bound = row.bound else { continue }
      if value > bound + 1e-9 * abs(bound) {
        self.words.append("\(words): \(row.name) above bound")
      }
    }
    if less.value ?? -.infinity > more.value ?? -.infinity {
      self.words.append("\(words): value falls, \(less.value ?? .nan) \(more.value ?? .nan)")
    }
    if less.bound ?? -.infinity > more.bound ?? -.infinity {
      self.words.append("\(words): bound falls")
    }
  }
}

/// Every row is what planning from scratch with inputs edited by hand comes to.
@Suite struct WhatIfRowTests {
  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 1e-3
    settings.timeLimit = 20
    settings.maximumNodes = 20_000
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  @Test(arguments: 1...40)
  func rowsEqualPlansFromScratch(seed: Int) throws {
    var campaign = RandomCampaign.make(
      seed: UInt64(seed), creators: 10 + seed % 20, products: 2 + seed % 3)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    let budget = campaign.brief.budget ?? 0
    let creator = seed % campaign.roster.count
    var scenarios = [
      Scenario(fee: 8_000, ofCreator: creator, in: nil, of: campaign),
      Scenario(fee: 90_000, ofCreator: creator, in: .live, of: campaign),
    ]
    var edited = campaign
    edited.brief.orderCapacity = 60
    edited.brief.requiredUplink = 25
    edited.brief.conversion = 0.03
    scenarios.append(Scenario(name: "edited", campaign: edited))
    scenarios += campaign.rules.prefix(2).compactMap { Scenario(dropping: $0.name, of: campaign) }
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [budget * 0.7, budget * 1.4],
      scenarios: scenarios)
    for plan in [study.base] + study.plans {
      let place = "seed \(seed) \(plan.scenario.name)"
      let outcome = try TestCampaigns.isInfeasible(plan.scenario.campaign)
      if outcome {
        #expect(!plan.hasPlan, "\(place)")
        continue
      }
      guard
        case .plan(let scratch, _) = try Planner.plan(
          plan.scenario.campaign, settings: Self.settings)
      else { continue }
      #expect(plan.hasPlan, "\(place)")
      let unit = max(1e-9, abs(plan.bound), abs(scratch.bound))
      #expect(plan.value <= scratch.bound + 1e-9 * unit, "\(place)")
      #expect(scratch.value <= plan.bound + 1e-9 * unit, "\(place)")
      if plan.gap <= 1e-3 && scratch.status == .optimal {
        #expect(abs(plan.value - scratch.value) <= 1.01e-3 * unit, "\(place)")
      }
    }
  }

  /// Two creators, one budget more: the step is the second creator, for her cost and her value.
  @Test func theNextStepIsTheDealThatMoreMoneyBuys() throws {
    var roster = TestCampaigns.roster(followers: [10_000, 10_000])
    roster.fees = NumberColumn([1_000, 2_000])
    roster.averageViews = NumberColumn([500, 500])
    var product = Product(id: "P", price: 1_000)
    product.conversion = 0.1
    let campaign = Campaign(
      roster: roster, products: ProductList([product]), brief: TestCampaigns.brief(budget: 1_000))
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [1_000, 3_000], scenarios: [])
    let (base, rows) = study.rows(gap: 1e-3)
    #expect(base.dealCount == 1 && rows[0].added.isEmpty && rows[0].dropped.isEmpty)
    #expect(rows[1].added.map(\.creatorID) == [roster.creatorIDs[1]])
    let step = try #require(rows[0].next.first)
    #expect(rows[0].next.count == 1 && rows[1].next.isEmpty)
    #expect(step.deal.creatorID == roster.creatorIDs[1] && step.cost == 2_000)
    #expect(abs(step.value - ((rows[1].value ?? 0) - (rows[0].value ?? 0))) < 1e-9)
    #expect(rows[1].spend == 3_000)
  }

  /// Both names that a plan has for the sides of a share, and the name of both.
  @Test func aRuleIsDroppedByTheNamesOfThePlan() throws {
    var campaign = RandomCampaign.make(seed: 5, creators: 8, products: 2)
    campaign.brief.quotas = [
      Quota(
        filter: DealFilter(values: [.creator: ["C1"]]), measure: .spendShare, minimum: 0.1,
        maximum: 0.9, name: "share")
    ]
    let sides = ["share", "share (minimum)", "share (maximum)"].map {
      Scenario(dropping: $0, of: campaign)?.campaign.brief.quotas.first
    }
    #expect(sides[0] == nil)
    #expect(sides[1]?.minimum == nil && sides[1]?.maximum == 0.9)
    #expect(sides[2]?.minimum == 0.1 && sides[2]?.maximum == nil)
    #expect(Scenario(dropping: "shar", of: campaign) == nil)
    #expect(Scenario(dropping: "budget", of: campaign) == nil)
  }

  @Test func aBudgetForNobodyIsARowWithoutDeals() throws {
    var campaign = RandomCampaign.make(seed: 5, creators: 8, products: 2)
    campaign.brief.locks = []
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [0], scenarios: [])
    let row = study.rows(gap: 1e-3).rows[0]
    #expect(row.dealCount == 0 && row.value == 0 && row.spend == 0)
    #expect(row.status == .optimal)
    guard case .overBudget(let cost, 0, _, _) = row.emptyReason else {
      Issue.record("\(String(describing: row.emptyReason))")
      return
    }
    #expect(cost > 0)
    #expect(study.rows(gap: 1e-3).base.emptyReason == nil)
  }

  @Test func aLockBeyondTheBudgetIsARowWithoutAPlan() throws {
    var campaign = RandomCampaign.make(seed: 5, creators: 8, products: 2)
    let id = campaign.roster.creatorIDs[0]
    campaign.brief.budget = 1e9
    var edited = campaign
    edited.brief.locks = [Lock(creatorID: id)]
    edited.brief.budget = 1
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [],
      scenarios: [Scenario(name: "locked", campaign: edited)])
    let row = study.rows(gap: 1e-3).rows[0]
    #expect(row.status == .infeasible && row.value == nil && row.bound == nil)
  }
}
