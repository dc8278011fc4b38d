import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Clashes worked out by hand: which rules, and the least change of each.
struct InfeasibleTests {
  /// Two creators of ¥100 and ¥300 per deal, products A and B, budget ¥350.
  private func report(_ change: (inout Campaign) -> Void) throws -> ClashReport {
    var roster = TestCampaigns.roster(followers: [20_000, 20_000])
    roster.fees = NumberColumn([100, 300])
    var campaign = TestCampaigns.perfectFit(
      roster, [Product(id: "A", price: 1_000), Product(id: "B", price: 900)],
      TestCampaigns.brief(budget: 350))
    change(&campaign)
    guard case .infeasible(let report) = try Planner.plan(campaign) else {
      throw TestCampaigns.NoPlan(reasons: ["there is a plan"])
    }
    return report
  }

  /// Name, side and change of every rule of the only clash.
  private func changes(_ change: (inout Campaign) -> Void) throws -> [String] {
    let report = try report(change)
    #expect(report.isMended)
    #expect(report.clashes.count == 1)
    let rules = report.clashes.first?.rules ?? []
    for rule in rules {
      #expect(rule.isVerified && rule.isLeast && rule.scope == .campaign, "\(rule.rule.name)")
    }
    return rules.map { "\($0.rule.name): \(Self.words($0.change))" }
  }

  /// `3 → 2` for a limit, the days of a window, or `dropped`.
  private static func words(_ change: ClashingRule.Change) -> String {
    func number(_ number: Double) -> String {
      let text = "\((number * 1e6).rounded() / 1e6)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    return switch change {
    case .limit(let from, let to): "\(number(from)) → \(number(to))"
    case .window(let window): "\(window.from.iso)…\(window.to.iso)"
    case .drop: "dropped"
    }
  }

  @Test func tooManyCreatorsAskedFor() throws {
    #expect(
      try changes {
        $0.products.products[0].minimumCreators = 3
        $0.brief.budget = 1_000
      } == ["A creators: 3 → 2"])
  }

  /// Both creators for A cost 400.
  @Test func minimumsBeyondTheBudget() throws {
    #expect(
      try changes { $0.products.products[0].minimumCreators = 2 } == [
        "A creators: 2 → 1",
        "budget: 350 → 400",
      ])
  }

  @Test func locksBeyondTheBudget() throws {
    #expect(
      try changes { $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C1")] } == [
        "lock C0: dropped", "lock C1: dropped",
        "budget: 350 → 400",
      ])
  }

  @Test func locksBeyondTheSlots() throws {
    #expect(
      try changes {
        $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
      } == [
        "lock C0 for A: dropped", "lock C0 for B: dropped",
        "C0 slots: 1 → 2",
      ])
  }

  @Test func bannedLock() throws {
    #expect(
      try changes {
        $0.brief.locks = [Lock(creatorID: "C0")]
        $0.brief.bans = [DealFilter(values: [.creator: ["C0"]])]
      } == ["lock C0: dropped", "ban C0: dropped"])
  }

  @Test func minimumAboveMaximum() throws {
    #expect(
      try changes {
        $0.products.products[0].minimumCreators = 2
        $0.products.products[0].maximumCreators = 1
        $0.brief.budget = 1_000
      } == [
        "A creators: 2 → 1",
        "A creators: 1 → 2",
      ])
  }

  /// Each lock alone fits; a product cap that holds both cannot.
  @Test func locksBeyondACapOnSpend() throws {
    #expect(
      try changes {
        $0.brief.budget = 1_000
        $0.products.products[0].maximumSpend = 350
        $0.brief.locks = ["C0", "C1"].map { Lock(creatorID: $0, productID: "A") }
      } == [
        "lock C0 for A: dropped", "lock C1 for A: dropped",
        "A spend: 350 → 400",
      ])
  }

  /// C1 is free from 20 December on; the campaign ends on the 10th.
  @Test func lockOutsideTheWindow() throws {
    #expect(
      try changes {
        let from = CalendarDay(year: 2026, month: 12, day: 1)!
        $0.brief.window = CampaignWindow(
          from: from, to: CalendarDay(year: 2026, month: 12, day: 10)!)
        $0.roster.availableFrom = [nil, CalendarDay(year: 2026, month: 12, day: 20)!]
        $0.roster.availableTo = [nil, nil]
        $0.brief.locks = [Lock(creatorID: "C1")]
      } == [
        "lock C1: dropped",
        "window 2026-12-01 to 2026-12-10: 2026-12-01…2026-12-20",
      ])
  }

  /// A fifth of ¥350 is ¥70: C1 costs ¥300, which needs a budget of ¥1,500 or a share of 6/7.
  @Test func shareOfTheBudgetPerCreator() throws {
    #expect(
      try changes {
        $0.brief.spendPerCreator = .shareOfBudget(0.2)
        $0.brief.locks = [Lock(creatorID: "C1")]
      } == [
        "lock C1: dropped", "budget: 350 → 1500",
        "spend per creator: 0.2 → 0.8572",
      ])
  }

  /// C0 costs ¥100 and must have four fifths of the spend; C1 is locked for ¥300.
  @Test func shareOfTheSpend() throws {
    #expect(
      try changes {
        $0.brief.budget = 1_000
        $0.brief.locks = [Lock(creatorID: "C1")]
        $0.brief.quotas = [
          Quota(
            filter: DealFilter(values: [.creator: ["C0"]]), measure: .spendShare, minimum: 0.8,
            maximum: nil, name: "creator C0: spend_share ≥ 0.8")
        ]
      } == [
        "creator C0: spend_share ≥ 0.8: 0.8 → 0.25",
        "lock C1: dropped",
      ])
  }

  @Test func independentClashesAreListedOneAfterTheOther() throws {
    let report = try report {
      $0.products.products[0].minimumCreators = 3
      $0.brief.locks = [Lock(creatorID: "C0")]
      $0.brief.bans = [DealFilter(values: [.creator: ["C0"]])]
      $0.brief.budget = 1_000
    }
    #expect(report.isMended)
    #expect(report.clashes.count == 2)
    #expect(report.clashes.allSatisfy { $0.rules.count <= 2 })
    #expect(report.clashes.first?.rules.allSatisfy { $0.scope == .clash } == true)
  }

  @Test func relaxingMakesAPlanThatSaysSo() throws {
    var roster = TestCampaigns.roster(followers: [20_000, 20_000])
    roster.fees = NumberColumn([100, 300])
    var product = Product(id: "A", price: 1_000)
    product.minimumCreators = 2
    let campaign = TestCampaigns.perfectFit(roster, [product], TestCampaigns.brief(budget: 350))
    var settings = PlannerSettings()
    settings.relaxesRules = true
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      throw TestCampaigns.NoPlan(reasons: ["not relaxed"])
    }
    #expect(plan.budget == 400 && plan.deals.count == 2)
    #expect(
      plan.relaxed == [
        Relaxation(rule: "budget", side: .maximum, from: .limit(350), to: .limit(400))
      ])
    #expect(
      plan.relaxedRules == [
        RelaxedRule(
          .raise(rule: "budget", side: .maximum, from: 350, to: 400, unit: .yen),
          rivals: ["A creators"])
      ])
  }
}
