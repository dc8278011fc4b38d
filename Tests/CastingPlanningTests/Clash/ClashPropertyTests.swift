import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Clash reports against every plan of random campaigns, tried one by one.
struct ClashPropertyTests {
  private static let seeds: Range<UInt64> = 1..<901

  /// Every set is smallest, every change is enough, a hundredth less is not, and a campaign that
  /// has a plan is never said to have none.
  @Test func reportsAgreeWithBruteForce() throws {
    var infeasible = 0
    var clashes = 0
    var changes = 0
    for seed in Self.seeds {
      let campaign = ClashCampaign.make(seed: seed)
      let brute = BruteForcePlans(campaign)
      let outcome = try Planner.plan(campaign, settings: Self.settings)
      if brute.isFeasible(brute.asWritten) {
        if case .plan = outcome { continue }
        Issue.record("seed \(seed): there is a plan")
        continue
      }
      guard case .infeasible(let report) = outcome else {
        Issue.record("seed \(seed): there is no plan")
        continue
      }
      infeasible += 1
      #expect(report.isMended, "seed \(seed)")
      var settings = brute.asWritten
      for clash in report.clashes {
        clashes += 1
        expectSmallest(clash, brute, settings, seed)
        for rule in clash.rules {
          changes += 1
          expectLeast(rule, in: clash, brute, settings, seed)
        }
        let cheapest = clash.rules[clash.cheapest]
        apply(cheapest.change, to: Self.place(cheapest, brute), &settings)
      }
      let isMended = brute.isFeasible(settings)
      #expect(isMended, "seed \(seed): mended, but no plan")
    }
    #expect(infeasible >= 300)
    #expect(clashes >= infeasible && changes > clashes, "\(infeasible) \(clashes) \(changes)")
  }

  @Test func relaxedCampaignsHavePlans() throws {
    var settings = Self.settings
    settings.relaxesRules = true
    for seed in Self.seeds.prefix(200) {
      let campaign = ClashCampaign.make(seed: seed)
      let outcome = try Planner.plan(campaign, settings: settings)
      guard case .plan(let plan, _) = outcome else {
        Issue.record("seed \(seed): no plan but \(outcome)")
        continue
      }
      let relaxed = try #require(campaign.relaxed(by: plan.relaxed), "seed \(seed)")
      let problem = try CastingProblem(relaxed, threads: 1)
      let claims = PlanClaims(plan)
      let findings = ClaimCheck(claims, against: AuditSubject(problem, auditing: claims)).findings()
      for finding in findings where !finding.holds {
        Issue.record("seed \(seed): \(finding)")
      }
    }
  }

  // MARK: Parts

  private static var settings: PlannerSettings {
    var settings = PlannerSettings()
    settings.maximumNodes = 300
    settings.timeLimit = 600
    settings.threads = 1
    return settings
  }

  private static func place(_ rule: ClashingRule, _ brute: BruteForcePlans) -> Int {
    brute.rules.firstIndex(of: rule.rule) ?? -1
  }

  /// Truths are put into constants first: a failed expectation would print every plan.
  private func expectSmallest(
    _ clash: ClashReport.Clash, _ brute: BruteForcePlans,
    _ settings: [BruteForcePlans.Setting], _ seed: UInt64
  ) {
    #expect(clash.isSmallest, "seed \(seed)")
    let alone = alone(clash, brute, settings)
    let holds = brute.isFeasible(alone)
    #expect(!holds, "seed \(seed): \(clash.rules.map(\.rule.name)) hold together")
    for rule in clash.rules {
      var others = alone
      others[Self.place(rule, brute)] = .dropped
      let isNeeded = brute.isFeasible(others)
      #expect(isNeeded, "seed \(seed): \(rule.rule.name) is needless")
    }
  }

  /// The rules of a clash, all others dropped.
  private func alone(
    _ clash: ClashReport.Clash, _ brute: BruteForcePlans, _ settings: [BruteForcePlans.Setting]
  ) -> [BruteForcePlans.Setting] {
    var alone = brute.rules.map { _ in BruteForcePlans.Setting.dropped }
    for rule in clash.rules {
      alone[Self.place(rule, brute)] = settings[Self.place(rule, brute)]
    }
    return alone
  }

  private func expectLeast(
    _ rule: ClashingRule, in clash: ClashReport.Clash, _ brute: BruteForcePlans,
    _ settings: [BruteForcePlans.Setting], _ seed: UInt64
  ) {
    let place = Self.place(rule, brute)
    let name = "seed \(seed): \(rule.rule.name): \(rule.change)"
    var whole = settings
    whole[place] = .dropped
    let mendsAll = brute.isFeasible(whole)
    #expect(mendsAll == (rule.scope == .campaign), "\(name): scope")
    let base = rule.scope == .campaign ? settings : alone(clash, brute, settings)
    #expect(rule.isVerified && rule.isLeast, "\(name): not proved")
    var changed = base
    apply(rule.change, to: place, &changed)
    let isEnough = brute.isFeasible(changed)
    #expect(isEnough, "\(name): not enough")
    switch rule.change {
    case .limit(let from, let to):
      // Budgets are whole yen, as far as a small campaign's hundredth is less than one.
      let step = max((to - from).magnitude / 100, rule.rule.unit == .yen ? 1 : 0)
      changed[place] = .limit(from < to ? to - step : to + step)
      let isTooMuch = brute.isFeasible(changed)
      #expect(!isTooMuch, "\(name): too much")
    case .window(let window):
      var own = brute.campaign.brief.window
      if case .days(let wider) = base[place] { own = wider }
      for smaller in Self.windows(shorterThan: window, around: own) {
        changed[place] = .days(smaller)
        let isTooMuch = brute.isFeasible(changed)
        #expect(!isTooMuch, "\(name): too many days")
      }
    case .drop: break
    }
  }

  private func apply(
    _ change: ClashingRule.Change, to place: Int, _ settings: inout [BruteForcePlans.Setting]
  ) {
    switch change {
    case .limit(_, let to): settings[place] = .limit(to)
    case .window(let window): settings[place] = .days(window)
    case .drop: settings[place] = .dropped
    }
  }

  /// Every window of the same month with a day less than the one given, around the present one.
  private static func windows(
    shorterThan window: CampaignWindow, around own: CampaignWindow?
  ) -> [CampaignWindow] {
    guard let own else { return [] }
    let length = window.to.day - window.from.day
    return (1...own.from.day).compactMap { from in
      guard from + length - 1 >= own.to.day,
        let start = CalendarDay(year: 2026, month: 12, day: from),
        let end = CalendarDay(year: 2026, month: 12, day: from + length - 1)
      else { return nil }
      return CampaignWindow(from: start, to: end)
    }
  }
}
