/// Makes a choice obey every row: drops what presses least for its worth, adds what is missing.
struct Repair {
  /// Options given up between two scorings, as a share of those taken.
  private static let batchShare = 0.02

  let tables: PriceTables
  /// Options that may be added.
  let candidates: [Int32]
  /// When to give up; none where a plan is needed.
  var deadline: Deadline?

  /// Whether the state obeys everything afterwards. Deterministic; at most a few rounds per option.
  func run(_ state: inout AllocationState) -> Bool {
    var protected: Set<Int> = []
    meetRequirements(&state, protected: &protected)
    let limit = 4 * state.chosenCount + 400
    for _ in 0..<limit {
      let violated = state.violatedRows()
      if violated.isEmpty { return state.isFeasible }
      if let deadline, deadline.hasPassed { return false }
      if removeLeastMissed(&state, violated: violated, protected: protected) { continue }
      guard let option = bestAddition(state, violated: violated, protected: protected) else {
        return false
      }
      state.add(option)
      protected.insert(option)
    }
    return false
  }

  /// Gives every item that must be taken its best option, and every required kind one.
  private func meetRequirements(_ state: inout AllocationState, protected: inout Set<Int>) {
    let problem = state.problem
    for item in problem.items.indices {
      let rules = problem.items[item]
      guard rules.isRequired || !rules.requiredKinds.isEmpty else { continue }
      var wanted: [[Int32]?] = rules.requiredKinds.map { $0 }
      if rules.isRequired && wanted.isEmpty { wanted = [nil] }
      for kinds in wanted {
        let taken = state.options(ofItem: item)
        if let already = taken.first(where: { kinds?.contains(problem.optionKind[$0]) ?? true }) {
          protected.insert(already)
          continue
        }
        let own = (problem.optionStart[item]..<problem.optionStart[item + 1]).filter { option in
          (kinds?.contains(problem.optionKind[option]) ?? true)
            && !tables.index.isBarred(option, item: item)
        }
        for other in taken where !protected.contains(other) { state.remove(other) }
        let best = own.filter { state.itemHasRoom(for: $0, item: item) }.max {
          let left = state.gain(adding: $0) - tables.payment(option: $0, item: item)
          let right = state.gain(adding: $1) - tables.payment(option: $1, item: item)
          return (left, -$0) < (right, -$1)
        }
        if let best {
          state.add(best)
          protected.insert(best)
        }
      }
    }
  }

  /// Gives up the options whose loss is least for the relief they bring, one, or a small share of
  /// all where there are many; whether there was any.
  private func removeLeastMissed(
    _ state: inout AllocationState, violated: [(row: Int, excess: Double)], protected: Set<Int>
  ) -> Bool {
    var scored: [(option: Int, score: Double)] = []
    for option in state.chosenOptions where !protected.contains(option) {
      guard let relief = relief(of: option, state, violated) else { continue }
      let loss = state.loss(removing: option)
      scored.append((option, loss > 0 ? loss / relief : loss))
    }
    scored.sort { ($0.score, $0.option) < ($1.score, $1.option) }
    let batch = max(1, Int(Double(state.chosenCount) * Self.batchShare))
    for entry in scored.prefix(batch) {
      // What the first ones of a batch relieved may be mended already, and options that act with them are
      // gone.
      guard state.isChosen(entry.option) else { continue }
      let left = state.violatedRows()
      guard relief(of: entry.option, state, left) != nil else { continue }
      state.removeWithBlock(entry.option)
    }
    return !scored.isEmpty
  }

  /// How much of the violated rows' excess an option's going would mend, in rows; nil when none, or
  /// when it would break a row that holds.
  private func relief(
    of option: Int, _ state: AllocationState, _ violated: [(row: Int, excess: Double)]
  ) -> Double? {
    var relief = 0.0
    for (row, weight) in state.removalWeights(of: option) {
      let rule = state.problem.rows[row]
      if let hit = violated.first(where: { $0.row == row }) {
        if hit.excess * weight <= 0 { return nil }
        relief += min(1, weight / hit.excess)
      }
      let after = state.rowActivity[row] - weight
      let lower = rule.lower - AllocationState.slack(of: rule.lower)
      if state.rowActivity[row] >= lower && after < lower { return nil }
      let upper = rule.upper + AllocationState.slack(of: rule.upper)
      if state.rowActivity[row] <= upper && after > upper { return nil }
    }
    return relief > 0 ? relief : nil
  }

  /// The option that lifts lower sides at the least priced regret. Upper sides may give way: what
  /// was added is protected, and removals follow.
  private func bestAddition(
    _ state: AllocationState, violated: [(row: Int, excess: Double)], protected: Set<Int>
  ) -> Int? {
    let below = violated.filter { $0.excess < 0 }
    guard !below.isEmpty else { return nil }
    var best: (option: Int, score: Double)?
    for candidate in candidates {
      let option = Int(candidate)
      let item = state.itemOfOption(option)
      guard !state.isChosen(option), state.itemCanTake(option, item: item) else { continue }
      var relief = 0.0
      var overflow = 0.0
      state.forEachWeight(of: option, item: item) { row, weight in
        if let hit = below.first(where: { $0.row == row }), weight > 0 {
          relief += min(1, weight / -hit.excess)
        }
        let upper = state.problem.rows[row].upper
        let excess = state.rowActivity[row] + weight - upper - AllocationState.slack(of: upper)
        if weight > 0 && excess > 0 { overflow += min(1, excess / weight) }
      }
      guard relief > 0 else { continue }
      let worth = abs(state.gain(adding: option)) + tables.payment(option: option, item: item)
      let profit =
        state.gain(adding: option) - tables.payment(option: option, item: item)
        - overflow * max(worth, 1e-9)
      let score = profit > 0 ? profit * relief : profit / relief
      if best == nil || score > best!.score { best = (option, score) }
    }
    return best?.option
  }
}

extension AllocationState {
  /// Removes an option; where it was the last of an item that acts only together with others, all
  /// of theirs too. Returns all that went.
  @discardableResult
  mutating func removeWithBlock(_ option: Int) -> [Int] {
    let item = itemOfOption(option)
    remove(option)
    var removed = [option]
    guard isItemEmpty(item), let unit = index.units.unit(of: item) else { return removed }
    for block in unit.blocks where block.members.contains(Int32(item)) {
      for member in block.members {
        for other in options(ofItem: Int(member)) {
          remove(other)
          removed.append(other)
        }
      }
    }
    return removed
  }

  /// Rows and what they lose when a taken option goes.
  func removalWeights(of option: Int) -> [(row: Int, weight: Double)] {
    let item = itemOfOption(option)
    let others = chosenOfItem[item].filter { Int($0) != option }
    var weights: [(Int, Double)] = []
    forEachWeight(of: option, item: item, beside: others) { weights.append(($0, $1)) }
    return weights
  }
}
