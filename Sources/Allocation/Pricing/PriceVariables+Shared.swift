#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension PriceVariables {
  /// Worth of a unit of a group's output at a point, possibly negative; G.
  func netWorth(at point: [Double]) -> [Double] {
    (0..<index.problem.groupCount).map { group in
      outputTerms(of: group).reduce(index.problem.groupWorth[group]) {
        $0 - $1.sign * point[$1.variable]
      }
    }
  }

  /// Variables that change a group's net worth: it falls by sign · price.
  func outputTerms(of group: Int) -> [(variable: Int, sign: Double)] {
    guard hasOutputPrice(group) else { return [] }
    let terms = [
      (outputVariable[group], 1.0), (totalVariable, 1.0), (floorVariable[group], -1.0),
    ]
    return terms.filter { $0.0 >= 0 }.map { (Int($0.0), $0.1) }
  }

  /// Moves output prices that leave a group less than nothing back to where it is worth nothing.
  func raiseNetWorth(_ point: inout [Double]) {
    let worth = netWorth(at: point)
    for group in worth.indices where worth[group] < 0 && hasOutputPrice(group) {
      if floorVariable[group] >= 0 {
        point[Int(floorVariable[group])] -= worth[group]
      } else if outputVariable[group] >= 0 {
        point[Int(outputVariable[group])] += worth[group]
      }
    }
  }

  /// Whether a group's worth depends on the point.
  func hasOutputPrice(_ group: Int) -> Bool {
    index.problem.groupWorth[group] > 0 && (outputVariable[group] >= 0 || totalVariable >= 0)
  }

  /// Conjugates of the pools and limits at their prices, capacities and limits scaled.
  func sharedBound(at point: [Double], scale: Double) -> Double {
    let problem = index.problem
    let worth = netWorth(at: point)
    var sum = 0.0
    for pool in poolVariable.indices where poolVariable[pool] >= 0 {
      sum += problem.curve.conjugate(
        worth: worth[pool / problem.segmentCount] * problem.poolYield[pool],
        price: point[Int(poolVariable[pool])], capacity: scale * problem.poolCapacity[pool])
    }
    forEachLimit { variable, limit in sum += scale * limit * point[variable] }
    return sum
  }

  /// How far a bound at this point may be off by rounding.
  func roundingAllowance(at point: [Double]) -> Double {
    func value(_ variable: Int32) -> Double { variable < 0 ? 0 : abs(point[Int(variable)]) }
    return index.roundingAllowance(
      rowPrices: zip(upperVariable, lowerVariable).map { value($0) + value($1) })
  }

  /// Calls `body` with every variable that is the price of a limit, and that limit (negative for
  /// lower sides).
  func forEachLimit(_ body: (Int, Double) -> Void) {
    let problem = index.problem
    for (row, rule) in problem.rows.enumerated() {
      if upperVariable[row] >= 0 { body(Int(upperVariable[row]), rule.upper) }
      if lowerVariable[row] >= 0 { body(Int(lowerVariable[row]), -rule.lower) }
    }
    for group in outputVariable.indices where outputVariable[group] >= 0 {
      body(Int(outputVariable[group]), problem.groupOutputLimit[group])
    }
    if totalVariable >= 0 { body(Int(totalVariable), problem.totalOutputLimit) }
    for floor in floorVariable where floor >= 0 { body(Int(floor), 0) }
  }
}
