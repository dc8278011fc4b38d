import Allocation

extension AllocationProblem {
  /// The problem without options that are only dearer than others of their item: where nothing but
  /// rows and costs counts, such an option can always be exchanged for a cheaper one.
  ///
  /// Options of an item that stand on the same side of every row compare by cost, as long as no row
  /// gains by cost; where rows count amounts, one is only dearer than another whose amounts serve every row
  /// as well. An option goes where a cheaper one of its key stays, or as many of different keys as the item
  /// has slots. Options of required kinds all stay. `options` are the places of those that stay.
  package func withoutDearerOptions() -> (problem: AllocationProblem, options: [Int]) {
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
    problem.amounts = amounts.map { list in kept.map { list[$0] } }
    return (problem, kept)
  }

  private func worthwhileOptions(of item: Int) -> [Int] {
    let range = optionStart[item]..<optionStart[item + 1]
    let required = Set(items[item].requiredKinds.flatMap { $0 })
    var groups: [[Bool]: [Int]] = [:]
    var kept: [Int] = []
    for option in range {
      let kind = Int(optionKind[option])
      let sides = rows.map { $0.isInside(item: item, kind: kind) }
      if required.contains(optionKind[option]) || gainsByCost(sides) {
        kept.append(option)
      } else {
        groups[sides, default: []].append(option)
      }
    }
    for (sides, group) in groups { kept += cheapest(group, sides, slots: items[item].slots) }
    return kept.sorted()
  }

  /// Whether some row is nearer to a limit it must reach the more an option on these sides costs.
  private func gainsByCost(_ sides: [Bool]) -> Bool {
    zip(rows, sides).contains { row, isInside in
      let perCost = (isInside ? row.inside : row.outside).perCost
      return (row.lower > -.infinity && perCost > 0) || (row.upper < .infinity && perCost < 0)
    }
  }

  private func cheapest(_ group: [Int], _ sides: [Bool], slots: Int) -> [Int] {
    let counting = rows.indices.filter { rows[$0].countsAmounts }
    func key(_ option: Int) -> Int32 { kindExclusion[Int(optionKind[option])] }
    var kept: [Int] = []
    for option in group.sorted(by: { (optionCost[$0], $0) < (optionCost[$1], $1) }) {
      let rivals = kept.filter { rival in
        counting.allSatisfy { serves(rows[$0], isInside: sides[$0], rival, asWellAs: option) }
      }
      let keys = Set(rivals.map(key))
      if keys.count < slots && !keys.contains(key(option)) { kept.append(option) }
    }
    return kept
  }

  /// Whether the amount of a rival on the same side of a row is as far from its limits as the option's.
  private func serves(
    _ row: AllocationRow, isInside: Bool, _ rival: Int, asWellAs option: Int
  ) -> Bool {
    let perAmount = (isInside ? row.inside : row.outside).perAmount
    let more = perAmount * (amount(of: rival, in: row) - amount(of: option, in: row))
    return !(more > 0 && row.upper < .infinity) && !(more < 0 && row.lower > -.infinity)
  }
}
