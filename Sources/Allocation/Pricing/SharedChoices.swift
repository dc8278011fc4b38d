/// The joint choices of a unit whose items share limits on options or cost, at given prices, found
/// exactly: as of one item, with all options of the members in one order.
///
/// Depth first by optimistic profit; a branch ends when even the best remaining options cannot lift
/// it to the threshold. Links of other kinds between the members are kept as well.
struct SharedChoices {
  private struct Entry {
    var option: Int32
    /// Place among the unit's members.
    var member: Int
    /// Without what the member pays once for all her options.
    var profit: Double
    var gross: Double
    /// No choice that the option joins gains more by it.
    var optimistic: Double
  }

  /// Looks at partial choices before a search gives up.
  private static let mostVisits = 2_000_000

  private let tables: PriceTables
  private let unit: ItemUnits.Unit
  private let fixed: [Double]
  private let mostOptions: Int
  /// Places of the members of each block, and of each shared limit.
  private let blocks: [[Int]]
  private let limits: [[Int]]
  private let blockOfMember: [Int]
  private var entries: [Entry] = []
  private var stack: [Entry] = []
  private var taken: [Int]
  private var spend: [Double]
  private var visits = 0

  init(_ unit: ItemUnits.Unit, _ choices: inout ItemChoices) {
    tables = choices.tables
    self.unit = unit
    let problem = tables.index.problem
    let perFixedCost = choices.tables.perFixedCost
    fixed = unit.members.map { perFixedCost * problem.items[Int($0)].fixedCost }
    var places: [Int32: Int] = [:]
    for (place, member) in unit.members.enumerated() { places[member] = place }
    blocks = unit.blocks.map { $0.members.compactMap { places[$0] } }
    limits = unit.limits.map { $0.members.compactMap { places[$0] } }
    var blockOfMember = [Int](repeating: 0, count: unit.members.count)
    for (block, members) in blocks.enumerated() {
      for member in members { blockOfMember[member] = block }
    }
    self.blockOfMember = blockOfMember
    taken = [Int](repeating: 0, count: unit.members.count)
    spend = [Double](repeating: 0, count: unit.members.count)
    var most = unit.members.reduce(0) { $0 + problem.items[Int($1)].slots }
    for limit in unit.limits where limit.members.count == unit.members.count {
      most = min(most, limit.options)
    }
    mostOptions = most
    for (place, member) in unit.members.enumerated() { gather(Int(member), place, &choices) }
    entries.sort { ($1.optimistic, $0.option) < ($0.optimistic, $1.option) }
  }

  private mutating func gather(_ item: Int, _ place: Int, _ choices: inout ItemChoices) {
    choices.price(item)
    let index = tables.index
    let start = index.problem.optionStart[item]
    for option in start..<index.problem.optionStart[item + 1]
    where choices.ownProfit[option - start] > -.infinity {
      let gross = choices.grossWorth[option - start]
      let profit = gross - tables.payment(option: option, item: item)
      let touched = index.touchRange(item: item, kind: index.problem.optionKind[option])
      let bonus = index.touches[touched].reduce(max(0, -fixed[place])) {
        $0 + max(0, -tables.rowPrices[Int($1.row)] * $1.perOption)
      }
      entries.append(
        Entry(
          option: Int32(option), member: place, profit: profit, gross: gross,
          optimistic: profit + bonus))
    }
  }

  /// What no joint choice exceeds, whatever the limits.
  var ceiling: Double { reachable(from: 0, 0) }

  /// Calls `body` with every joint choice but the empty one whose profit is at least `threshold()`,
  /// which may rise on the way; options ascend.
  ///
  /// False when there were too many to look at: then some were left out.
  mutating func forEach(
    threshold: () -> Double, _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) -> Bool {
    visits = Self.mostVisits
    descend(from: 0, profit: 0, gross: 0, threshold, body)
    return visits > 0
  }

  private func reachable(from position: Int, _ profit: Double) -> Double {
    let end = min(entries.count, position + mostOptions - stack.count)
    return entries[position..<max(position, end)].reduce(profit) { $0 + max(0, $1.optimistic) }
  }

