/// Goes through sets of parties that may act together, by depth first along a `ConflictOrder`.
package struct ConflictSearch {
  private let values: ConflictValues
  /// By party: those that it excludes.
  private let rivals: [Set<Int>]
  private var acting: Set<Int> = []
  /// By place of the order: the set of its neighbours that act, as far as they are settled.
  private var sets: [Int]
  /// Places that may still be settled before the search gives up.
  package private(set) var visitsLeft: Int

  package init(_ values: ConflictValues, rivals: [Set<Int>], visits: Int = .max) {
    self.values = values
    self.rivals = rivals
    sets = [Int](repeating: 0, count: values.order.places.count)
    visitsLeft = visits
  }

  /// The worth of the set that is worth most; −∞ when nothing is allowed.
  package mutating func most() -> Double {
    if values.order.isExact { return values.total }
    var most = -Double.infinity
    forEach(threshold: { most }) { most = max(most, $1) }
    return most
  }

  /// Calls `body` with every set of parties that may act together, the empty one among them, and its worth,
  /// as far as that reaches `threshold()`, which may rise on the way.
  ///
  /// Where an order is exact, no step leads nowhere.
  package mutating func forEach(
    threshold: () -> Double, _ body: (_ acting: Set<Int>, _ worth: Double) -> Void
  ) {
    visit(0, reachable: values.total, threshold, body)
  }

  /// Whether what is reachable is below a threshold, beyond rounding.
  static func isBelow(_ reachable: Double, _ threshold: Double) -> Bool {
    reachable == -.infinity || reachable + 1e-12 * abs(reachable) < threshold
  }

  /// - Parameter reachable: the most that those settled before the place leave possible.
  private mutating func visit(
    _ place: Int, reachable: Double, _ threshold: () -> Double,
    _ body: (_ acting: Set<Int>, _ worth: Double) -> Void
  ) {
    visitsLeft -= 1
    if visitsLeft <= 0 || Self.isBelow(reachable, threshold()) { return }
    guard place < sets.count else {
      body(acting, reachable)
      return
    }
    let set = sets[place]
    let rest = reachable - values.most[place][set]
    let acts = values.value(place, set: set, acts: true)
    let idle = values.value(place, set: set, acts: false)
    // The likelier side first: it raises the threshold for the other.
    if acts <= idle { leave(place, reachable: rest + idle, threshold, body) }
    if acts > -.infinity {
      let candidates = values.candidates[place]
      for (party, worth) in candidates {
        let reachable = rest + acts + (worth - candidates[0].worth)
        if visitsLeft <= 0 || Self.isBelow(reachable, threshold()) { break }
        // An order that leaves neighbours out does not know of every conflict.
        if !values.order.isExact, !rivals[party].isDisjoint(with: acting) { continue }
        acting.insert(party)
        settle(place, acts: true)
        visit(place + 1, reachable: reachable, threshold, body)
        acting.remove(party)
      }
    }
    if acts > idle { leave(place, reachable: rest + idle, threshold, body) }
  }

  private mutating func leave(
    _ place: Int, reachable: Double, _ threshold: () -> Double,
    _ body: (_ acting: Set<Int>, _ worth: Double) -> Void
  ) {
    guard reachable > -.infinity else { return }
    settle(place, acts: false)
    visit(place + 1, reachable: reachable, threshold, body)
  }

  private mutating func settle(_ place: Int, acts: Bool) {
    let entry = values.order.places[place]
    for (number, child) in entry.children.enumerated() {
      sets[child] = entry.set(ofChild: number, from: sets[place], acts: acts)
    }
  }
}
