/// Answers of a presolved problem as those of the problem that was asked about.
struct Postsolve {
  /// Doublings of a first price, steps towards its least, and rounds over the rows.
  private static let mostDoublings = 60
  private static let mostSteps = 50
  private static let rounds = 2
  /// Bounds nearer than this, relatively, are the same.
  private static let rounding = 1e-9

  let presolve: Presolve
  /// Of the problem that was asked about.
  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline

  private var dual: DualBound { DualBound(index: index, threads: settings.threads) }

  /// The plan is the same, and so is the bound; prices are found for the rows and pools that the presolved
  /// problem went without.
  func restored(_ solution: AllocationSolution, from warm: WarmStart?) -> AllocationSolution {
    var restored = solution
    if solution.value > -.infinity {
      restored.value = AllocationState(index: index, choosing: solution.chosenOptions).value
      restored.bound = max(solution.bound, restored.value)
    }
    if !presolve.loneGroups.isEmpty { restored.prices = poolPrices(from: warm) }
    let lifted = presolve.liftedRows.map { (row: $0, members: leaders(ofRow: $0)) }
    for _ in 0..<Self.rounds {
      for entry in lifted { lower(entry.row, of: entry.members, in: &restored.prices) }
    }
    restored.priceBound = dual.bound(at: restored.prices)
    // Where no plan exists nothing is bounded by prices.
    if solution.outcome == .infeasible { restored.priceBound = solution.priceBound }
    restored.bound = min(restored.bound, max(restored.priceBound, restored.value))
    return restored
  }

  /// Prices of pools as well: what is alone in them today could be replaced, and is told its worth by them.
  private func poolPrices(from warm: WarmStart?) -> AllocationPrices {
    let index = ProblemIndex(presolve.tightened)
    let known = warm.map(\.prices).flatMap { index.problem.matches($0) ? $0 : nil }
    return Sifting(
      variables: PriceVariables(index: index), threads: settings.threads, seed: settings.seed,
      deadline: Deadline(seconds: deadline.left), tolerance: settings.relativeGap
    ).run(from: known).prices
  }

  /// Puts the least price to a row's lower side at which the bound is lowest: convex in that price alone.
  ///
  /// No plan has more than the row asks for, so that beyond some price the bound is flat.
  private func lower(_ row: Int, of members: [Int32], in prices: inout AllocationPrices) {
    func bound(_ price: Double) -> Double {
      var trial = prices
      trial.row[row] = -price
      return index.sharedBound(trial) + dual.pass(at: trial, over: members, keep: nil).itemSum
    }
    let free = bound(0)
    var high = max(abs(free), 1) * 1e-6 / max(1, abs(index.problem.rows[row].lower))
    var last = free
    for _ in 0..<Self.mostDoublings {
      let reached = bound(high)
      // At first too little may be paid to change anything.
      if reached >= last - Self.rounding * abs(last), reached < free - Self.rounding * abs(free) {
        break
      }
      last = min(last, reached)
      high *= 2
    }
    guard last < free - Self.rounding * abs(free) else {
      prices.row[row] = 0
      return
    }
    var low = 0.0
    for _ in 0..<Self.mostSteps {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      if bound(first) <= bound(second) + Self.rounding * abs(last) {
        high = second
      } else {
        low = first
      }
    }
    prices.row[row] = -high
  }

  /// Items whose options weigh on a row, or those who choose for them; ascending.
  private func leaders(ofRow row: Int) -> [Int32] {
    let problem = index.problem
    var leaders: Set<Int32> = []
    for item in problem.items.indices {
      let touches = (problem.optionStart[item]..<problem.optionStart[item + 1]).contains { option in
        let kind = problem.optionKind[option]
        return index.terms[index.termRange(item: item, kind: kind)].contains { $0.row == row }
          || index.touches[index.touchRange(item: item, kind: kind)].contains { $0.row == row }
      }
      if touches || problem.rows[row].perFixedCost != 0 {
        leaders.insert(Int32(index.units.leader(of: item)))
      }
    }
    return leaders.sorted()
  }
}
