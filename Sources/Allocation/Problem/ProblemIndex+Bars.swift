extension ProblemIndex {
  /// Most that an option of a (signature, kind) may cost under the rows without amounts; empty where no
  /// option costs more.
  ///
  /// - Parameter representatives: an item of each signature.
  static func costCeilings(
    of problem: AllocationProblem, _ representatives: [Int]
  ) -> [Double] {
    let rows = problem.rows.filter { $0.barsOptions && !$0.countsAmounts }
    var ceilings: [Double] = []
    for item in representatives {
      for kind in 0..<problem.kindCount {
        let ceiling = rows.map { $0.largestCost(item: item, kind: kind) }.min()
        ceilings.append(ceiling ?? .infinity)
      }
    }
    guard !ceilings.isEmpty else { return [] }
    var least = [Double](repeating: .infinity, count: problem.kindCount)
    for (cell, ceiling) in ceilings.enumerated() {
      let kind = cell % problem.kindCount
      least[kind] = min(least[kind], ceiling)
    }
    let isReached = problem.optionKind.indices.contains {
      problem.optionCost[$0] > least[Int(problem.optionKind[$0])]
    }
    return isReached ? ceilings : []
  }

  /// Whether each option breaks a row with amounts all by itself; empty where none does.
  static func tooLarge(of problem: AllocationProblem) -> [Bool] {
    let rows = problem.rows.filter { $0.barsOptions && $0.countsAmounts }
    guard !rows.isEmpty else { return [] }
    var isTooLarge = [Bool](repeating: false, count: problem.optionCount)
    var isAny = false
    for item in problem.items.indices {
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        let kind = Int(problem.optionKind[option])
        let cost = problem.optionCost[option]
        isTooLarge[option] = rows.contains { row in
          let amount = problem.amount(of: option, in: row)
          return cost > row.largestCost(item: item, kind: kind, amount: amount)
        }
        isAny = isAny || isTooLarge[option]
      }
    }
    return isAny ? isTooLarge : []
  }

  /// Largest amount every item could add to or take from each row, summed, and the row's limits.
  static func rowMasses(of problem: AllocationProblem) -> [Double] {
    let slots = problem.items.map { Double(min($0.slots, 1_000)) }
    /// Σ over items of the most that their slots hold.
    func mass(_ list: [Double]) -> Double {
      zip(slots, problem.items.indices).reduce(0) { sum, entry in
        let options = problem.optionStart[entry.1]..<problem.optionStart[entry.1 + 1]
        return sum + entry.0 * list[options].reduce(0, max)
      }
    }
    let costs = mass(problem.optionCost)
    let amounts = problem.amounts.map(mass)
    let fixed = problem.items.reduce(0) { $0 + $1.fixedCost }
    let count = slots.reduce(0, +)
    return problem.rows.map { row in
      let limits =
        (row.upper.isFinite ? abs(row.upper) : 0) + (row.lower.isFinite ? abs(row.lower) : 0)
      let perOption = max(abs(row.inside.perOption), abs(row.outside.perOption))
      let perCost = max(abs(row.inside.perCost), abs(row.outside.perCost))
      let perAmount = max(abs(row.inside.perAmount), abs(row.outside.perAmount))
      return limits + perOption * count + perCost * costs
        + (row.amount.map { perAmount * amounts[$0] } ?? 0) + abs(row.perFixedCost) * fixed
        + abs(row.perTouchedItem) * count
    }
  }
}
