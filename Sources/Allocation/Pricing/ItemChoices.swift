/// Finds the choices of one item that are best at given prices, exactly, by its own rules.
///
/// A choice is a set of at most `slots` options, one per exclusion key, within the item's spend
/// limit and with the kinds it requires. Scratch space for one thread.
struct ItemChoices {
  let tables: PriceTables
  var reachPrices: [Double]
  /// The item whose prices the scratch space holds; −1 at first.
  private var pricedItem = -1
  /// Gross worth of each of its options, and profit of each taken alone; −∞ where no choice holds it.
  private(set) var grossWorth: [Double] = []
  private(set) var ownProfit: [Double] = []
  /// Options of the current item by falling optimistic profit.
  var order: [(option: Int32, profit: Double, optimistic: Double)] = []
  var stack: [Int32] = []

  init(tables: PriceTables) {
    self.tables = tables
    reachPrices = [Double](repeating: 0, count: tables.index.problem.groupCount)
  }

  /// Prices an item's reach and its options, unless that is what was done last.
  mutating func price(_ item: Int) {
    guard pricedItem != item else { return }
    pricedItem = item
    tables.priceReach(ofItem: item, into: &reachPrices)
    let index = tables.index
    let start = index.problem.optionStart[item]
    let count = index.problem.optionStart[item + 1] - start
    let fixed = tables.perFixedCost * index.problem.items[item].fixedCost
    let most = index.problem.items[item].spendLimit
    if grossWorth.count < count {
      grossWorth = [Double](repeating: 0, count: count)
      ownProfit = grossWorth
    }
    let cells = Int(index.signature[item]) * index.problem.kindCount
    let (kinds, costs) = (index.problem.optionKind, index.problem.optionCost)
    let (mayBar, hasTouches) = (index.mayBar, !index.touches.isEmpty)
    let countsAmounts = tables.countsAmounts
    reachPrices.withUnsafeBufferPointer { reach in
      for place in 0..<count {
        let option = start + place
        let (cost, cell) = (costs[option], cells + Int(kinds[option]))
        let gross = tables.gross(option: option, reachPrices: reach.baseAddress!)
        grossWorth[place] = gross
        var payment = cost * tables.perCost[cell] + tables.perOption[cell]
        if countsAmounts { payment += tables.amountPayment(option: option, cell: cell) }
        ownProfit[place] =
          cost > most || (mayBar && index.isBarred(option, item: item))
          ? -.infinity
          : gross - payment - (hasTouches ? tables.touch[cell] : 0) - fixed
      }
    }
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
    price(item)
    let rules = tables.index.problem.items[item]
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
    var best = rules.isRequired ? -Double.infinity : 0
    var bestGross = 0.0
    let start = tables.index.problem.optionStart[item]
    for option in start..<tables.index.problem.optionStart[item + 1]
    where ownProfit[option - start] > best {
      best = ownProfit[option - start]
      bestGross = grossWorth[option - start]
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
    price(item)
    let rules = tables.index.problem.items[item]
    if rules.slots == 1 && rules.requiredKinds.isEmpty {
      let start = tables.index.problem.optionStart[item]
      for option in start..<tables.index.problem.optionStart[item + 1] {
        let (profit, gross) = (ownProfit[option - start], grossWorth[option - start])
        if best - profit <= max(limit, tolerance * gross), profit > -.infinity {
          withUnsafePointer(to: Int32(option)) {
            body(UnsafeBufferPointer(start: $0, count: 1), profit, gross)
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

  /// Calls `body` with the regret of each of the item's options, taken alone, as far as it is at most
  /// `limit`.
  mutating func forEachSingle(
    of item: Int, best: Double, within limit: Double,
    _ body: (_ option: Int, _ regret: Double) -> Void
  ) {
    price(item)
    let rules = tables.index.problem.items[item]
    guard rules.slots > 0, rules.requiredKinds.isEmpty else { return }
    let start = tables.index.problem.optionStart[item]
    for option in start..<tables.index.problem.optionStart[item + 1]
    where best - ownProfit[option - start] <= limit && ownProfit[option - start] > -.infinity {
      body(option, best - ownProfit[option - start])
    }
  }

  /// How far each of the item's options is from changing hands: what it would lose to the best
  /// alternative without it, or its regret when it is not the best.
  mutating func margin(ofItem item: Int, best: Double) -> [(option: Int, margin: Double)] {
    var singles: [(option: Int, regret: Double)] = []
    forEachSingle(of: item, best: best, within: .infinity) { singles.append(($0, max(0, $1))) }
    let rules = tables.index.problem.items[item]
    let emptyRegret = rules.isRequired ? Double.infinity : best
    return singles.map { single in
      guard single.regret == 0 else { return (single.option, single.regret) }
      let rival = singles.lazy.filter { $0.option != single.option }.map(\.regret).min()
      return (single.option, min(rival ?? .infinity, emptyRegret))
    }
  }
}
