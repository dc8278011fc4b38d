/// Improves a feasible choice: fills what is left, exchanges one option for another, and ruins and
/// recreates small parts. Never leaves the rows.
struct LocalSearch {
  /// Gains below this share of the value are rounding.
  private static let significance = 1e-12

  let tables: PriceTables
  let pool: CandidatePool
  let deadline: Deadline

  // MARK: Fill

  /// Adds options while any is worth it, by gain per priced cost.
  func fill(_ state: inout AllocationState) {
    let limits = pool.limits(state)
    var open: [(option: Int, score: Double)] = []
    for position in pool.options.indices
    where limits[position] > threshold(state) && pool.admits(position, state) {
      let option = Int(pool.options[position])
      open.append((option, score(option, gain: limits[position], state)))
    }
    addByScore(&state, LazyQueue(open))
    addBlocks(&state)
  }

  /// Adds items that only act together, each with its best option, where all of that pays.
  private func addBlocks(_ state: inout AllocationState) {
    let units = pool.index.units
    for leader in units.units.keys.sorted() {
      for block in units.units[leader]!.blocks
      where block.members.count > 1 && !block.isBlocked
        && block.members.allSatisfy({ state.isItemEmpty(Int($0)) })
      {
        addBlock(block, &state)
      }
    }
  }

  private func addBlock(_ block: ItemUnits.Block, _ state: inout AllocationState) {
    let before = state.value
    let problem = state.problem
    var added: [Int] = []
    for member in block.members {
      let own = problem.optionStart[Int(member)]..<problem.optionStart[Int(member) + 1]
      let fitting = own.filter { problem.optionCost[$0] <= problem.items[Int(member)].spendLimit }
      guard
        let best = fitting.max(by: {
          let left = score($0, gain: max(0, state.gain(adding: $0)), state)
          let right = score($1, gain: max(0, state.gain(adding: $1)), state)
          return (left, -$0) < (right, -$1)
        })
      else { break }
      state.add(best)
      added.append(best)
    }
    let isWhole = added.count == block.members.count
    if !isWhole || state.value <= before + threshold(state) || !state.isFeasible(touching: added) {
      for option in added { state.remove(option) }
    }
  }

  /// Lazy re-evaluation: gains only fall as the choice grows, so a top that stays on top is best.
  private func addByScore(_ state: inout AllocationState, _ queue: LazyQueue) {
    var queue = queue
    while let top = queue.popFirst() {
      guard !state.isChosen(top.option), state.canAddKeepingLowerSides(top.option) else {
        continue
      }
      let gain = state.gain(adding: top.option)
      guard gain > threshold(state) else { continue }
      let fresh = score(top.option, gain: gain, state)
      if let next = queue.first, (next.score, -next.option) > (fresh, -top.option) {
        queue.insert((top.option, fresh))
      } else {
        state.add(top.option)
      }
    }
  }

  func score(_ option: Int, gain: Double, _ state: AllocationState) -> Double {
    let item = state.itemOfOption(option)
    let problem = state.problem
    var cost =
      tables.payment(option: option, item: item)
      - problem.costWeight * problem.optionCost[option]
    if state.isItemEmpty(item) {
      cost += (tables.perFixedCost - problem.costWeight) * problem.items[item].fixedCost
    }
    // A price below zero pays for the option; keep the order by gain then.
    return gain / max(cost, 1e-3 * gain, 1e-300)
  }

  func threshold(_ state: AllocationState) -> Double {
    Self.significance * abs(state.value)
  }

  // MARK: Exchange

  /// Exchanges single options while that pays, or until the value reaches the goal; at most `rounds`
  /// sweeps.
  func exchange(_ state: inout AllocationState, rounds: Int, goal: Double = .infinity) {
    var limits = pool.limits(state)
    for _ in 0..<rounds {
      var improved = false
      for option in state.chosenOptions {
        if deadline.hasPassed || state.value >= goal { return }
        if exchange(option, &state, &limits) { improved = true }
      }
      if !improved { return }
    }
  }

  private func exchange(
    _ option: Int, _ state: inout AllocationState, _ limits: inout [Double]
  ) -> Bool {
    let before = state.value
    let group = Int(state.group(of: option))
    state.remove(option)
    let loss = before - state.value
    pool.updateLimits(&limits, group: group, state: state)
    var best: (option: Int, gain: Double)?
    var floor = loss + threshold(state)
    for position in pool.options.indices where limits[position] > floor {
      let other = Int(pool.options[position])
      guard pool.admits(position, state), other != option else { continue }
      let gain = state.gain(adding: other)
      guard gain > floor else { continue }
      state.add(other)
      if state.isFeasible(touching: [option, other]) {
        best = (other, gain)
        floor = gain
      }
      state.remove(other)
    }
    state.add(best?.option ?? option)
    pool.updateLimits(&limits, group: group, state: state)
    if let best {
      pool.updateLimits(&limits, group: Int(state.group(of: best.option)), state: state)
    }
    return best != nil
  }
}

extension AllocationState {
  /// Adds and removes what it takes to have exactly these options (ascending).
  mutating func change(to options: [Int]) {
    let wanted = Set(options)
    let present = Set(chosenOptions)
    for option in chosenOptions where !wanted.contains(option) { remove(option) }
    for option in options where !present.contains(option) { add(option) }
  }

  func group(of option: Int) -> Int32 { problem.kindGroup[Int(problem.optionKind[option])] }

  /// Whether every row, and the requirements of the items of these options, hold.
  func isFeasible(touching options: [Int]) -> Bool {
    violatedRows().isEmpty
      && options.allSatisfy {
        itemIsSatisfied(itemOfOption($0)) && linksHold(ofItem: itemOfOption($0))
      }
  }
}
