/// Prices of rows under which every item's cheapest choice, added up, tells what no plan can
/// undercut: the Lagrangian bound of a choice table, raised by subgradient steps.
struct RowPrices {
  /// Positive presses from above, negative from below.
  private(set) var prices: [Double]
  /// No choice that obeys the rows has a smaller aim.
  private(set) var bound: Double

  private static let rounds = 200
  /// Rounds without a better bound after which steps are halved.
  private static let patience = 8

  /// - Parameter target: the aim that the bound should pass; any number keeps it right.
  init(_ table: ChoiceTable, lowers: [Double], uppers: [Double], target: Double) {
    let rows = table.rowCount
    let scale = (0..<rows).map { row in
      max(
        1e-9, table.options.indices.reduce(0) { max($0, table.weights[$1 * rows + row].magnitude) })
    }
    prices = [Double](repeating: 0, count: rows)
    bound = -.infinity
    var current = prices
    var length = 1.0
    var idle = 0
    for _ in 0..<Self.rounds {
      let (value, activity) = Self.value(table, current, lowers, uppers)
      if value > bound {
        (bound, prices, idle) = (value, current, 0)
      } else {
        idle += 1
      }
      if bound > target { return }
      if idle == Self.patience { (current, length, idle) = (prices, length / 2, 0) }
      let slope = (0..<rows).map { row -> Double in
        if current[row] > 0 || activity[row] > uppers[row] {
          return (activity[row] - uppers[row]) / scale[row]
        }
        if current[row] < 0 || activity[row] < lowers[row] {
          return (activity[row] - lowers[row]) / scale[row]
        }
        return 0
      }
      let square = slope.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { return }
      let goal = target.isFinite ? target : bound + max(1, bound.magnitude / 20)
      let step = length * max(goal - value, goal.magnitude * 1e-3, 1e-3) / square
      for row in 0..<rows {
        let moved = current[row] + step * slope[row] / scale[row]
        current[row] =
          moved > 0 ? (uppers[row].isFinite ? moved : 0) : (lowers[row].isFinite ? moved : 0)
      }
    }
  }

  /// The bound at some prices, and what the rows add up to there.
  private static func value(
    _ table: ChoiceTable, _ prices: [Double], _ lowers: [Double], _ uppers: [Double]
  ) -> (value: Double, activity: [Double]) {
    let rows = table.rowCount
    var value = 0.0
    for row in 0..<rows where prices[row] != 0 {
      value -= prices[row] * (prices[row] > 0 ? uppers[row] : lowers[row])
    }
    var activity = [Double](repeating: 0, count: rows)
    for place in table.items.indices {
      var best = table.starts[place]
      var least = Double.infinity
      for choice in table.starts[place]..<table.starts[place + 1] {
        let cost = table.costs[choice] + table.charge(of: choice, at: prices)
        if cost < least { (least, best) = (cost, choice) }
      }
      value += least
      for row in 0..<rows { activity[row] += table.weights[best * rows + row] }
    }
    return (value, activity)
  }
}

extension ChoiceTable {
  /// What a choice pays to the rows.
  func charge(of choice: Int, at prices: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<rowCount { sum += prices[row] * weights[choice * rowCount + row] }
    return sum
  }
}
