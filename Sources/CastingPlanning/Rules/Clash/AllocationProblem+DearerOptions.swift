import Allocation

extension AllocationProblem {
  /// The problem without options that are only dearer than others of their item: where nothing but
  /// rows and costs counts, such an option can always be exchanged for a cheaper one.
  ///
  /// Options of an item that every row counts alike compare by cost, as long as no row gains by
  /// cost; of these as many stay as the item has slots, each of a key of its own. Options of
  /// required kinds all stay. `options` are the places of those that stay.
  func withoutDearerOptions() -> (problem: AllocationProblem, options: [Int]) {
    var kept: [Int] = []
    var starts = [0]
    starts.reserveCapacity(itemCount + 1)
    for item in items.indices {
      kept += worthwhileOptions(of: item)
      starts.append(kept.count)
    }
    var problem = self
    problem.optionStart = starts
    problem.optionKind = kept.map { optionKind[$0] }
    problem.optionReach = kept.map { optionReach[$0] }
    problem.optionCost = kept.map { optionCost[$0] }
    problem.optionValue = optionValue.isEmpty ? [] : kept.map { optionValue[$0] }
    return (problem, kept)
  }

  private func worthwhileOptions(of item: Int) -> [Int] {
    let range = optionStart[item]..<optionStart[item + 1]
    let required = Set(items[item].requiredKinds.flatMap { $0 })
    var groups: [[Bool]: [Int]] = [:]
    var kept: [Int] = []
    for option in range {
      let kind = Int(optionKind[option])
      let sides = rows.map { row in
        (row.memberItems.isEmpty || row.memberItems[item])
          && (row.memberKinds.isEmpty || row.memberKinds[kind])
      }
      if required.contains(optionKind[option]) || gainsByCost(sides) {
        kept.append(option)
      } else {
        groups[sides, default: []].append(option)
      }
    }
    for group in groups.values { kept += cheapest(group, slots: items[item].slots) }
    return kept.sorted()
  }

  /// Whether some row is nearer to a limit it must reach the more an option on these sides costs.
  private func gainsByCost(_ sides: [Bool]) -> Bool {
    zip(rows, sides).contains { row, isInside in
      let perCost = (isInside ? row.inside : row.outside).perCost
      return (row.lower > -.infinity && perCost > 0) || (row.upper < .infinity && perCost < 0)
    }
  }

  private func cheapest(_ group: [Int], slots: Int) -> [Int] {
    var keys: Set<Int32> = []
    var kept: [Int] = []
    for option in group.sorted(by: { (optionCost[$0], $0) < (optionCost[$1], $1) })
    where kept.count < slots && keys.insert(kindExclusion[Int(optionKind[option])]).inserted {
      kept.append(option)
    }
    return kept
  }
}
