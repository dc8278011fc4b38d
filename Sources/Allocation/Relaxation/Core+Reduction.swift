extension Core {
  /// Distinct options of all choices, settled ones too, ascending.
  var distinctOptions: [Int32] {
    Array(Set(choices.options).union(settledOptions)).sorted()
  }

  /// What an option earns at a point before it pays anything.
  func grossWorth(ofOption option: Int32, _ point: [Double]) -> Double {
    var gross = 0.0
    let constant = variables.index.collectCoefficients(options: [option], variables: variables) {
      variable, value in
      if value > 0 { gross += value * max(0, point[Int(variable)]) }
    }
    return gross + max(0, constant)
  }

  /// Whether some row cannot be kept whatever the open items choose: a bound on each row alone.
  func cannotMeetRows() -> Bool {
    let rows = variables.index.problem.rows
    var lowest = [Double](repeating: 0, count: rows.count)
    for variable in settledVector.indices {
      if let row = row(ofVariable: variable) {
        lowest[row] += weight(settledVector[variable], variable, row)
      }
    }
    var highest = lowest
    // Of the item at work: choices that weigh on a row, and the least and most that one does.
    var count = [Int](repeating: 0, count: rows.count)
    var least = [Double](repeating: 0, count: rows.count)
    var most = least
    var touched: [Int] = []
    for position in items.indices {
      let range = choiceStart[position]..<choiceStart[position + 1]
      for entry in coefficientStart[range.lowerBound]..<coefficientStart[range.upperBound] {
        let variable = Int(coefficientVariable[entry])
        guard let row = row(ofVariable: variable) else { continue }
        let weight = weight(coefficientValue[entry], variable, row)
        if count[row] == 0 {
          touched.append(row)
          (least[row], most[row]) = (weight, weight)
        }
        count[row] += 1
        least[row] = min(least[row], weight)
        most[row] = max(most[row], weight)
      }
      for row in touched {
        // A choice that leaves the row alone, the empty one too, has weight 0.
        let leavesAlone = mayBeEmpty[position] || count[row] < range.count
        lowest[row] += leavesAlone ? min(0, least[row]) : least[row]
        highest[row] += leavesAlone ? max(0, most[row]) : most[row]
        count[row] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return rows.indices.contains { row in
      lowest[row] > rows[row].upper + AllocationState.slack(of: rows[row].upper)
        || highest[row] < rows[row].lower - AllocationState.slack(of: rows[row].lower)
    }
  }

  private func row(ofVariable variable: Int) -> Int? {
    let row = Int(variables.rowOfVariable[variable])
    return row >= 0 ? row : nil
  }

  /// What a coefficient of a row's variable weighs on the row.
  private func weight(_ coefficient: Double, _ variable: Int, _ row: Int) -> Double {
    Int(variables.upperVariable[row]) == variable ? -coefficient : coefficient
  }
}

extension AllocationState {
  /// Whether rows, links and items keep all their rules.
  package var keepsEveryRule: Bool { isFeasible && respectsItems }

  /// Whether every item keeps its own rules: slots, exclusion keys, spend limit.
  var respectsItems: Bool {
    problem.items.indices.allSatisfy { item in
      let taken = options(ofItem: item)
      let rules = problem.items[item]
      let keys = Set(taken.map { problem.kindExclusion[Int(problem.optionKind[$0])] })
      let spend = taken.reduce(0) { $0 + problem.optionCost[$1] }
      return taken.count <= rules.slots && keys.count == taken.count
        && spend <= rules.spendLimit + Self.slack(of: rules.spendLimit)
    }
  }
}
