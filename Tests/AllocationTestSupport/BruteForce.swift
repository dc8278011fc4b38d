import Allocation

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The optimum of a tiny problem by trying every set of options, with formulas of its own.
package struct BruteForce {
  package let problem: AllocationProblem
  private let itemOf: [Int]

  package init(_ problem: AllocationProblem) {
    self.problem = problem
    itemOf = (0..<problem.items.count).flatMap { item in
      [Int](
        repeating: item, count: problem.optionStart[item + 1] - problem.optionStart[item])
    }
  }

  /// The best value over all 2^D sets that obey every rule, nil when there is none.
  package func optimum() -> (value: Double, options: [Int])? {
    var best: (value: Double, options: [Int])?
    for bits in 0..<(1 << problem.optionCount) {
      let options = (0..<problem.optionCount).filter { bits >> $0 & 1 == 1 }
      guard obeys(options) else { continue }
      let value = value(of: options)
      if best == nil || value > best!.value { best = (value, options) }
    }
    return best
  }

  // MARK: Value

  package func value(of options: [Int]) -> Double {
    var outputs = [Double](repeating: 0, count: problem.groupCount)
    for group in 0..<problem.groupCount {
      for segment in 0..<problem.segmentCount {
        let pool = group * problem.segmentCount + segment
        var fill = 0.0
        for option in options where groupOf(option) == group {
          fill +=
            problem.optionReach[option]
            * problem.segmentShares[itemOf[option] * problem.segmentCount + segment]
        }
        let capacity = problem.poolCapacity[pool]
        var output = fill
        if capacity.isFinite {
          switch problem.curve {
          case .exponential:
            output = capacity == 0 ? 0 : capacity * (1 - exp(-fill / capacity))
          case .logarithmic: output = capacity == 0 ? 0 : capacity * log(1 + fill / capacity)
          case .linear: break
          }
        }
        outputs[group] += problem.poolYield[pool] * output
      }
    }
    var left = problem.totalOutputLimit
    var value = 0.0
    for group in (0..<problem.groupCount).sorted(by: {
      problem.groupWorth[$0] > problem.groupWorth[$1]
    }) {
      let served = min(left, min(outputs[group], problem.groupOutputLimit[group]))
      left -= served
      value += served * problem.groupWorth[group]
    }
    for option in options where !problem.optionValue.isEmpty {
      value += problem.optionValue[option]
    }
    let fixed = Set(options.map { itemOf[$0] }).reduce(0) { $0 + problem.items[$1].fixedCost }
    return value - problem.costWeight * (options.reduce(fixed) { $0 + problem.optionCost[$1] })
  }

  private func groupOf(_ option: Int) -> Int {
    Int(problem.kindGroup[Int(problem.optionKind[option])])
  }

  // MARK: Rules

  package func obeys(_ options: [Int]) -> Bool {
    problem.items.indices.allSatisfy { item in
      obeysItem(item, options.filter { itemOf[$0] == item })
    }
      && problem.links.allSatisfy { link in
        let acting = Set(options.map { Int32(itemOf[$0]) }).intersection(link.members).count
        switch link.rule {
        case .allOrNone: return acting == 0 || acting == link.members.count
        case .atMostOne: return acting <= 1
        case .within(let most, let limit):
          let own = options.filter { link.members.contains(Int32(itemOf[$0])) }
          return own.count <= most
            && own.reduce(0) { $0 + problem.optionCost[$1] } <= limit * (1 + 1e-9)
        }
      }
      && problem.rows.allSatisfy { row in
        let activity = activity(of: row, options)
        return activity <= row.upper + 1e-9 * max(1, abs(row.upper))
          && activity >= row.lower - 1e-9 * max(1, abs(row.lower))
      }
  }

  private func obeysItem(_ item: Int, _ own: [Int]) -> Bool {
    let rules = problem.items[item]
    let keys = own.map { problem.kindExclusion[Int(problem.optionKind[$0])] }
    return own.count <= rules.slots && Set(keys).count == own.count
      && own.reduce(0) { $0 + problem.optionCost[$1] } <= rules.spendLimit + 1e-9
      && !(rules.isRequired && own.isEmpty)
      && rules.requiredKinds.allSatisfy { kinds in
        own.contains { kinds.contains(problem.optionKind[$0]) }
      }
  }

  package func activity(of row: AllocationRow, _ options: [Int]) -> Double {
    var activity = 0.0
    var touched: Set<Int> = []
    for option in options {
      let kind = Int(problem.optionKind[option])
      let inside =
        (row.memberItems.isEmpty || row.memberItems[itemOf[option]])
        && (row.memberKinds.isEmpty || row.memberKinds[kind])
      let weight = inside ? row.inside : row.outside
      activity += weight.perOption + weight.perCost * problem.optionCost[option]
      if let list = row.amount { activity += weight.perAmount * problem.amounts[list][option] }
      if inside { touched.insert(itemOf[option]) }
    }
    activity += row.perTouchedItem * Double(touched.count)
    for item in Set(options.map { itemOf[$0] }) {
      activity += row.perFixedCost * problem.items[item].fixedCost
    }
    return activity
  }
}
