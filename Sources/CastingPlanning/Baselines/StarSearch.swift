import Allocation

/// Finds the one star: the single creator whose deals, any number of them, are worth most within the rules.
struct StarSearch {
  /// Sets of deals of one creator that are looked at, at most; beyond, the best deals one after the other.
  private static let mostSets = 20_000

  let field: BaselineField
  /// By the most that their deals can add, highest first.
  let order: [Int]

  /// Nil where no creator alone keeps every rule.
  func state() -> AllocationState? {
    let items = field.problem.allocation.items
    let required = items.indices.filter { items[$0].isRequired || !items[$0].requiredKinds.isEmpty }
    guard required.count < 2 else { return nil }
    var best: AllocationState?
    for creator in order where required.isEmpty || required[0] == creator {
      if let best, field.mostGain(of: creator) < best.value { break }
      var search = OwnSets(
        field: field, creator: creator, limit: Self.mostSets, beyond: best?.value ?? -.infinity)
      search.extend(from: 0, taken: 0)
      best = search.best ?? best
    }
    return best
  }

  /// All sets of one creator's deals that obey the rules.
  private struct OwnSets {
    let options: [Int]
    /// The most that each can add, whatever is taken before; descending.
    let gains: [Double]
    let slots: Int
    var state: AllocationState
    var setsLeft: Int
    /// Worth more than any before.
    var best: AllocationState?
    var most: Double

    init(field: BaselineField, creator: Int, limit: Int, beyond value: Double) {
      // The most promising first, should there be more sets than can be looked at.
      let ranked = field.problem.options(ofCreator: creator)
        .map { (gain: field.mostGain($0, of: creator), option: $0) }
        .sorted { (-$0.gain, $0.option) < (-$1.gain, $1.option) }
      options = ranked.map(\.option)
      gains = ranked.map { max(0, $0.gain) }
      slots = field.problem.allocation.items[creator].slots
      state = field.empty
      setsLeft = limit
      most = value
    }

    mutating func extend(from start: Int, taken: Int) {
      guard taken < slots else { return }
      for place in start..<options.count where setsLeft > 0 {
        // Even the best that may follow do not lift this set above the best one.
        let rest = gains[place..<min(gains.count, place + slots - taken)].reduce(0, +)
        if state.value + rest <= most { return }
        guard state.canAdd(options[place]) else { continue }
        setsLeft -= 1
        state.add(options[place])
        if state.value > most, state.keepsEveryRule { (best, most) = (state, state.value) }
        extend(from: place + 1, taken: taken + 1)
        state.remove(options[place])
      }
    }
  }
}