  private mutating func descend(
    from start: Int, profit: Double, gross: Double, _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    if !stack.isEmpty && isComplete { body(stack.map(\.option).sorted(), profit, gross) }
    guard stack.count < mostOptions else { return }
    for position in start..<entries.count {
      visits -= 1
      let most = reachable(from: position, profit)
      if visits <= 0 || most + 1e-12 * abs(most) < threshold() { return }
      let entry = entries[position]
      guard let price = admission(of: entry) else { continue }
      let cost = tables.index.problem.optionCost[Int(entry.option)]
      stack.append(entry)
      taken[entry.member] += 1
      spend[entry.member] += cost
      descend(
        from: position + 1, profit: profit + entry.profit - price, gross: gross + entry.gross,
        threshold, body)
      stack.removeLast()
      taken[entry.member] -= 1
      spend[entry.member] -= cost
    }
  }

  /// What taking the option besides pays: the member's fixed cost and touched rows; nil when the choice
  /// cannot take it.
  private func admission(of entry: Entry) -> Double? {
    let problem = tables.index.problem
    let rules = problem.items[Int(unit.members[entry.member])]
    let cost = problem.optionCost[Int(entry.option)]
    let kind = problem.optionKind[Int(entry.option)]
    let key = problem.kindExclusion[Int(kind)]
    guard taken[entry.member] < rules.slots,
      spend[entry.member] + cost <= rules.spendLimit + AllocationState.slack(of: rules.spendLimit),
      sharesRoom(entry.member, cost), !isExcluded(blockOfMember[entry.member])
    else { return nil }
    let item = Int(unit.members[entry.member])
    let own = stack.filter { $0.member == entry.member }
    var price = own.isEmpty ? fixed[entry.member] : 0
    for other in own
    where problem.kindExclusion[Int(problem.optionKind[Int(other.option)])] == key { return nil }
    for touch in tables.index.touches[tables.index.touchRange(item: item, kind: kind)] {
      let isTouched = own.contains { other in
        let range = tables.index.touchRange(
          item: item, kind: problem.optionKind[Int(other.option)])
        return tables.index.touches[range].contains { $0.row == touch.row }
      }
      if !isTouched { price += tables.rowPrices[Int(touch.row)] * touch.perOption }
    }
    return price
  }

  private func sharesRoom(_ member: Int, _ cost: Double) -> Bool {
    zip(unit.limits, limits).allSatisfy { limit, members in
      guard members.contains(member) else { return true }
      return members.reduce(1) { $0 + taken[$1] } <= limit.options
        && members.reduce(cost) { $0 + spend[$1] }
          <= limit.cost + AllocationState.slack(of: limit.cost)
    }
  }

  private func acts(_ block: Int) -> Bool { blocks[block].contains { taken[$0] > 0 } }

  private func isExcluded(_ block: Int) -> Bool {
    unit.blocks[block].isBlocked || unit.blocks[block].conflicts.contains(where: acts)
  }

  /// Whether everybody has what she must have, and nobody acts without those she acts with.
  private var isComplete: Bool {
    for (block, members) in blocks.enumerated()
    where members.count > 1 || unit.blocks[block].isRequired {
      let acting = members.count { taken[$0] > 0 }
      if acting < members.count && (acting > 0 || unit.blocks[block].isRequired) { return false }
    }
    let problem = tables.index.problem
    return unit.members.enumerated().allSatisfy { place, member in
      problem.items[Int(member)].requiredKinds.allSatisfy { kinds in
        stack.contains {
          $0.member == place && kinds.contains(problem.optionKind[Int($0.option)])
        }
      }
    }
  }
}

extension ItemChoices {
  /// Profit and gross worth of the best joint choice of items that share limits; more than that where
  /// there are too many to look at.
  mutating func bestShared(_ unit: ItemUnits.Unit) -> (profit: Double, gross: Double) {
    var best = unit.mayBeEmpty ? 0.0 : -Double.infinity
    var bestGross = 0.0
    var shared = SharedChoices(unit, &self)
    let isWhole = shared.forEach(threshold: { best }) { _, profit, gross in
      if profit > best { (best, bestGross) = (profit, gross) }
    }
    return (isWhole ? best : max(best, shared.ceiling), bestGross)
  }
}
