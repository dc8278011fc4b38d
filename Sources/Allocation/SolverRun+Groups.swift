/// Bounds, and plans, by groups.
extension SolverRun {
  /// Rounds of moving prices at most; and those in a row after which they lead nowhere, if each closes
  /// less of the gap than this share.
  private static let mostRounds = 60
  private static let idleRounds = 6
  private static let leastProgress = 0.01
  /// Of plans with fewer options a group than these, most is lost by what joins groups.
  private static let leastPerGroup = 3

  /// Lowers the bound to what groups can bring by themselves, at the prices at hand.
  mutating func boundByGroups() {
    guard !isDone, let plan = best, !deadline.hasPassed, groups?.bound == .infinity else { return }
    guard plan.chosenCount >= Self.leastPerGroup * index.problem.groupCount else {
      groups = nil
      return
    }
    guard solveGroups(beyond: plan) else {
      groups = nil
      return
    }
  }

  /// Solves the groups at their prices, and takes what that proves; false where they cannot be.
  private mutating func solveGroups(beyond plan: AllocationState) -> Bool {
    guard var groups, groups.solve(beyond: plan, isEnough: { isDone(at: min(bound, $0)) }) else {
      return false
    }
    self.groups = groups
    bound = min(bound, groups.bound)
    statistics.add(groups: groups.statistics)
    report()
    return true
  }

  /// Moves the prices of what joins groups, while that lowers the bound or leads to better plans.
  mutating func searchByGroups(_ root: Sifting.Outcome, _ tables: PriceTables) {
    boundByGroups()
    guard !isDone, groups != nil, var plan = best else { return }
    let narrow = search(tables, root.relaxation.core.distinctOptions)
    var idle = 0
    for _ in 0..<Self.mostRounds {
      let gap = bound - plan.value
      if let found = filled(together(groups!.options, tables), tables, narrow) {
        consider(found)
        if !isDone { consider(improved(found, narrow, root, tables)) }
      }
      plan = best ?? plan
      if isDone || deadline.hasPassed { break }
      guard groups!.movePrices(towards: plan.value), solveGroups(beyond: plan) else { break }
      let isProgress = bound - plan.value < (1 - Self.leastProgress) * gap
      idle = isProgress ? 0 : idle + 1
      if isDone || idle >= Self.idleRounds { break }
    }
    groups = nil
  }

  /// What exchanges make of a plan, or annealing where they take long.
  private func improved(
    _ plan: AllocationState, _ narrow: LocalSearch, _ root: Sifting.Outcome, _ tables: PriceTables
  ) -> AllocationState? {
    if Self.isEasy(plan, narrow) { return exchanged(plan, narrow) }
    return annealing(of: plan, root, tables, round: 0).flatMap { annealed(plan, $0, round: 0) }
  }

  /// Of some options those that their items can take together, the ones worth most first.
  private func together(_ options: [Int], _ tables: PriceTables) -> [Int] {
    var choices = ItemChoices(tables: tables)
    var state = AllocationState(index: index)
    var start = 0
    while start < options.count {
      let item = Int(index.itemOfOption[options[start]])
      let range = index.problem.optionStart[item]..<index.problem.optionStart[item + 1]
      let end = options[start...].firstIndex { !range.contains($0) } ?? options.count
      choices.price(item)
      let ranked = options[start..<end].sorted {
        (choices.ownProfit[$1 - range.lowerBound], $0)
          < (choices.ownProfit[$0 - range.lowerBound], $1)
      }
      for option in ranked where state.itemHasRoom(for: option, item: item) { state.add(option) }
      start = end
    }
    return state.chosenOptions
  }
}
