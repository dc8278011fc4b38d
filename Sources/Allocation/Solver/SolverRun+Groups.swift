/// Bounds, and plans, by groups.
extension SolverRun {
  /// Rounds of moving prices at most; and those in a row after which they lead nowhere, if each closes
  /// less of the gap than this share.
  private static let mostRounds = 60
  private static let idleRounds = 6
  private static let leastProgress = 0.01
  /// Of plans with fewer options a group than these, most is lost by what joins groups.
  private static let leastPerGroup = 3
  /// Groups that are given their best choices at most, each further from them than this share of the gap.
  private static let mostAdopted = 8
  private static let leastShort = 0.02

  /// Lowers the bound to what groups can bring by themselves, at the prices at hand.
  mutating func boundByGroups() {
    guard !isDone, let plan = best, !isSpent, groups?.bound == .infinity else { return }
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
      adoptChoices(narrow, root, tables)
      if isDone { break }
      if let found = filled(together(groups!.options, tables), tables, narrow) {
        consider(found)
        if !isDone { consider(improved(found, narrow, root, tables)) }
      }
      plan = best ?? plan
      if isDone || isSpent { break }
      guard groups!.movePrices(towards: plan.value), solveGroups(beyond: plan) else { break }
      let isProgress = bound - plan.value < (1 - Self.leastProgress) * gap
      idle = isProgress ? 0 : idle + 1
      if isDone || idle >= Self.idleRounds { break }
    }
    groups = nil
  }

  /// Gives the groups whose part of the plan is furthest from their best choices just those, one after the
  /// other, while that leads to better plans or may: other groups make way where an item cannot take both, and
  /// the plan is improved around it.
  ///
  /// Such a plan is many moves away from the one at hand, each of them for the worse.
  private mutating func adoptChoices(
    _ narrow: LocalSearch, _ root: Sifting.Outcome, _ tables: PriceTables
  ) {
    guard let groups else { return }
    for (group, short) in groups.furthest.prefix(Self.mostAdopted) {
      guard !isDone, !isSpent, let plan = best,
        short > Self.leastShort * (bound - plan.value)
      else { return }
      let options =
        groups.options(ofGroup: group) + plan.chosenOptions.filter { plan.group(of: $0) != group }
      guard let found = filled(fitting(options), tables, narrow) else { continue }
      consider(found)
      if !isDone { consider(improved(found, narrow, root, tables)) }
    }
  }

  /// Those of some options that their items can take after the ones before them.
  private func fitting(_ options: [Int]) -> [Int] {
    var state = AllocationState(index: index)
    for option in options
    where state.itemHasRoom(for: option, item: Int(index.itemOfOption[option])) {
      state.add(option)
    }
    return state.chosenOptions
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
