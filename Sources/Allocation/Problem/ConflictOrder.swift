/// An order in which parties, some of which exclude each other, are settled one after the other, and what
/// must be known of those settled before to say what the rest can come to.
///
/// Parties with the same rivals that exclude each other, as the members of one group do, share a place: one
/// of them acts at most. Places are eliminated from the end: each is left with the earlier ones that it, or
/// a later place eliminated before, excludes (its neighbours), of which only sets without conflicts can act.
/// For every such set the most that the place and those that hang on it can come to is one number: groups,
/// chains and trees need few of them, and are searched without a step in vain (Dechter, "Bucket
/// elimination", 1999). Where sets are too many, neighbours are left out: the numbers are then too high
/// rather than too low.
package struct ConflictOrder: Sendable {
  struct Place: Sendable {
    /// One of them acts at most; ascending.
    var parties: [Int]
    /// Places, all later, of which this one is the last neighbour.
    var children: [Int]
    /// By set of acting neighbours, which a number stands for: whether one of the parties may act as well.
    var mayAct: [Bool]
    /// By set of acting neighbours, whether a party acts, and child: the child's set.
    var next: [Int32]

    @inline(__always)
    func set(ofChild child: Int, from set: Int, acts: Bool) -> Int {
      Int(next[(2 * set + (acts ? 1 : 0)) * children.count + child])
    }
  }

  /// Sets of acting neighbours, and neighbours, beyond which some of these are left out.
  private static let mostSets = 256
  private static let mostNeighbours = 40

  let places: [Place]
  /// Places without neighbours; their only set is the empty one, number 0.
  let roots: [Int]
  /// Whether no neighbour was left out.
  package let isExact: Bool

  /// - Parameter rivals: by party, those that it excludes, both ways.
  package init(rivals: [Set<Int>]) {
    var builder = Builder(rivals)
    builder.eliminate()
    places = builder.places()
    roots = places.indices.filter { builder.neighbours[$0].isEmpty }
    isExact = builder.isExact
  }

  /// Places while they are put in order.
  private struct Builder {
    /// By class: parties that exclude each other and the same others.
    let classes: [[Int]]
    /// By class: classes that it excludes.
    let rivals: [Set<Int>]
    var isExact = true
    /// By place.
    var classOf: [Int] = []
    /// By place: earlier places, ascending, and sets of them that may act together, the empty one first.
    var neighbours: [[Int32]] = []
    var sets: [[[Int32]]] = []

    init(_ rivals: [Set<Int>]) {
      var classOfKey: [[Int]: Int] = [:]
      var classes: [[Int]] = []
      var classOfParty: [Int] = []
      for party in rivals.indices {
        let key = rivals[party].union([party]).sorted()
        let number = classOfKey[key] ?? classes.count
        if number == classes.count { classes.append([]) }
        classOfKey[key] = number
        classes[number].append(party)
        classOfParty.append(number)
      }
      self.classes = classes
      self.rivals = classes.enumerated().map { number, parties in
        Set(rivals[parties[0]].map { classOfParty[$0] }).subtracting([number])
      }
    }

    /// Who has fewest neighbours left goes last; these become neighbours of each other.
    mutating func eliminate() {
      let count = classes.count
      var left = rivals
      var isLeft = [Bool](repeating: true, count: count)
      var order: [(number: Int, neighbours: [Int])] = []
      for _ in 0..<count {
        var number = -1
        for candidate in 0..<count
        where isLeft[candidate] && (number < 0 || left[candidate].count < left[number].count) {
          number = candidate
        }
        var known = left[number].sorted()
        for neighbour in known { left[neighbour].remove(number) }
        if known.count > ConflictOrder.mostNeighbours {
          known.removeLast(known.count - ConflictOrder.mostNeighbours)
          isExact = false
        }
        for first in known { left[first].formUnion(known.lazy.filter { $0 != first }) }
        isLeft[number] = false
        order.append((number, known))
      }
      classOf = order.reversed().map(\.number)
      var placeOf = [Int32](repeating: 0, count: count)
      for (place, number) in classOf.enumerated() { placeOf[number] = Int32(place) }
      for entry in order.reversed() {
        var known = entry.neighbours.map { placeOf[$0] }.sorted()
        var found = independentSets(known)
        while found == nil {
          // Those settled last tell most.
          known.removeFirst((known.count + 3) / 4)
          isExact = false
          found = independentSets(known)
        }
        neighbours.append(known)
        sets.append(found!)
      }
    }

    private func excludes(_ left: Int32, _ right: Int32) -> Bool {
      rivals[classOf[Int(left)]].contains(classOf[Int(right)])
    }

    /// Sets of places that may act together; nil when they are too many.
    private func independentSets(_ places: [Int32]) -> [[Int32]]? {
      var sets: [[Int32]] = [[]]
      for place in places {
        for set in sets where !set.contains(where: { excludes($0, place) }) {
          sets.append(set + [place])
          if sets.count > ConflictOrder.mostSets { return nil }
        }
      }
      return sets
    }

    func places() -> [Place] {
      var children = [[Int]](repeating: [], count: classes.count)
      for place in children.indices {
        if let parent = neighbours[place].last { children[Int(parent)].append(place) }
      }
      return children.indices.map { place(Int32($0), children: children[$0]) }
    }

    private func place(_ place: Int32, children: [Int]) -> Place {
      let numbers = children.map { child in
        Dictionary(uniqueKeysWithValues: sets[child].enumerated().map { ($1, Int32($0)) })
      }
      var entry = Place(
        parties: classes[classOf[Int(place)]], children: children, mayAct: [], next: [])
      for acting in sets[Int(place)] {
        entry.mayAct.append(!acting.contains { excludes($0, place) })
        for acts in [false, true] {
          for (child, number) in zip(children, numbers) {
            var seen = acting.filter { neighbours[child].contains($0) }
            if acts { seen.append(place) }
            // Where it may not act there is no such set, and it is not asked for.
            entry.next.append(number[seen] ?? -1)
          }
        }
      }
      return entry
    }
  }
}

