/// Sets of options of one item that takes several.
extension ItemChoices {
  /// Depth-first over sets, in order of optimistic profit; a branch ends when even the best
  /// remaining options cannot lift it to the threshold.
  mutating func search(
    _ item: Int, rules: AllocationItem, threshold: () -> Double,
    _ body: (UnsafeBufferPointer<Int32>, Double, Double) -> Void
  ) {
    prepare(item)
    stack.removeAll(keepingCapacity: true)
    descend(
      from: 0, item: item, rules: rules, profit: -tables.perFixedCost * rules.fixedCost, gross: 0,
      spend: 0, threshold: threshold, body)
  }

  private mutating func prepare(_ item: Int) {
    price(item)
    let problem = tables.index.problem
    let start = problem.optionStart[item]
    order.removeAll(keepingCapacity: true)
    for option in start..<problem.optionStart[item + 1] where ownProfit[option - start] > -.infinity
    {
      let profit =
        tables.gross(option: option, reachPrices: reachPrices)
        - tables.payment(option: option, item: item)
      let touched = tables.index.touchRange(item: item, kind: problem.optionKind[option])
      let bonus = tables.index.touches[touched].reduce(0.0) {
        $0 + max(0, -tables.rowPrices[Int($1.row)] * $1.perOption)
      }
      order.append((Int32(option), profit, profit + bonus))
    }
    order.sort { ($1.optimistic, $0.option) < ($0.optimistic, $1.option) }
  }

  private mutating func descend(
    from start: Int, item: Int, rules: AllocationItem, profit: Double, gross: Double,
    spend: Double, threshold: () -> Double,
    _ body: (UnsafeBufferPointer<Int32>, Double, Double) -> Void
  ) {
    if !stack.isEmpty && hasRequired(rules) {
      stack.withUnsafeBufferPointer { body($0, profit, gross) }
    }
    let free = rules.slots - stack.count
    guard free > 0 else { return }
    for position in start..<order.count {
      var reachable = profit
      for next in order[position..<min(order.count, position + free)] {
        reachable += max(0, next.optimistic)
      }
      // An upper bound on every completion, and later positions reach less still.
      if reachable + 1e-12 * abs(reachable) < threshold() { return }
      let candidate = order[position]
      guard let price = admission(of: candidate.option, item: item, rules: rules, spend: spend)
      else { continue }
      let option = Int(candidate.option)
      let step = candidate.profit - price
      let own = tables.gross(option: option, reachPrices: reachPrices)
      stack.append(candidate.option)
      descend(
        from: position + 1, item: item, rules: rules, profit: profit + step, gross: gross + own,
        spend: spend + tables.index.problem.optionCost[option], threshold: threshold, body)
      stack.removeLast()
    }
  }

  private func hasRequired(_ rules: AllocationItem) -> Bool {
    rules.requiredKinds.allSatisfy { kinds in
      stack.contains { kinds.contains(tables.index.problem.optionKind[Int($0)]) }
    }
  }

  /// Price of the rows the option would newly touch, nil when the set cannot take it.
  private func admission(
    of option: Int32, item: Int, rules: AllocationItem, spend: Double
  ) -> Double? {
    let problem = tables.index.problem
    let kind = problem.optionKind[Int(option)]
    let key = problem.kindExclusion[Int(kind)]
    for other in stack
    where problem.kindExclusion[Int(problem.optionKind[Int(other)])] == key { return nil }
    let total = spend + problem.optionCost[Int(option)]
    guard total <= rules.spendLimit + AllocationState.slack(of: rules.spendLimit) else {
      return nil
    }
    var price = 0.0
    for touch in tables.index.touches[tables.index.touchRange(item: item, kind: kind)] {
      let isTouched = stack.contains { other in
        let range = tables.index.touchRange(item: item, kind: problem.optionKind[Int(other)])
        return tables.index.touches[range].contains { $0.row == touch.row }
      }
      if !isTouched { price += tables.rowPrices[Int(touch.row)] * touch.perOption }
    }
    return price
  }

  func largestGross(_ item: Int, slots: Int) -> Double {
    let problem = tables.index.problem
    var sum = 0.0
    reachPrices.withUnsafeBufferPointer { reach in
      let all = (problem.optionStart[item]..<problem.optionStart[item + 1]).map {
        max(0, tables.gross(option: $0, reachPrices: reach.baseAddress!))
      }
      sum = all.sorted(by: >).prefix(slots).reduce(0, +)
    }
    return sum
  }
}
