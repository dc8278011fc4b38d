/// Improves a feasible choice: fills what is left, exchanges one option for another, and ruins and
/// recreates small parts. Never leaves the rows.
struct LocalSearch {
  /// Gains below this share of the value are rounding.
  private static let significance = 1e-12
  /// Options tried, best first, when a hole is filled anew.
  private static let recreationWidth = 200
  /// Spread of the random factor on scores, one drawn for each hole.
  private static let noise = [0.02, 0.06, 0.2]
  /// How many options count as contested, and how often a hole is made among them alone.
  private static let contestedCount = 400
  private static let contestedShare = 0.8

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

  private func score(_ option: Int, gain: Double, _ state: AllocationState) -> Double {
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

  private func threshold(_ state: AllocationState) -> Double {
    Self.significance * abs(state.value)
  }

  // MARK: Exchange

  /// Exchanges single options while that pays; at most `rounds` sweeps.
  func exchange(_ state: inout AllocationState, rounds: Int) {
    var limits = pool.limits(state)
    for _ in 0..<rounds {
      var improved = false
      for option in state.chosenOptions {
        if deadline.hasPassed { return }
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

  // MARK: Ruin and recreate

  /// Takes out a few options and fills the hole anew, `rounds` times; ends with the best found.
  ///
  /// Worse plans are accepted within an allowance that falls to zero, so that the search can leave
  /// a plan that no small change improves (threshold accepting; Dueck and Scheuer, 1990).
  func ruinAndRecreate(
    _ state: inout AllocationState, rounds: Int, allowance: Double,
    generator: inout SplitMix64, goal: Double
  ) {
    var limits = pool.limits(state)
    let contested = contestedOptions()
    var best = (value: state.value, options: state.chosenOptions)
    for round in 0..<rounds {
      if deadline.hasPassed || best.value >= goal || state.chosenCount < 2 { break }
      let before = state.value
      let old = state.chosenOptions
      let holes = ruin(&state, contested: contested, generator: &generator)
      let banned = holes[Int(generator.next() % UInt64(holes.count))]
      refresh(&limits, after: holes, state)
      let added = recreate(&state, limits, without: banned, generator: &generator)
      let allowed = allowance * (1 - Double(round + 1) / Double(rounds))
      if state.value <= before - allowed || !state.isFeasible(touching: holes) {
        state.change(to: old)
      } else if state.value > best.value + threshold(state) {
        best = (state.value, state.chosenOptions)
      }
      refresh(&limits, after: holes + added, state)
    }
    state.change(to: best.options)
  }

  private func refresh(_ limits: inout [Double], after options: [Int], _ state: AllocationState) {
    for group in Set(options.map { state.group(of: $0) }) {
      pool.updateLimits(&limits, group: Int(group), state: state)
    }
  }

  /// Gives up one to six options, mostly contested ones, half of the time all of one group; returns
  /// them.
  private func ruin(
    _ state: inout AllocationState, contested: [Int], generator: inout SplitMix64
  ) -> [Int] {
    let size = 1 + Int(generator.next() % 6)
    let taken = state.chosenOptions
    let present = contested.filter { state.isChosen($0) }
    let source = generator.unit() < Self.contestedShare && !present.isEmpty ? present : taken
    let first = source[Int(generator.next() % UInt64(source.count))]
    let keepsGroup = generator.next() % 2 == 0
    var rest = source.filter {
      $0 != first && (!keepsGroup || state.group(of: $0) == state.group(of: first))
    }
    var holes = [first]
    while holes.count < size, !rest.isEmpty {
      holes.append(rest.remove(at: Int(generator.next() % UInt64(rest.count))))
    }
    for option in holes { state.remove(option) }
    return holes
  }

  /// Options of the pool that the prices hardly tell apart from their alternatives.
  private func contestedOptions() -> [Int] {
    var choices = ItemChoices(tables: tables)
    var found: [(option: Int, regret: Double)] = []
    for item in Set(pool.options.map { pool.index.itemOfOption[Int($0)] }).sorted() {
      let best = choices.best(Int(item)).profit
      let second = choices.margin(ofItem: Int(item), best: best)
      for (option, regret) in second { found.append((option, regret)) }
    }
    found.sort { ($0.regret, $0.option) < ($1.regret, $1.option) }
    return found.prefix(Self.contestedCount).map(\.option)
  }

  /// Fills a hole by noisy scores, the banned option last; returns what was added.
  private func recreate(
    _ state: inout AllocationState, _ limits: [Double], without banned: Int,
    generator: inout SplitMix64
  ) -> [Int] {
    var open: [(option: Int, score: Double)] = []
    let spread = Self.noise[Int(generator.next() % UInt64(Self.noise.count))]
    for position in pool.options.indices where limits[position] > 0 {
      let option = Int(pool.options[position])
      guard option != banned, pool.admits(position, state) else { continue }
      let noise = 1 + spread * (generator.unit() - 0.5)
      open.append((option, noise * score(option, gain: limits[position], state)))
    }
    open.sort { ($1.score, $0.option) < ($0.score, $1.option) }
    var added: [Int] = []
    for option in open.prefix(Self.recreationWidth).map(\.option) + [banned]
    where !state.isChosen(option) && state.canAdd(option) && state.gain(adding: option) > 0 {
      state.add(option)
      added.append(option)
    }
    return added
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
    violatedRows().isEmpty && options.allSatisfy { itemIsSatisfied(itemOfOption($0)) }
  }
}
