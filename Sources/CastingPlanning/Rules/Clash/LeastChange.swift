import Casting

/// Finds how far a rule must be loosened until a plan obeys it and the other rules of a state.
struct LeastChange {
  private(set) var oracle: ClashOracle
  private let rule: Int
  /// Everything that holds, the rule as it stands included: no plan obeys it.
  private let state: RuleState

  struct Result {
    var limit: Double
    /// A plan that the limit allows.
    var plan: PlanFacts
    /// By what share of the change a smaller one could still be enough.
    var unproved: Double
  }

  /// Most questions about one rule.
  private static let maximumProbes = 60

  init(_ oracle: ClashOracle, rule: Int, state: RuleState) {
    self.oracle = oracle
    self.rule = rule
    self.state = state
  }

  /// The limit nearest to the present one with a plan; `plan` obeys the state without the rule.
  mutating func find(from plan: PlanFacts) -> Result {
    var strict = state.limit(of: rule)
    var known = Known(plan: plan, limit: needed(plan))
    if let frugal = oracle.frugalPlan(state.dropping(rule), for: rule) { keep(frugal, &known) }
    // In turn one step nearer, which ends the search when it fails, and half of the way, which
    // shortens it when it does not.
    for probe in 0..<Self.maximumProbes {
      guard let next = candidate(strict, known.limit, isStep: probe % 2 == 0) else {
        return result(known, unproved: 0)
      }
      switch oracle.answer(state.setting(rule, to: .limit(next))) {
      case .impossible: strict = next
      case .plan(let plan):
        // It allows `next` at least: a share of no spend needs no limit of its own.
        known = Known(plan: plan, limit: next)
        keep(plan, &known)
      case .undecided: return result(known, unproved: unproved(known.limit))
      }
    }
    return result(known, unproved: unproved(known.limit))
  }

  /// What can be proved of a limit whose next neighbour stays open: that a hundredth less of the
  /// change is not enough, or nothing.
  private mutating func unproved(_ enough: Double) -> Double {
    let less = enough - (enough - state.limit(of: rule)) / 100
    guard case .impossible = oracle.answer(state.setting(rule, to: .limit(less))) else { return 1 }
    return 0.01
  }

  /// The best plan met, and the limit that it needs.
  private struct Known {
    var plan: PlanFacts
    var limit: Double
  }

  private func needed(_ plan: PlanFacts) -> Double {
    oracle.problem.gauge.needed(by: plan, for: rule, state)
  }

  private func keep(_ plan: PlanFacts, _ known: inout Known) {
    let limit = needed(plan)
    if limit != known.limit, nearer(limit, known.limit) == limit {
      known = Known(plan: plan, limit: limit)
    }
  }

  private func result(_ known: Known, unproved: Double) -> Result {
    Result(limit: rounded(known.limit), plan: known.plan, unproved: unproved)
  }

  private var isMinimum: Bool { oracle.problem.rules[rule].side == .minimum }

  /// Of two limits the one that changes less.
  private func nearer(_ first: Double, _ second: Double) -> Double {
    isMinimum ? max(first, second) : min(first, second)
  }

  /// What limits are whole multiples of the smallest of: yen or cents, deals, creators.
  private var money: Money {
    oracle.problem.rules[rule].unit == .yen ? oracle.problem.campaign.money : .yen
  }

  /// Of a share of the budget: what the smallest amount is of it.
  private var grain: Double { oracle.problem.rules[rule].grain }

  private var isShare: Bool { oracle.problem.rules[rule].unit == .shareOfSpend }

  /// A limit between the two that is not known to be enough; nil when there is none.
  private func candidate(_ strict: Double, _ enough: Double, isStep: Bool) -> Double? {
    let gap = (enough - strict).magnitude
    let toward = enough > strict ? -1.0 : 1.0
    if isShare {
      guard gap > grain * 1.01 else { return nil }
      return isStep ? enough + toward * grain : (enough + strict) / 2
    }
    let (money, least) = (money, money.least)
    let step = money.nearest(isMinimum ? money.down(enough) + least : money.up(enough) - least)
    let middle = money.rounded((enough + strict) / 2, isMinimum ? .up : .down)
    let next = isStep || (middle - strict) * -toward <= 0 ? step : middle
    return (next - strict) * -toward > 0 ? next : nil
  }

  /// A limit that people can write: whole, or a share with as few digits as hide less than a
  /// thousandth of the change; always on the side that is enough.
  private func rounded(_ enough: Double) -> Double {
    guard isShare else { return isMinimum ? money.down(enough) : money.up(enough) }
    let change = (enough - state.limit(of: rule)).magnitude
    var scale = 1e4
    while scale < 1e12 {
      let limit = written(enough, scale)
      if (limit - enough).magnitude <= 1e-3 * change { return limit }
      scale *= 10
    }
    return written(enough, scale)
  }

  /// The nearest decimal of that scale which is enough.
  private func written(_ enough: Double, _ scale: Double) -> Double {
    let scaled = enough * scale
    let whole = isMinimum ? (scaled + 1e-9).rounded(.down) : (scaled - 1e-9).rounded(.up)
    return max(0, whole / scale)
  }
}
