import Casting

/// Between which budgets the least spend that reaches a target lies.
///
/// Values grow ever more slowly with the budget, but for whole deals: next budgets are read off the
/// tangents from below and off the chord from above.
struct SpendBracket {
  /// One budget that was tried.
  struct Trial {
    var budget: Double
    var value: Double
  }

  let target: Double
  let money: Money
  /// Of the spend, how near both ends have to come.
  let tolerance: Double
  /// Money: no plan that reaches the target costs less.
  private(set) var least = 0.0
  /// The largest budget whose plan falls short, and the smallest that reaches the target.
  private(set) var below: Trial?
  private(set) var above: Trial?
  private var tangent = 0.0
  private var trials = 0

  init(target: Double, tolerance: Double, money: Money) {
    self.target = target
    self.money = money
    self.tolerance = tolerance
  }

  /// Takes in what was found at a budget.
  ///
  /// - Parameters:
  ///   - value: −∞ without a plan.
  ///   - isWhole: whether the problem had every deal of larger budgets: not where deals were too dear
  ///     for this one, or limits of other rules grow with the budget.
  ///   - bound: of plans within the budget.
  ///   - priceBound: the same at prices alone, and `price` that of a yen.
  ///   - spend: of the plan.
  mutating func add(
    budget: Double, isWhole: Bool, value: Double, bound: Double, priceBound: Double, price: Double,
    spend: Double
  ) {
    trials += 1
    if bound < target { least = max(least, budget) }
    if price > 0, priceBound.isFinite {
      // At these prices a plan of spend S is worth at most priceBound + price · (S − budget).
      let needed = budget - (priceBound - target) / price
      if isWhole || needed <= budget { least = max(least, needed) }
      tangent = max(tangent, needed)
    }
    if value >= target {
      if spend < above?.budget ?? .infinity { above = Trial(budget: spend, value: value) }
    } else if budget > below?.budget ?? -1 {
      below = Trial(budget: budget, value: value)
    }
  }

  /// Whether both ends are near enough; costs are whole multiples of the smallest amount.
  var isNarrow: Bool {
    guard let above else { return false }
    return above.budget - max(least, below?.budget ?? 0)
      <= max(money.least, tolerance * above.budget)
  }

  /// The budget to try next, in such multiples; nil when both ends are near enough.
  func next() -> Double? {
    guard let above, !isNarrow, trials < 60 else { return nil }
    let low = max(least, below?.budget ?? 0)
    let room = above.budget - low
    var guess = low + room / 2
    if trials % 3 == 1, tangent > low {
      guess = tangent
    } else if trials % 3 == 2, let below, below.value > -.infinity, above.value > below.value {
      let share = (target - below.value) / (above.value - below.value)
      guess = below.budget + share * (above.budget - below.budget)
    }
    let margin = min(max(money.least, 0.02 * room), room / 2)
    let half = money.least / 2
    return money.up(min(max(guess, low + margin), above.budget - margin))
      .clamped(to: (low + half)...max(low + half, above.budget - half))
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
