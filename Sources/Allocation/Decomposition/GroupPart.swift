/// One group of a problem by itself, with prices for all that joins it to others.
struct GroupPart: Sendable {
  let group: Int
  let shares: GroupShares.Group
  /// No choice of the group's options is worth more, those that are not listed included.
  let bound: Double
  /// Kinds of the group, ascending.
  private let kinds: [Int]
  /// Rows that weigh on the group alone.
  private let rows: [Int]
  private let whole: AllocationProblem
  private let prices: AllocationPrices

  init(
    _ index: ProblemIndex, group: Int, rows: [Int], prices: AllocationPrices,
    shares: GroupShares.Group
  ) {
    whole = index.problem
    self.group = group
    self.rows = rows
    self.prices = prices
    self.shares = shares
    kinds = whole.kindGroup.indices.filter { [whole] in Int(whole.kindGroup[$0]) == group }
    let worth = index.netWorth(prices)[group]
    var bound = shares.itemSum
    for pool in Self.pools(ofGroup: group, of: whole) where index.isSaturable[pool] {
      bound += whole.curve.conjugate(
        worth: worth * whole.poolYield[pool], price: prices.pool[pool],
        capacity: whole.poolCapacity[pool])
    }
    if prices.groupOutput[group] > 0 {
      bound += prices.groupOutput[group] * whole.groupOutputLimit[group]
    }
    for row in rows { bound += whole.rows[row].limitCost(price: prices.row[row]) }
    self.bound = bound
  }

  private static func pools(ofGroup group: Int, of problem: AllocationProblem) -> Range<Int> {
    group * problem.segmentCount..<(group + 1) * problem.segmentCount
  }

  /// Worth of a unit of the group's output after the price of all output.
  private var worth: Double { max(0, whole.groupWorth[group] - prices.totalOutput) }

  /// The group as a problem of its own, of the options listed.
  ///
  /// Costs are paid in it, since its rows may weigh them.
  var problem: AllocationProblem {
    let pools = Self.pools(ofGroup: group, of: whole)
    let places = places
    var part = AllocationProblem(
      groupCount: 1, segmentCount: whole.segmentCount, curve: whole.curve,
      poolCapacity: Array(whole.poolCapacity[pools]), poolYield: Array(whole.poolYield[pools]),
      groupWorth: [worth], groupOutputLimit: [whole.groupOutputLimit[group]],
      totalOutputLimit: .infinity,
      items: shares.rules.map { rules in
        var own = rules
        own.requiredKinds = rules.requiredKinds.map { kinds in
          kinds.compactMap { places[$0] }
        }
        return own
      }, segmentShares: shares.segmentShares, optionStart: shares.optionStart,
      optionKind: shares.kind.map { places[$0]! }, optionReach: shares.reach,
      optionCost: shares.cost, optionValue: shares.value,
      kindGroup: [Int32](repeating: 0, count: kinds.count),
      kindExclusion: kinds.map { whole.kindExclusion[$0] }, rows: rows.map(row), costWeight: 1)
    part.amounts = shares.amounts
    return part
  }

  /// Number of each of the group's kinds among them.
  private var places: [Int32: Int32] {
    var places: [Int32: Int32] = [:]
    for (number, kind) in kinds.enumerated() { places[Int32(kind)] = Int32(number) }
    return places
  }

  /// The row as it weighs on the group's options.
  private func row(_ number: Int) -> AllocationRow {
    var row = whole.rows[number]
    if let members = shares.memberItems[number] { row.memberItems = members }
    if !row.memberKinds.isEmpty { row.memberKinds = kinds.map { row.memberKinds[$0] } }
    return row
  }

  /// The places of some of the group's options in the problem of all items.
  func choices(_ options: [Int]) -> [WarmStart.Choice] {
    var choices: [WarmStart.Choice] = []
    var place = 0
    for option in options.sorted() {
      while shares.optionStart[place + 1] <= option { place += 1 }
      choices.append(
        .init(item: Int(shares.items[place]), kind: Int(shares.kind[option])))
    }
    return choices
  }

  /// The prices that are the group's own, and those of some choices that it lists.
  func warmStart(_ chosen: Set<WarmStart.Choice>) -> WarmStart {
    let places = places
    var choices: [WarmStart.Choice] = []
    for (place, item) in shares.items.enumerated() {
      for option in shares.optionStart[place]..<shares.optionStart[place + 1]
      where chosen.contains(.init(item: Int(item), kind: Int(shares.kind[option]))) {
        choices.append(.init(item: place, kind: Int(places[shares.kind[option]]!)))
      }
    }
    return WarmStart(
      prices: AllocationPrices(
        pool: Array(prices.pool[Self.pools(ofGroup: group, of: whole)]),
        row: rows.map { prices.row[$0] }, groupOutput: [prices.groupOutput[group]],
        totalOutput: 0),
      choices: choices)
  }

  /// What some choices, which it must list, are worth to the group.
  func value(of chosen: Set<WarmStart.Choice>) -> Double {
    let problem = problem
    return AllocationState(
      index: ProblemIndex(problem),
      choosing: warmStart(chosen).choices.compactMap { problem.option(at: $0) }
    ).value
  }
}
