/// Finds the choices of one item that are best at given prices, exactly, by its own rules.
///
/// A choice is a set of at most `slots` options, one per exclusion key, within the item's spend
/// limit and with the kinds it requires. Scratch space for one thread.
struct ItemChoices {
  let tables: PriceTables
  private var reachPrices: [Double]
  /// Options of the current item by falling optimistic profit.
  private var order: [(option: Int32, profit: Double, optimistic: Double)] = []
  private var stack: [Int32] = []

  init(tables: PriceTables) {
    self.tables = tables
    reachPrices = [Double](repeating: 0, count: tables.index.problem.groupCount)
  }

  /// Profit and gross worth of the item's best choice; the empty one has 0.
  ///
  /// −∞ when the item must take options and cannot.
  ///
  /// For the leader of a unit: of the whole unit.
  mutating func best(_ item: Int) -> (profit: Double, gross: Double) {
    guard let unit = tables.index.units.unit(of: item) else { return bestAlone(item) }
    var best = unit.mayBeEmpty ? 0.0 : -Double.infinity
    var bestGross = 0.0
    var joint = joint(unit) { _ in .infinity }
    joint.forEach(threshold: { best }) { _, profit, gross in
      if profit > best {
        best = profit
        bestGross = gross
      }
    }
    return (best, bestGross)
  }

  /// The members' own choices, each within a share of her best given by `limit(best)`.
  private mutating func joint(
    _ unit: ItemUnits.Unit, keeping limit: (_ gross: Double) -> Double
  ) -> UnitChoices {
    let own = unit.blocks.map { block in
      block.members.map { member in ownChoices(Int(member), within: limit) }
    }
    return UnitChoices(unit: unit, own: own)
  }

  /// One item's non-empty choices by falling profit: all within `limit` of the best of them, the best
  /// alone where the limit is infinite.
  private mutating func ownChoices(
    _ item: Int, within limit: (_ gross: Double) -> Double
  ) -> [UnitChoices.Choice] {
    tables.priceReach(ofItem: item, into: &reachPrices)
    let problem = tables.index.problem
    let rules = problem.items[item]
    let room = limit(largestGross(item, slots: rules.slots))
    var best = -Double.infinity
    var found: [UnitChoices.Choice] = []
    let isBestAlone = room == .infinity
    search(item, rules: rules, threshold: { isBestAlone ? best : best - room }) {
      options, profit, gross in
      if isBestAlone && profit <= best { return }
      best = max(best, profit)
      if isBestAlone { found.removeAll() }
      found.append(.init(options: Array(options), profit: profit, gross: gross))
    }
    let order = found.indices.sorted {
      (found[$1].profit, $0) < (found[$0].profit, $1)
    }
    return order.map { found[$0] }.filter { isBestAlone || best - $0.profit <= room }
  }

  /// The same for one item, whatever it is linked with.
  mutating func bestAlone(_ item: Int) -> (profit: Double, gross: Double) {
    let problem = tables.index.problem
    tables.priceReach(ofItem: item, into: &reachPrices)
    let rules = problem.items[item]
    if rules.slots == 1 && rules.requiredKinds.isEmpty { return bestSingle(item, rules: rules) }
    var best = mayBeEmpty(rules) ? 0.0 : -Double.infinity
    var bestGross = 0.0
    search(item, rules: rules, threshold: { best }) { options, profit, gross in
      if profit > best {
        best = profit
        bestGross = gross
      }
    }
    return (best, bestGross)
  }

  private func mayBeEmpty(_ rules: AllocationItem) -> Bool {
    !rules.isRequired && rules.requiredKinds.isEmpty
  }

