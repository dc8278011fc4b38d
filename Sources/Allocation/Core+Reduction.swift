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
    let problem = variables.index.problem
    var lowest = AllocationState(
      index: variables.index, choosing: settledOptions.map { Int($0) }
    ).rowActivity
    var highest = lowest
    for position in items.indices {
      var least = [Int: (Double, Double)]()
      let range = choiceStart[position]..<choiceStart[position + 1]
      for choice in range {
        for (row, weight) in rowWeights(choice) {
          let start = mayBeEmpty[position] ? (0.0, 0.0) : (Double.infinity, -Double.infinity)
          let known = least[row] ?? start
          least[row] = (min(known.0, weight), max(known.1, weight))
        }
      }
      for (row, extremes) in least {
        // A choice that leaves the row alone has weight 0.
        let leavesAlone = range.contains { choice in !rowWeights(choice).contains { $0.0 == row } }
        lowest[row] += leavesAlone ? min(0, extremes.0) : extremes.0
        highest[row] += leavesAlone ? max(0, extremes.1) : extremes.1
      }
    }
    return problem.rows.indices.contains { row in
      let rule = problem.rows[row]
      return lowest[row] > rule.upper + AllocationState.slack(of: rule.upper)
        || highest[row] < rule.lower - AllocationState.slack(of: rule.lower)
    }
  }

  /// Rows a choice weighs on, from its coefficients.
  private func rowWeights(_ choice: Int) -> [(Int, Double)] {
    var weights: [(Int, Double)] = []
    for entry in coefficientStart[choice]..<coefficientStart[choice + 1] {
      let variable = Int(coefficientVariable[entry])
      if let row = variables.rowOfUpper[variable] {
        weights.append((row, -coefficientValue[entry]))
      } else if let row = variables.rowOfLowerOnly[variable] {
        weights.append((row, coefficientValue[entry]))
      }
    }
    return weights
  }
}

extension AllocationState {
  /// Whether rows, links and items keep all their rules.
  public var keepsEveryRule: Bool { isFeasible && respectsItems }

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
