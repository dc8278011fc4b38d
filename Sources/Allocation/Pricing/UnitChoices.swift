/// The joint choices of linked items at given prices: every member of an acting block takes one of
/// her own non-empty choices, and blocks that exclude each other do not act together.
///
/// Members' profits add up, since fixed costs and touched rows are each item's own. First the acting
/// blocks are settled, then their members' choices: from there on nothing conflicts, so that every
/// partial choice that looks good enough is.
struct UnitChoices {
  struct Choice {
    var options: [Int32]
    var profit: Double
    var gross: Double
  }

  /// Looks at partial choices before a search gives up: links may be many.
  private static let mostVisits = 200_000

  private let unit: ItemUnits.Unit
  /// By block and member: non-empty choices by falling profit.
  private let own: [[[Choice]]]
  /// Largest profit of each block, −∞ when it cannot act.
  private let most: [Double]
  /// Blocks, required ones first, then those of most profit.
  private let order: [Int]
  private var isActing: [Bool]
  private var visits = 0

  init(unit: ItemUnits.Unit, own: [[[Choice]]]) {
    self.unit = unit
    self.own = own
    let most = zip(unit.blocks, own).map { block, members in
      block.isBlocked
        ? -.infinity : members.reduce(0) { $0 + ($1.first?.profit ?? -.infinity) }
    }
    self.most = most
    order = unit.blocks.indices.sorted { left, right in
      let (isRequired, isOther) = (unit.blocks[left].isRequired, unit.blocks[right].isRequired)
      if isRequired != isOther { return isRequired }
      return (most[right], left) < (most[left], right)
    }
    isActing = [Bool](repeating: false, count: unit.blocks.count)
  }

  /// What no joint choice exceeds, conflicts ignored.
  var ceiling: Double { reachable(from: 0, 0) }

  /// Calls `body` with every joint choice, the empty one left out, whose profit is at least
  /// `threshold()`, which may rise on the way.
  ///
  /// False when there were too many to look at: then some were left out.
  mutating func forEach(
    threshold: () -> Double, _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) -> Bool {
    visits = Self.mostVisits
    visit(0, profit: 0, threshold, body)
    return visits > 0
  }

  /// The most that the acting blocks and those from a position on come to together.
  private func reachable(from position: Int, _ profit: Double) -> Double {
    var sum = profit
    for block in order[position...] {
      if isExcluded(block) {
        if unit.blocks[block].isRequired { return -.infinity }
      } else {
        sum += unit.blocks[block].isRequired ? most[block] : max(0, most[block])
      }
    }
    return sum
  }

  private func isExcluded(_ block: Int) -> Bool {
    let rivals = unit.blocks[block].conflicts
    return rivals.indices.contains { rivals[$0] && isActing[$0] }
  }

  private static func isBelow(_ reachable: Double, _ threshold: Double) -> Bool {
    reachable == -.infinity || reachable + 1e-12 * abs(reachable) < threshold
  }

  /// Settles which blocks act; `profit` is the most that those settled so far come to.
  private mutating func visit(
    _ position: Int, profit: Double, _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    visits -= 1
    if visits <= 0 || Self.isBelow(reachable(from: position, profit), threshold()) { return }
    guard position < order.count else {
      let members = unit.blocks.indices.filter { isActing[$0] }.flatMap { own[$0] }
      guard !members.isEmpty else { return }
      var rest = [Double](repeating: 0, count: members.count + 1)
      for member in members.indices.reversed() {
        rest[member] = rest[member + 1] + members[member][0].profit
      }
      take(0, of: members, rest, Choice(options: [], profit: 0, gross: 0), threshold, body)
      return
    }
    let block = order[position]
    let mayAct = most[block] > -.infinity && !isExcluded(block)
    // The likelier side first: it raises the threshold for the other.
    for acts in most[block] > 0 ? [true, false] : [false, true] {
      if acts ? !mayAct : unit.blocks[block].isRequired { continue }
      isActing[block] = acts
      visit(position + 1, profit: acts ? profit + most[block] : profit, threshold, body)
      isActing[block] = false
    }
  }

  private mutating func take(
    _ member: Int, of members: [[Choice]], _ rest: [Double], _ chosen: Choice,
    _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    guard member < members.count else {
      body(chosen.options, chosen.profit, chosen.gross)
      return
    }
    for choice in members[member] {
      visits -= 1
      let profit = chosen.profit + choice.profit
      if visits <= 0 || Self.isBelow(profit + rest[member + 1], threshold()) { return }
      take(
        member + 1, of: members, rest,
        Choice(
          options: chosen.options + choice.options, profit: profit,
          gross: chosen.gross + choice.gross), threshold, body)
    }
  }
}