  private func bestSingle(
    _ item: Int, rules: AllocationItem
  ) -> (profit: Double, gross: Double) {
    let problem = tables.index.problem
    let fixed = tables.perFixedCost * rules.fixedCost
    var best = rules.isRequired ? -Double.infinity : 0
    var bestGross = 0.0
    reachPrices.withUnsafeBufferPointer { reach in
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        let gross = tables.gross(option: option, reachPrices: reach.baseAddress!)
        let profit =
          gross - tables.payment(option: option, item: item)
          - tables.touchPrice(option: option, item: item) - fixed
        if profit > best && problem.optionCost[option] <= rules.spendLimit {
          best = profit
          bestGross = gross
        }
      }
    }
    return (best, bestGross)
  }

  /// Calls `body` with every non-empty choice that falls short of the item's best profit by at
  /// most `limit`, or by at most `tolerance` times the choice's gross worth.
  ///
  /// Of an item with several slots only the `most` best, ties as found: sets of options are many.
  mutating func forEach(
    _ item: Int, best: Double, tolerance: Double, limit: Double, most: Int,
    _ body: (_ options: UnsafeBufferPointer<Int32>, _ profit: Double, _ gross: Double) -> Void
  ) {
    if let unit = tables.index.units.unit(of: item) {
      forEach(of: unit, best: best, tolerance: tolerance, limit: limit, most: most, body)
      return
    }
    let problem = tables.index.problem
    let rules = problem.items[item]
    tables.priceReach(ofItem: item, into: &reachPrices)
    if rules.slots == 1 && rules.requiredKinds.isEmpty {
      let fixed = tables.perFixedCost * rules.fixedCost
      reachPrices.withUnsafeBufferPointer { reach in
        for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
          let gross = tables.gross(option: option, reachPrices: reach.baseAddress!)
          let profit =
            gross - tables.payment(option: option, item: item)
            - tables.touchPrice(option: option, item: item) - fixed
          if best - profit <= max(limit, tolerance * gross)
            && problem.optionCost[option] <= rules.spendLimit
          {
            withUnsafePointer(to: Int32(option)) {
              body(UnsafeBufferPointer(start: $0, count: 1), profit, gross)
            }
          }
        }
      }
      return
    }
    // A choice's gross is at most the sum of its options' gross worth: a safe floor for the search.
    let grossCap = largestGross(item, slots: rules.slots)
    var found = BestChoices(most: most, floor: best - max(limit, tolerance * grossCap))
    search(item, rules: rules, threshold: { found.floor }) { options, profit, gross in
      if best - profit <= max(limit, tolerance * gross) {
        found.insert(Array(options), profit: profit, gross: gross)
      }
    }
    for choice in found.sorted() {
      choice.options.withUnsafeBufferPointer { body($0, choice.profit, choice.gross) }
    }
  }

  private mutating func forEach(
    of unit: ItemUnits.Unit, best: Double, tolerance: Double, limit: Double, most: Int,
    _ body: (_ options: UnsafeBufferPointer<Int32>, _ profit: Double, _ gross: Double) -> Void
  ) {
    // A joint choice that is near the unit's best has members near their own: the others cannot make
    // up for more than the unit's best falls short of all members' best together.
    var cap = 0.0
    var together = 0.0
    for member in unit.members {
      tables.priceReach(ofItem: Int(member), into: &reachPrices)
      cap += largestGross(Int(member), slots: tables.index.problem.items[Int(member)].slots)
      together += max(0, ownChoices(Int(member), within: { _ in .infinity }).first?.profit ?? 0)
    }
    let room = max(limit, tolerance * cap)
    let reach = room.isFinite ? room + max(0, together - best) : .greatestFiniteMagnitude
    var joint = joint(unit) { _ in reach }
    var found = BestChoices(most: most, floor: best - room)
    joint.forEach(threshold: { found.floor }) { options, profit, gross in
      if best - profit <= max(limit, tolerance * gross) {
        found.insert(options, profit: profit, gross: gross)
      }
    }
    for choice in found.sorted() {
      choice.options.withUnsafeBufferPointer { body($0, choice.profit, choice.gross) }
    }
  }

  /// Calls `body` with the regret of each of the item's options, taken alone.
  ///
  /// Reads the reach prices left by the item's `best`.
  func forEachSingle(of item: Int, best: Double, _ body: (_ option: Int, _ regret: Double) -> Void)
  {
    let problem = tables.index.problem
    let rules = problem.items[item]
    guard rules.slots > 0, rules.requiredKinds.isEmpty else { return }
    let fixed = tables.perFixedCost * rules.fixedCost
    for option in problem.optionStart[item]..<problem.optionStart[item + 1]
    where problem.optionCost[option] <= rules.spendLimit {
      let profit =
        tables.gross(option: option, reachPrices: reachPrices)
        - tables.payment(option: option, item: item)
        - tables.touchPrice(option: option, item: item) - fixed
      body(option, best - profit)
    }
  }

  /// How far each of the item's options is from changing hands: what it would lose to the best
  /// alternative without it, or its regret when it is not the best.
  ///
  /// Reads the reach prices left by the item's `best`.
  func margin(ofItem item: Int, best: Double) -> [(option: Int, margin: Double)] {
    var singles: [(option: Int, regret: Double)] = []
    forEachSingle(of: item, best: best) { singles.append(($0, max(0, $1))) }
    let rules = tables.index.problem.items[item]
    let emptyRegret = rules.isRequired ? Double.infinity : best
    return singles.map { single in
      guard single.regret == 0 else { return (single.option, single.regret) }
      let rival = singles.lazy.filter { $0.option != single.option }.map(\.regret).min()
      return (single.option, min(rival ?? .infinity, emptyRegret))
    }
  }

  private func largestGross(_ item: Int, slots: Int) -> Double {
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

  // MARK: Search over sets

  /// Depth-first over sets, in order of optimistic profit; a branch ends when even the best
  /// remaining options cannot lift it to the threshold.
  private mutating func search(
    _ item: Int, rules: AllocationItem, threshold: () -> Double,
    _ body: (UnsafeBufferPointer<Int32>, Double, Double) -> Void
  ) {
    prepare(item, rules: rules)
    stack.removeAll(keepingCapacity: true)
    descend(
      from: 0, item: item, rules: rules, profit: -tables.perFixedCost * rules.fixedCost, gross: 0,
      spend: 0, threshold: threshold, body)
  }

  private mutating func prepare(_ item: Int, rules: AllocationItem) {
    let problem = tables.index.problem
    order.removeAll(keepingCapacity: true)
    for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
      guard problem.optionCost[option] <= rules.spendLimit else { continue }
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
}

/// The best choices met so far, at most so many; the worst of them raises the floor of the search.
private struct BestChoices {
  struct Choice {
    var options: [Int32]
    var profit: Double
    var gross: Double
    var number: Int
  }

  let most: Int
  private(set) var floor: Double
  private var choices: [Choice] = []
  private var count = 0

  init(most: Int, floor: Double) {
    self.most = most
    self.floor = floor
  }

  mutating func insert(_ options: [Int32], profit: Double, gross: Double) {
    count += 1
    choices.append(Choice(options: options, profit: profit, gross: gross, number: count))
    if most < Int.max / 2 && choices.count >= 2 * most { trim() }
  }

  private mutating func trim() {
    choices = Array(sorted())
    if choices.count == most, let worst = choices.last { floor = max(floor, worst.profit) }
  }

  func sorted() -> ArraySlice<Choice> {
    choices.sorted { ($1.profit, $0.number) < ($0.profit, $1.number) }.prefix(most)
  }
}
