extension ProblemIndex {
  /// Whether the unit an item leads may take nothing.
  func mayBeEmpty(unitOf item: Int) -> Bool {
    if let unit = units.unit(of: item) { return unit.mayBeEmpty }
    let rules = problem.items[item]
    return !rules.isRequired && rules.requiredKinds.isEmpty
  }

  /// Calls `body` with (variable, coefficient) of the profit of a set of options of one unit as a
  /// function of the prices, variables possibly repeated; returns the constant part.
  ///
  /// Options of an item stand together.
  func collectCoefficients(
    options: ArraySlice<Int32>, variables: PriceVariables, _ body: (Int32, Double) -> Void
  ) -> Double {
    var constant = 0.0
    var start = options.startIndex
    while start < options.endIndex {
      let item = itemOfOption[Int(options[start])]
      var end = start + 1
      while end < options.endIndex, itemOfOption[Int(options[end])] == item { end += 1 }
      constant += collectCoefficients(
        item: Int(item), options: options[start..<end], variables: variables, body)
      start = end
    }
    return constant
  }

  private func collectCoefficients(
    item: Int, options: ArraySlice<Int32>, variables: PriceVariables,
    _ body: (Int32, Double) -> Void
  ) -> Double {
    var constant = 0.0
    for option in options {
      constant += collectOwn(Int(option), item: item, variables: variables, body)
    }
    return constant + collectShared(item: item, options: options, variables: variables, body)
  }

  /// The part of the profit that an item has once, whatever number of options it takes.
  func collectShared(
    item: Int, options: ArraySlice<Int32>, variables: PriceVariables,
    _ body: (Int32, Double) -> Void
  ) -> Double {
    guard !options.isEmpty else { return 0 }
    var touched: [Int32] = []
    for option in options {
      for touch in touches[touchRange(item: item, kind: problem.optionKind[Int(option)])]
      where !touched.contains(touch.row) {
        touched.append(touch.row)
        addRow(Int(touch.row), touch.perOption, variables, body)
      }
    }
    let fixedCost = problem.items[item].fixedCost
    guard fixedCost != 0 else { return 0 }
    for term in fixedCostTerms { addRow(Int(term.row), term.perCost * fixedCost, variables, body) }
    return -problem.costWeight * fixedCost
  }

  private func addRow(
    _ row: Int, _ weight: Double, _ variables: PriceVariables, _ body: (Int32, Double) -> Void
  ) {
    if variables.upperVariable[row] >= 0 { body(variables.upperVariable[row], -weight) }
    if variables.lowerVariable[row] >= 0 { body(variables.lowerVariable[row], weight) }
  }

  /// The part of the profit that an option has by itself.
  func collectOwn(
    _ option: Int, item: Int, variables: PriceVariables, _ body: (Int32, Double) -> Void
  ) -> Double {
    let kind = problem.optionKind[option]
    let cost = problem.optionCost[option]
    var constant =
      (problem.optionValue.isEmpty ? 0 : problem.optionValue[option]) - problem.costWeight * cost
    let group = Int(problem.kindGroup[Int(kind)])
    var linear = 0.0
    for segment in 0..<problem.segmentCount {
      let pool = group * problem.segmentCount + segment
      let reach =
        problem.optionReach[option] * problem.segmentShares[item * problem.segmentCount + segment]
      if variables.poolVariable[pool] >= 0 {
        body(variables.poolVariable[pool], reach)
      } else if !isSaturable[pool] {
        linear += problem.poolYield[pool] * reach
      }
    }
    constant += problem.groupWorth[group] * linear
    if linear != 0 {
      for (variable, sign) in variables.outputTerms(of: group) {
        body(Int32(variable), -sign * linear)
      }
    }
    for term in terms[termRange(item: item, kind: kind)] {
      addRow(Int(term.row), weight(term, of: option), variables, body)
    }
    return constant
  }
}
