/// Choices of linked items, which choose together.
extension ItemChoices {
  /// Profit and gross worth of the unit's best joint choice. Where links are too many to go through,
  /// more than that: what they come to without conflicts.
  mutating func best(of unit: ItemUnits.Unit) -> (profit: Double, gross: Double) {
    guard unit.limits.isEmpty else { return bestShared(unit) }
    var best = unit.mayBeEmpty ? 0.0 : -Double.infinity
    var bestGross = 0.0
    var joint = joint(unit, most: 1) { _ in 0 }
    // Others as good are not looked at: there may be many.
    let isComplete = joint.forEach(
      threshold: { best > -.infinity ? best + 4e-12 * abs(best) : best }
    ) { _, profit, gross in
      if profit > best {
        best = profit
        bestGross = gross
      }
    }
    // Without rounding the two are the same where the order of the blocks is exact.
    guard isComplete, !unit.order.isExact else { return (max(best, joint.ceiling), bestGross) }
    return (best + 4e-12 * abs(best), bestGross)
  }

  /// The members' own choices, each within a share of her best given by `limit(best)`.
  private mutating func joint(
    _ unit: ItemUnits.Unit, most: Int, keeping limit: (_ gross: Double) -> Double
  ) -> UnitChoices {
    let own = unit.blocks.map { block in
      block.members.map { member in ownChoices(Int(member), most: most, within: limit) }
    }
    return UnitChoices(unit: unit, own: own)
  }

  /// One item's non-empty choices by falling profit: of those within `limit` of the best of them the
  /// `most` best, since no joint choice among so many best ones holds another.
  private mutating func ownChoices(
    _ item: Int, most: Int, within limit: (_ gross: Double) -> Double
  ) -> [UnitChoices.Choice] {
    price(item)
    let rules = tables.index.problem.items[item]
    let room = limit(largestGross(item, slots: rules.slots))
    var best = -Double.infinity
    var found = BestChoices(most: most, floor: -.infinity)
    search(item, rules: rules, threshold: { max(found.floor, best - room) }) {
      options, profit, gross in
      best = max(best, profit)
      if best - profit <= room { found.insert(Array(options), profit: profit, gross: gross) }
    }
    return found.sorted().filter { best - $0.profit <= room }
      .map { .init(options: $0.options, profit: $0.profit, gross: $0.gross) }
  }

  /// Calls `body` with the choices of one member, at most `most`, that a joint choice within `limit` of
  /// the unit's best can hold.
  mutating func forEachOwn(
    _ item: Int, of unit: ItemUnits.Unit, within limit: Double, most: Int,
    _ body: (_ options: [Int32]) -> Void
  ) {
    let best = best(of: unit).profit
    let reach = reach(unit, best: best, room: limit)
    for choice in ownChoices(item, most: most, within: { _ in reach }) { body(choice.options) }
  }

  /// How far below her own best a member's choice may be in a joint choice within `room` of the unit's
  /// best: the others cannot make up for more than that falls short of all members' best together.
  private mutating func reach(_ unit: ItemUnits.Unit, best: Double, room: Double) -> Double {
    guard room.isFinite, best.isFinite else { return .greatestFiniteMagnitude }
    var together = 0.0
    for member in unit.members {
      together += max(0, ownChoices(Int(member), most: 1) { _ in 0 }.first?.profit ?? 0)
    }
    return room + max(0, together - best)
  }

  mutating func forEach(
    of unit: ItemUnits.Unit, best: Double, tolerance: Double, limit: Double, most: Int,
    _ body: (_ options: UnsafeBufferPointer<Int32>, _ profit: Double, _ gross: Double) -> Void
  ) -> Bool {
    var cap = 0.0
    for member in unit.members {
      price(Int(member))
      cap += largestGross(Int(member), slots: tables.index.problem.items[Int(member)].slots)
    }
    let room = max(limit, tolerance * cap)
    var found = BestChoices(most: most, floor: best - room)
    let isComplete: Bool
    if unit.limits.isEmpty {
      let reach = reach(unit, best: best, room: room)
      var joint = joint(unit, most: most) { _ in reach }
      isComplete = joint.forEach(threshold: { found.floor }) { options, profit, gross in
        if best - profit <= max(limit, tolerance * gross) {
          found.insert(options, profit: profit, gross: gross)
        }
      }
    } else {
      var shared = SharedChoices(unit, &self)
      isComplete = shared.forEach(threshold: { found.floor }) { options, profit, gross in
        if best - profit <= max(limit, tolerance * gross) {
          found.insert(options, profit: profit, gross: gross)
        }
      }
    }
    for choice in found.sorted() {
      choice.options.withUnsafeBufferPointer { body($0, choice.profit, choice.gross) }
    }
    return isComplete
  }
}
