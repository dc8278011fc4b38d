import LinearAlgebra

/// Which candidates are taken, listed so that one of all, of a group or of a cost class is drawn at
/// once, and comes or goes at once.
struct AnnealingMembers {
  /// A list that entries leave by giving their place to the last one.
  private struct Roll {
    var members: [Int32] = []

    mutating func append(_ member: Int, _ places: inout [Int32]) {
      places[member] = Int32(members.count)
      members.append(Int32(member))
    }

    mutating func remove(_ member: Int, _ places: inout [Int32]) {
      let last = members.removeLast()
      guard Int(last) != member else { return }
      members[Int(places[member])] = last
      places[Int(last)] = places[member]
    }

    func any(_ generator: inout SeededGenerator) -> Int? {
      members.isEmpty ? nil : Int(members[Int(generator.next() % UInt64(members.count))])
    }
  }

  private let groups: [Int32]
  private let classes: [Int32]
  private var inside = Roll()
  private var outside = Roll()
  private var ofGroup: [Roll]
  private var ofClass: [Roll]
  /// Where a candidate stands: among those inside or outside, in its group, in its class.
  private var place: [Int32]
  private var placeInGroup: [Int32]
  private var placeInClass: [Int32]
  private var taken: [Bool]

  /// - Parameter taken: whether a candidate is in the plan.
  init(groups: [Int32], groupCount: Int, classes: [Int32], classCount: Int, taken: [Bool]) {
    self.groups = groups
    self.classes = classes
    self.taken = taken
    ofGroup = .init(repeating: Roll(), count: groupCount)
    ofClass = .init(repeating: Roll(), count: classCount)
    place = .init(repeating: 0, count: taken.count)
    placeInGroup = place
    placeInClass = place
    for candidate in taken.indices { enlist(candidate) }
  }

  func isTaken(_ candidate: Int) -> Bool { taken[candidate] }

  func anyTaken(_ generator: inout SeededGenerator) -> Int? { inside.any(&generator) }

  func anyFree(_ generator: inout SeededGenerator) -> Int? { outside.any(&generator) }

  /// One that is taken, of the candidate's group.
  func anyTaken(ofGroupOf candidate: Int, _ generator: inout SeededGenerator) -> Int? {
    ofGroup[Int(groups[candidate])].any(&generator)
  }

  /// One that is taken and costs about as much as the candidate.
  func anyTaken(ofClassOf candidate: Int, _ generator: inout SeededGenerator) -> Int? {
    ofClass[Int(classes[candidate])].any(&generator)
  }

  /// A candidate that was taken goes, one that was free comes.
  mutating func toggle(_ candidate: Int) {
    if taken[candidate] {
      inside.remove(candidate, &place)
      ofGroup[Int(groups[candidate])].remove(candidate, &placeInGroup)
      ofClass[Int(classes[candidate])].remove(candidate, &placeInClass)
    } else {
      outside.remove(candidate, &place)
    }
    taken[candidate].toggle()
    enlist(candidate)
  }

  private mutating func enlist(_ candidate: Int) {
    if taken[candidate] {
      inside.append(candidate, &place)
      ofGroup[Int(groups[candidate])].append(candidate, &placeInGroup)
      ofClass[Int(classes[candidate])].append(candidate, &placeInClass)
    } else {
      outside.append(candidate, &place)
    }
  }
}