/// What the places of a `ConflictOrder` come to when parties have a worth.
package struct ConflictValues: Sendable {
  let order: ConflictOrder
  /// By place: parties that may act, those of most worth first.
  let candidates: [[(party: Int, worth: Double)]]
  /// By place: whether one must act.
  let mustAct: [Bool]
  /// By place and set of acting neighbours: the most that the place and those that hang on it come to; −∞
  /// when nothing is allowed.
  private(set) var most: [[Double]]

  /// O(Σ sets · children).
  ///
  /// - Parameters:
  ///   - worth: by party, of acting; −∞ where it cannot.
  ///   - isRequired: by party.
  package init(_ order: ConflictOrder, worth: [Double], isRequired: [Bool]) {
    self.order = order
    var candidates: [[(party: Int, worth: Double)]] = []
    var mustAct: [Bool] = []
    for place in order.places {
      let required = place.parties.filter { isRequired[$0] }
      mustAct.append(!required.isEmpty)
      // Two who must act exclude each other.
      let parties = required.count > 1 ? [] : required.isEmpty ? place.parties : required
      candidates.append(
        parties.filter { worth[$0] > -.infinity }.map { ($0, worth[$0]) }
          .sorted { ($1.worth, $0.party) < ($0.worth, $1.party) })
    }
    self.candidates = candidates
    self.mustAct = mustAct
    most = order.places.map { [Double](repeating: -.infinity, count: $0.mayAct.count) }
    for place in order.places.indices.reversed() {
      for set in most[place].indices {
        most[place][set] = max(
          value(place, set: set, acts: false), value(place, set: set, acts: true))
      }
    }
  }

  /// The most that all come to; exact where the order is.
  package var total: Double { order.roots.reduce(0) { $0 + most[$1][0] } }

  /// The most that a place and those that hang on it come to when its best party acts, or none; −∞ where that
  /// is not allowed.
  func value(_ place: Int, set: Int, acts: Bool) -> Double {
    let entry = order.places[place]
    if acts ? !entry.mayAct[set] || candidates[place].isEmpty : mustAct[place] {
      return -.infinity
    }
    var sum = acts ? candidates[place][0].worth : 0
    for (number, child) in entry.children.enumerated() {
      sum += most[child][entry.set(ofChild: number, from: set, acts: acts)]
    }
    return sum
  }
}
