extension AllocationState {
  /// Gives up options that add nothing, dearest first, where everything that holds still holds
  /// without them.
  ///
  /// Where output cannot be served, or reach falls on nobody new, an option may cost money that the
  /// value does not count; whoever pays for it would rather not. The state must be feasible and
  /// stays so; its value does not fall.
  mutating func dropIdle() {
    let dearestFirst = chosenOptions.sorted {
      (problem.optionCost[$1], $0) < (problem.optionCost[$0], $1)
    }
    for option in dearestFirst where isChosen(option) && loss(removing: option) <= 0 {
      let before = value
      let dropped = removeWithBlock(option)
      let holds = dropped.map { itemOfOption($0) }.allSatisfy {
        itemIsSatisfied($0) && linksHold(ofItem: $0)
      }
      if !holds || value < before || !violatedRows().isEmpty {
        for option in dropped { add(option) }
      }
    }
  }
}
