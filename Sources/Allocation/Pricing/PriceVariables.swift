/// The prices as one vector of variables, all ≥ 0 but those of equality rows.
///
/// A row with two sides has two variables, its price being their difference. Pools that do not
/// saturate have none: their price follows from the output prices.
struct PriceVariables: Sendable {
  /// Share of a group's worth that is left at the least, so that the smoothed bound is finite.
  private static let leastWorth = 1e-6

  let index: ProblemIndex
  /// Variable of a pool, −1 when it has none; G × S.
  let poolVariable: [Int32]
  /// Variable of a row's upper and lower side, −1 when it has none.
  let upperVariable: [Int32]
  let lowerVariable: [Int32]
  /// Variable of a group's output limit and of the total limit, −1 when unlimited.
  let outputVariable: [Int32]
  let totalVariable: Int32
  /// Variable that lifts a group's net worth back, −1 where it has none: output of a group that is
  /// worth less than the total's price is not served, and never worth less than nothing.
  let floorVariable: [Int32]
  /// Whether a variable may be negative (equality rows).
  let isFree: [Bool]
  /// Pools that have a variable; theirs are the first.
  let pricedPoolCount: Int
  /// Row of a variable that prices its upper side, or its lower one where it has no upper; −1 for others.
  let rowOfVariable: [Int32]
  var count: Int { isFree.count }
  /// Whether the output of some group has a price.
  var limitsOutput: Bool { index.problem.groupWorth.indices.contains { hasOutputPrice($0) } }

  init(index: ProblemIndex) {
    let problem = index.problem
    self.index = index
    var isFree: [Bool] = []
    func next(free: Bool = false) -> Int32 {
      isFree.append(free)
      return Int32(isFree.count - 1)
    }
    poolVariable = (0..<problem.groupCount * problem.segmentCount).map { pool in
      let isPriced =
        index.isSaturable[pool] && problem.poolCapacity[pool] > 0
        && problem.poolYield[pool] * problem.groupWorth[pool / problem.segmentCount] > 0
      return isPriced ? next() : -1
    }
    pricedPoolCount = isFree.count
    var upper: [Int32] = []
    var lower: [Int32] = []
    for row in problem.rows {
      let isEquality = row.upper == row.lower
      upper.append(row.upper.isFinite ? next(free: isEquality) : -1)
      lower.append(row.lower.isFinite && !isEquality ? next() : -1)
    }
    upperVariable = upper
    lowerVariable = lower
    // Output that is worth nothing is served last, if at all: no limit of it matters.
    outputVariable = zip(problem.groupOutputLimit, problem.groupWorth).map {
      $0.isFinite && $1 > 0 ? next() : -1
    }
    let limitsTotal = problem.totalOutputLimit.isFinite
    totalVariable = limitsTotal ? next() : -1
    floorVariable = problem.groupWorth.map { limitsTotal && $0 > 0 ? next() : -1 }
    var rowOfVariable = [Int32](repeating: -1, count: isFree.count)
    for row in problem.rows.indices {
      let variable = upper[row] >= 0 ? upper[row] : lower[row]
      if variable >= 0 { rowOfVariable[Int(variable)] = Int32(row) }
    }
    self.rowOfVariable = rowOfVariable
    self.isFree = isFree
  }

  /// Row of a variable that prices its upper side.
  func rowOfUpper(_ variable: Int) -> Int? {
    let row = Int(rowOfVariable[variable])
    return row >= 0 && Int(upperVariable[row]) == variable ? row : nil
  }

  /// The prices a point stands for.
  func prices(at point: [Double]) -> AllocationPrices {
    let problem = index.problem
    func value(_ variable: Int32) -> Double { variable < 0 ? 0 : point[Int(variable)] }
    var prices = AllocationPrices(
      pool: poolVariable.map(value),
      row: zip(upperVariable, lowerVariable).map { value($0) - value($1) },
      groupOutput: outputVariable.map(value), totalOutput: value(totalVariable))
    let worth = index.netWorth(prices)
    for pool in prices.pool.indices where !index.isSaturable[pool] {
      prices.pool[pool] = worth[pool / problem.segmentCount] * problem.poolYield[pool]
    }
    return prices
  }

  /// The point that stands for the prices, at least `floor` inside every bound.
  func point(at prices: AllocationPrices, floor: [Double]) -> [Double] {
    var point = [Double](repeating: 0, count: count)
    func set(_ variable: Int32, _ value: Double) {
      guard variable >= 0 else { return }
      point[Int(variable)] =
        isFree[Int(variable)] ? value : max(value, floor[Int(variable)])
    }
    for pool in poolVariable.indices { set(poolVariable[pool], prices.pool[pool]) }
    for row in prices.row.indices {
      let isEquality = upperVariable[row] >= 0 && isFree[Int(upperVariable[row])]
      set(upperVariable[row], isEquality ? prices.row[row] : max(0, prices.row[row]))
      set(lowerVariable[row], max(0, -prices.row[row]))
    }
    for group in outputVariable.indices { set(outputVariable[group], prices.groupOutput[group]) }
    set(totalVariable, prices.totalOutput)
    for group in floorVariable.indices where floorVariable[group] >= 0 {
      let worth = index.problem.groupWorth[group]
      set(
        floorVariable[group],
        max(0, prices.groupOutput[group] + prices.totalOutput - worth + Self.leastWorth * worth))
    }
    return point
  }
}
