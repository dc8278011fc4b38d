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
  private let values: ConflictValues
  /// Joint choices that may still be looked at.
  private var visits = 0

  init(unit: ItemUnits.Unit, own: [[[Choice]]]) {
    self.unit = unit
    self.own = own
    values = ConflictValues(
      unit.order,
      worth: zip(unit.blocks, own).map { block, members in
        block.isBlocked
          ? -.infinity : members.reduce(0) { $0 + ($1.first?.profit ?? -.infinity) }
      }, isRequired: unit.blocks.map(\.isRequired))
  }

  /// What no joint choice exceeds; the best one's profit where the order of the blocks is exact.
  var ceiling: Double { values.total }

  /// Calls `body` with every joint choice, the empty one left out, whose profit is at least
  /// `threshold()`, which may rise on the way.
  ///
  /// False when there were too many to look at: then some were left out.
  mutating func forEach(
    threshold: () -> Double, _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) -> Bool {
    visits = Self.mostVisits
    var search = ConflictSearch(
      values, rivals: unit.blocks.map(\.conflicts), visits: Self.mostVisits)
    search.forEach(threshold: { visits > 0 ? threshold() : .infinity }) { acting, _ in
      takeChoices(of: acting, threshold, body)
    }
    return visits > 0 && search.visitsLeft > 0
  }

  /// All choices of the members of the acting blocks.
  private mutating func takeChoices(
    of acting: Set<Int>, _ threshold: () -> Double,
    _ body: (_ options: [Int32], _ profit: Double, _ gross: Double) -> Void
  ) {
    let members = acting.sorted().flatMap { own[$0] }
    guard !members.isEmpty else { return }
    var rest = [Double](repeating: 0, count: members.count + 1)
    for member in members.indices.reversed() {
      rest[member] = rest[member + 1] + members[member][0].profit
    }
    take(0, of: members, rest, Choice(options: [], profit: 0, gross: 0), threshold, body)
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
      if visits <= 0 || ConflictSearch.isBelow(profit + rest[member + 1], threshold()) { return }
      take(
        member + 1, of: members, rest,
        Choice(
          options: chosen.options + choice.options, profit: profit,
          gross: chosen.gross + choice.gross), threshold, body)
    }
  }
}
