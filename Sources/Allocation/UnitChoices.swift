/// The joint choices of linked items at given prices: every member of an acting block takes one of
/// her own non-empty choices, and blocks that exclude each other do not act together.
///
/// Members' profits add up, since fixed costs and touched rows are each item's own.
struct UnitChoices {
  struct Choice {
    var options: [Int32]
    var profit: Double
    var gross: Double
  }

  private let unit: ItemUnits.Unit
  /// By block and member: non-empty choices by falling profit.
  private let own: [[[Choice]]]
  /// Largest profit of each block, −∞ when it cannot act.
  private let most: [Double]
  private var isActing: [Bool]

  init(unit: ItemUnits.Unit, own: [[[Choice]]]) {
    self.unit = unit
    self.own = own
    most = zip(unit.blocks, own).map { block, members in
      block.isBlocked
        ? -.infinity : members.reduce(0) { $0 + ($1.first?.profit ?? -.infinity) }
    }
    isActing = [Bool](repeating: false, count: unit.blocks.count)
  }

  /// Calls `body` with every joint choice, the empty one left out, whose profit is at least
  /// `threshold()`, which may rise on the way.
  mutating func forEach(
    threshold: () -> Double, _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    // What the blocks from a position on can add at the most, conflicts ignored.
    var rest = [Double](repeating: 0, count: unit.blocks.count + 1)
    for block in unit.blocks.indices.reversed() {
      rest[block] =
        rest[block + 1] + (unit.blocks[block].isRequired ? most[block] : max(0, most[block]))
    }
    visit(block: 0, Choice(options: [], profit: 0, gross: 0), rest, threshold, body)
  }

  private mutating func visit(
    block: Int, _ chosen: Choice, _ rest: [Double], _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    let reachable = chosen.profit + rest[block]
    if reachable == -.infinity || reachable + 1e-12 * abs(reachable) < threshold() { return }
    guard block < unit.blocks.count else {
      if !chosen.options.isEmpty { body(chosen.options, chosen.profit, chosen.gross) }
      return
    }
    let rivals = unit.blocks[block].conflicts
    let isFree = !rivals.indices.contains { rivals[$0] && isActing[$0] }
    if isFree && most[block] > -.infinity {
      isActing[block] = true
      take(member: 0, of: block, chosen, rest, threshold, body)
      isActing[block] = false
    }
    if !unit.blocks[block].isRequired {
      visit(block: block + 1, chosen, rest, threshold, body)
    }
  }

  private mutating func take(
    member: Int, of block: Int, _ chosen: Choice, _ rest: [Double], _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    guard member < own[block].count else {
      visit(block: block + 1, chosen, rest, threshold, body)
      return
    }
    let others = own[block][(member + 1)...].reduce(rest[block + 1]) { $0 + $1[0].profit }
    for choice in own[block][member] {
      let reachable = chosen.profit + choice.profit + others
      if reachable + 1e-12 * abs(reachable) < threshold() { return }
      take(
        member: member + 1, of: block,
        Choice(
          options: chosen.options + choice.options, profit: chosen.profit + choice.profit,
          gross: chosen.gross + choice.gross), rest, threshold, body)
    }
  }
}
