import Allocation

/// Recomputes value, rules and bound of a choice from the problem alone.
///
/// Nothing here is shared with the solver but the types of the problem and of its prices: the
/// formulas are written out again, straight from the model, so that a mistake in one of the two
/// shows.
package struct PlanAudit: Sendable {
  package let problem: AllocationProblem

  package init(_ problem: AllocationProblem) { self.problem = problem }

  /// Every option's item, by the options' order.
  package func item(of option: Int) -> Int {
    var low = 0
    var high = problem.itemCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if problem.optionStart[middle] <= option { low = middle } else { high = middle }
    }
    return low
  }

  package func group(of option: Int) -> Int {
    Int(problem.kindGroup[Int(problem.optionKind[option])])
  }

  /// Value an option brings by itself.
  func ownValue(of option: Int) -> Double {
    problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
  }

  /// Whether a row counts the option by its inside coefficients.
  func isInside(_ row: AllocationRow, item: Int, kind: Int) -> Bool {
    (row.memberItems.isEmpty || row.memberItems[item])
      && (row.memberKinds.isEmpty || row.memberKinds[kind])
  }

  /// What an option adds to a row's sum, without fixed costs and touched items.
  func weight(_ row: AllocationRow, item: Int, option: Int) -> Double {
    let kind = Int(problem.optionKind[option])
    let side = isInside(row, item: item, kind: kind) ? row.inside : row.outside
    let amount = row.amount.map { problem.amounts[$0][option] } ?? 0
    return side.perOption + side.perCost * problem.optionCost[option] + side.perAmount * amount
  }

  /// Items in ascending order, each with its chosen options.
  package func chosenByItem(_ options: [Int]) -> [(item: Int, options: [Int])] {
    var result: [(item: Int, options: [Int])] = []
    for option in options.sorted() {
      let item = item(of: option)
      if result.last?.item == item {
        result[result.count - 1].options.append(option)
      } else {
        result.append((item, [option]))
      }
    }
    return result
  }
}
