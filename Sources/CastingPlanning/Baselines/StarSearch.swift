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
    // One state for all: a copy for each creator would be as long as the roster.
    var state = field.empty
    var best: (options: [Int], value: Double)?
    for creator in order where required.isEmpty || required[0] == creator {
      if let best, field.mostGain(of: creator) < best.value { break }
      var search = OwnSets(
        field: field, creator: creator, limit: Self.mostSets, beyond: best?.value ?? -.infinity)
      search.extend(&state, from: 0)
      if let found = search.best { best = (found, search.most) }
    }
    return best.map { $0.options.reduce(into: field.empty) { $0.add($1) } }
  }

  /// All sets of one creator's deals that obey the rules.
  private struct OwnSets {
    let options: [Int]
    /// The most that each can add, whatever is taken before; descending.
    let gains: [Double]
    let slots: Int
    var taken: [Int] = []
    var setsLeft: Int
    /// Worth more than any before, in the order in which they were taken.
    var best: [Int]?
    var most: Double

    init(field: BaselineField, creator: Int, limit: Int, beyond value: Double) {
      // The most promising first, should there be more sets than can be looked at.
      let ranked = field.problem.options(ofCreator: creator)
        .map { (gain: field.mostGain($0, of: creator), option: $0) }
        .sorted { (-$0.gain, $0.option) < (-$1.gain, $1.option) }
      options = ranked.map(\.option)
      gains = ranked.map { max(0, $0.gain) }
      slots = field.problem.allocation.items[creator].slots
      setsLeft = limit
      most = value
    }

    /// - Parameter state: holds what is taken, and is left as it was.
    mutating func extend(_ state: inout AllocationState, from start: Int) {
      guard taken.count < slots else { return }
      for place in start..<options.count where setsLeft > 0 {
        // Even the best that may follow do not lift this set above the best one.
        let rest = gains[place..<min(gains.count, place + slots - taken.count)].reduce(0, +)
        if state.value + rest <= most { return }
        guard state.canAdd(options[place]) else { continue }
        setsLeft -= 1
        state.add(options[place])
        taken.append(options[place])
        if state.value > most, state.keepsEveryRule { (best, most) = (taken, state.value) }
        extend(&state, from: place + 1)
        taken.removeLast()
        state.remove(options[place])
      }
    }
  }
}
