import Allocation

/// The best that items of a component can choose together where some share limits on options or cost:
/// item by item, each with what those before her left.
struct AuditSharedSearch {
  private struct Member {
    var item: Int
    var candidates: [AuditCandidate]
    var fixedCharge: Double
    /// The most that she adds, whatever the others take.
    var most: Double
    var isRequired: Bool
  }

  private let problem: AllocationProblem
  private let members: [Member]
  /// The links of the component, with the places of their members.
  private let links: [(rule: ItemLink.Rule, places: [Int])]
  private let touchCharges: [Double]
  /// What the members from a place on add at most.
  private var mostFrom: [Double]
  /// Candidates taken by each member.
  private var taken: [[Int]]
  private var largest = -Double.infinity

  init(_ component: [Int], of problem: AllocationProblem, _ search: AuditItemSearch) {
    self.problem = problem
    members = component.map { item in
      Member(
        item: item, candidates: search.candidates(item), fixedCharge: search.fixedCharge(item),
        most: max(0, search.worth(ofTaking: item)), isRequired: search.mustBeCast(item))
    }
    touchCharges = search.touchCharges
    links = problem.links.compactMap { link in
      let places = component.indices.filter { link.members.contains(Int32(component[$0])) }
      return places.isEmpty ? nil : (link.rule, places)
    }
    taken = component.map { _ in [] }
    mostFrom = [Double](repeating: 0, count: component.count + 1)
    for place in component.indices.reversed() {
      mostFrom[place] = mostFrom[place + 1] + members[place].most
    }
  }

  /// −∞ when the rules allow nothing.
  mutating func best() -> Double {
    visit(0, from: 0, profit: 0, own: 0)
    return largest
  }

  /// - Parameters:
  ///   - profit: of the members before this one.
  ///   - own: of what this one took so far, touched rows and fixed cost aside.
  private mutating func visit(_ place: Int, from start: Int, profit: Double, own: Double) {
    guard place < members.count else {
      if holds(whole: true) { largest = max(largest, profit) }
      return
    }
    let member = members[place]
    let rules = problem.items[member.item]
    let free = rules.slots - taken[place].count
    // With more of her own: her best candidates left, and every gain of touch and fixed cost.
    var more = touchCharges.reduce(max(0, -member.fixedCharge)) { $0 + max(0, -$1) }
    for next in start..<min(member.candidates.count, start + max(0, free)) {
      more += max(0, member.candidates[next].profit)
    }
    guard profit + own + more + mostFrom[place + 1] > largest else { return }
    if free > 0 {
      for position in start..<member.candidates.count where fits(position, place) {
        taken[place].append(position)
        visit(
          place, from: position + 1, profit: profit,
          own: own + member.candidates[position].profit)
        taken[place].removeLast()
      }
    }
    guard isDone(place), holds(whole: false) else { return }
    let charge =
      taken[place].isEmpty
      ? 0
      : member.fixedCharge
        + touchCharges.indices.reduce(0) { sum, charge in
          taken[place].contains { member.candidates[$0].touches[charge] }
            ? sum + touchCharges[charge] : sum
        }
    visit(place + 1, from: 0, profit: profit + own - charge, own: 0)
  }

  /// Whether the member may take the candidate beside what is taken.
  private func fits(_ position: Int, _ place: Int) -> Bool {
    let member = members[place]
    let candidate = member.candidates[position]
    let own = taken[place].map { member.candidates[$0] }
    let limit = problem.items[member.item].spendLimit
    guard !own.contains(where: { $0.key == candidate.key }),
      own.reduce(candidate.cost, { $0 + $1.cost }) <= limit * (1 + 1e-9)
    else { return false }
    return links.allSatisfy { link in
      guard case .within(let options, let cost) = link.rule, link.places.contains(place) else {
        return true
      }
      let all = link.places.flatMap { other in
        taken[other].map { members[other].candidates[$0].cost }
      }
      return all.count < options
        && all.reduce(candidate.cost, +) <= cost * (1 + 1e-9)
    }
  }

  /// Whether the member has what she must have.
  private func isDone(_ place: Int) -> Bool {
    let member = members[place]
    if taken[place].isEmpty { return !member.isRequired }
    return problem.items[member.item].requiredKinds.allSatisfy { wanted in
      taken[place].contains { wanted.contains(member.candidates[$0].kind) }
    }
  }

  /// - Parameter whole: whether nobody takes more.
  private func holds(whole: Bool) -> Bool {
    links.allSatisfy { link in
      let cast = link.places.count { !taken[$0].isEmpty }
      return switch link.rule {
      case .atMostOne: cast <= 1
      case .allOrNone: !whole || cast == 0 || cast == link.places.count
      case .within: true
      }
    }
  }
}
