/// Finds the choices of one item that are best at given prices, exactly, by its own rules.
///
/// A choice is a set of at most `slots` options, one per exclusion key, within the item's spend
/// limit and with the kinds it requires. Scratch space for one thread.
struct ItemChoices {
  let tables: PriceTables
  var reachPrices: [Double]
  /// Options of the current item by falling optimistic profit.
  var order: [(option: Int32, profit: Double, optimistic: Double)] = []
  var stack: [Int32] = []

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
    return best(of: unit)
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
  /// Of an item with several slots, or a unit, only the `most` best, ties as found: sets of options
  /// are many. False when there were too many of them to look at, so that some may be missing.
  @discardableResult
  mutating func forEach(
    _ item: Int, best: Double, tolerance: Double, limit: Double, most: Int,
    _ body: (_ options: UnsafeBufferPointer<Int32>, _ profit: Double, _ gross: Double) -> Void
  ) -> Bool {
    if let unit = tables.index.units.unit(of: item) {
      return forEach(of: unit, best: best, tolerance: tolerance, limit: limit, most: most, body)
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
      return true
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
    return true
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
}
