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
    return rules.map { "\($0.rule.name): \(ClashWording.change($0))" }
  }

  @Test func tooManyCreatorsAskedFor() throws {
    #expect(
      try changes {
        $0.products.products[0].minimumCreators = 3
        $0.brief.budget = 1_000
      } == ["A creators: lower the minimum to 2 (-1, -33 %)"])
  }

  /// Both creators for A cost 400.
  @Test func minimumsBeyondTheBudget() throws {
    #expect(
      try changes { $0.products.products[0].minimumCreators = 2 } == [
        "A creators: lower the minimum to 1 (-1, -50 %)",
        "budget: raise the budget to ¥400 (+¥50, +14 %)",
      ])
  }

  @Test func locksBeyondTheBudget() throws {
    #expect(
      try changes { $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C1")] } == [
        "lock C0: lift the lock C0", "lock C1: lift the lock C1",
        "budget: raise the budget to ¥400 (+¥50, +14 %)",
      ])
  }

  @Test func locksBeyondTheSlots() throws {
    #expect(
      try changes {
        $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
      } == [
        "lock C0 for A: lift the lock C0 for A", "lock C0 for B: lift the lock C0 for B",
        "C0 slots: raise the slots to 2 (+1, +100 %)",
      ])
  }

  @Test func bannedLock() throws {
    #expect(
      try changes {
        $0.brief.locks = [Lock(creatorID: "C0")]
        $0.brief.bans = [DealFilter(values: [.creator: ["C0"]])]
      } == ["lock C0: lift the lock C0", "ban C0: lift the ban C0"])
  }

  @Test func minimumAboveMaximum() throws {
    #expect(
      try changes {
        $0.products.products[0].minimumCreators = 2
        $0.products.products[0].maximumCreators = 1
        $0.brief.budget = 1_000
      } == [
        "A creators: lower the minimum to 1 (-1, -50 %)",
        "A creators: raise the maximum to 2 (+1, +100 %)",
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
        "lock C0 for A: lift the lock C0 for A", "lock C1 for A: lift the lock C1 for A",
        "A spend: raise the maximum to ¥400 (+¥50, +14 %)",
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
        "lock C1: lift the lock C1",
        "window 2026-12-01 to 2026-12-10: widen the window to 2026-12-01 to 2026-12-20",
      ])
  }

  /// A fifth of ¥350 is ¥70: C1 costs ¥300, which needs a budget of ¥1,500 or a share of 6/7.
  @Test func shareOfTheBudgetPerCreator() throws {
    #expect(
      try changes {
        $0.brief.spendPerCreator = .shareOfBudget(0.2)
        $0.brief.locks = [Lock(creatorID: "C1")]
      } == [
        "lock C1: lift the lock C1", "budget: raise the budget to ¥1,500 (+¥1,150, +329 %)",
        "spend per creator: raise the maximum to 85.72 % (+65.72 %, +329 %)",
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
        "creator C0: spend_share ≥ 0.8: lower the minimum to 25 % (-55 %, -69 %)",
        "lock C1: lift the lock C1",
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
      plan.notes.first
        == "Relaxed: budget: raised from ¥350 to ¥400, because it cannot hold together with "
        + "\"A creators\".")
  }
}
