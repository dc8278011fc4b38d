import Allocation

/// Between which sums a row must lie whatever is chosen, each item looked at by itself.
///
/// A range that misses the row's limits proves that no choice obeys it: the first and cheapest
/// look, and one that needs no search.
struct RowRange {
  private(set) var least = 0.0
  private(set) var most = 0.0

  init(_ row: AllocationRow, of problem: AllocationProblem) {
    for item in problem.items.indices {
      let range = Self.range(row, item: item, of: problem)
      least += range.least
      most += range.most
    }
  }

  static func provesImpossible(_ problem: AllocationProblem) -> Bool {
    problem.rows.contains { row in
      guard row.lower > -.infinity || row.upper < .infinity else { return false }
      let range = RowRange(row, of: problem)
      return range.most < row.lower - AllocationSlack.of(row.lower)
        || range.least > row.upper + AllocationSlack.of(row.upper)
    }
  }

  /// Of an item's options the best of each exclusion key, of these as many as there are slots; what
  /// must be taken at its least.
  private static func range(
    _ row: AllocationRow, item: Int, of problem: AllocationProblem
  ) -> (least: Double, most: Double) {
    let rules = problem.items[item]
    var highest: [Int32: Double] = [:]
    var lowest: [Int32: Double] = [:]
    var touches = false
    for option in problem.optionStart[item]..<problem.optionStart[item + 1]
    where problem.optionCost[option] <= rules.spendLimit {
      let kind = Int(problem.optionKind[option])
      let weight = problem.weight(of: option, ofItem: item, in: row)
      touches = touches || row.isInside(item: item, kind: kind)
      let key = problem.kindExclusion[kind]
      highest[key] = max(highest[key] ?? 0, weight)
      lowest[key] = min(lowest[key] ?? .infinity, weight)
    }
    let once = row.perFixedCost * rules.fixedCost + (touches ? row.perTouchedItem : 0)
    let most =
      highest.values.sorted(by: >).prefix(rules.slots).reduce(0, +)
      + (lowest.isEmpty ? 0 : max(0, once))
    let least = lowest.values.sorted().prefix(rules.slots).reduce(0) { $0 + min(0, $1) }
    return (least + min(0, once) + required(row, item, lowest.values.min(), of: problem), most)
  }

  /// What a required item adds at the least, where weights are not negative; else 0.
  private static func required(
    _ row: AllocationRow, _ item: Int, _ lowest: Double?, of problem: AllocationProblem
  ) -> Double {
    let rules = problem.items[item]
    guard rules.isRequired || !rules.requiredKinds.isEmpty, let lowest, lowest >= 0 else {
      return 0
    }
    let fixed = max(0, row.perFixedCost * rules.fixedCost)
    guard !rules.requiredKinds.isEmpty else { return lowest + fixed }
    return rules.requiredKinds.reduce(fixed) { sum, kinds in
      let weights = (problem.optionStart[item]..<problem.optionStart[item + 1]).compactMap {
        option -> Double? in
        guard kinds.contains(problem.optionKind[option]) else { return nil }
        return problem.weight(of: option, ofItem: item, in: row)
      }
      return sum + (weights.min() ?? 0)
    }
  }
}

/// What rounding may add to a sum of a limit's size; as the audit of plans has it.
enum AllocationSlack {
  static func of(_ limit: Double) -> Double {
    limit.isFinite ? 1e-9 * max(1, limit.magnitude) : 0
  }
}
