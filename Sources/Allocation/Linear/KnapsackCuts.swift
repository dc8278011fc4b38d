/// Inequalities that whole solutions of single rows keep and a fractional solution of the program
/// breaks.
struct KnapsackCuts {
  let program: ChoiceProgram
  /// Rows of the core whose weights are all ≥ 0.
  private let knapsacks: [Int]

  init(program: ChoiceProgram) {
    self.program = program
    knapsacks = (0..<program.core.variables.count).filter { row in
      var isKnapsack = !program.isEquality[row] && program.limit[row] > 0
      var count = 0
      program.byRow.forEach(row) { column, value in
        if value < 0 || Int(column) >= program.itemColumnCount { isKnapsack = false }
        if value > 0 { count += 1 }
      }
      return isKnapsack && count > 2
    }
  }

  /// Cuts that the weights violate, one a row at the most. `weight` and `regret` are by item column.
  /// `work` counts the numbers looked at.
  func violated(
    by weight: [Double], regret: [Double], work: inout Int
  ) -> [ChoiceProgram.Cut] {
    knapsacks.compactMap { row in
      KnapsackRow(items: items(ofRow: row, weight, regret), limit: reachableLimit(row))
        .violatedInequality(work: &work)
        .map { .init(columns: $0.columns, values: $0.values, limit: $0.limit) }
    }
  }

  private func items(
    ofRow row: Int, _ weight: [Double], _ regret: [Double]
  ) -> [[KnapsackRow.Entry]] {
    var items: [[KnapsackRow.Entry]] = []
    var last: Int32 = -1
    program.byRow.forEach(row) { column, amount in
      guard amount > 0 else { return }
      // A row's columns ascend, and an item's are next to each other.
      let item = program.itemOfColumn[Int(column)]
      if item != last { items.append([]) }
      last = item
      items[items.count - 1].append(
        .init(
          column: column, amount: amount, weight: weight[Int(column)], regret: regret[Int(column)]))
    }
    return items
  }

  /// What plans may reach of a row, which they may pass by rounding: in proportion to the whole limit,
  /// settled items counted in.
  private func reachableLimit(_ row: Int) -> Double {
    let variables = program.core.variables
    let whole = variables.rowOfUpper(row).map { variables.index.problem.rows[$0].upper }
    return program.limit[row] + 2 * AllocationState.slack(of: whole ?? program.limit[row])
  }
}
