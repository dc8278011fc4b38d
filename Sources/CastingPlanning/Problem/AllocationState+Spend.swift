import Allocation

extension AllocationState {
  /// Money that the chosen deals cost, activation included: what a budget charges beyond is no part of it.
  var spend: Double {
    let budget = problem.rows[0]
    if budget.amount == nil && budget.perFixedCost == 1 { return rowActivity[0] }
    return problem.spend(of: chosenOptions)
  }
}

extension AllocationProblem {
  /// Money that options cost, activation included; each fixed cost once.
  fileprivate func spend(of options: [Int]) -> Double {
    var (sum, last) = (0.0, -1)
    for (choice, option) in zip(choices(options), options.sorted()) {
      sum += optionCost[option]
      if choice.item != last { sum += items[Int(choice.item)].fixedCost }
      last = Int(choice.item)
    }
    return sum
  }
}
