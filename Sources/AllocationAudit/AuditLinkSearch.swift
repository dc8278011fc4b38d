import Allocation

/// The best that linked items can choose together, from what each is worth when it takes options.
///
/// Items that take all or none are one party; parties of which at most one takes options are in
/// conflict. What is left is a heaviest set of parties without conflicts, found by branch and bound.
struct AuditLinkSearch {
  /// Items that depend on each other, ascending; each component by itself.
  let components: [[Int]]
  private let links: [ItemLink]

  init(_ problem: AllocationProblem) {
    links = problem.links
    var groups = DisjointGroups()
    for link in problem.links { groups.join(link.members.map { Int($0) }) }
    components = groups.all
  }

  /// Whether members of a component may only take so much together.
  func sharesLimits(_ component: [Int]) -> Bool {
    links.contains { link in
      guard case .within = link.rule else { return false }
      return joins(link, component)
    }
  }

  /// What one item is worth when it takes options, and whether it has to.
  struct Member {
    /// −∞ when no set of options keeps the item's rules.
    var worth: Double
    var isRequired: Bool
  }

  /// The most that a component is worth over all patterns its links allow; −∞ when there is none.
  func best(of component: [Int], _ member: (Int) -> Member) -> Double {
    let parties = Parties(of: component, links: links.filter { joins($0, component) })
    let members = parties.items.map { $0.map(member) }
    let worth = members.map { $0.reduce(0) { $0 + $1.worth } }
    let required = members.indices.filter { members[$0].contains(where: \.isRequired) }
    var excluded = Set(required)
    for party in required {
      let rivals = parties.rivals[party]
      guard worth[party] > -.infinity, rivals.isDisjoint(with: required) else { return -.infinity }
      excluded.formUnion(rivals)
    }
    let free = members.indices.filter {
      !excluded.contains($0) && !parties.rivals[$0].contains($0) && worth[$0] > 0
    }
    var search = HeaviestSet(worth: worth, rivals: parties.rivals, cliques: parties.cliques)
    search.run(free.sorted { (worth[$1], $0) < (worth[$0], $1) })
    return required.reduce(0) { $0 + worth[$1] } + search.best
  }

  private func joins(_ link: ItemLink, _ component: [Int]) -> Bool {
    link.members.first.map { component.contains(Int($0)) } ?? false
  }
}

/// Items of a component that take options all or none, and which of these parties exclude each
/// other; a party that excludes itself can take none.
private struct Parties {
  let items: [[Int]]
  private(set) var rivals: [Set<Int>]
  /// Parties of which at most one takes options.
  private(set) var cliques: [Set<Int>] = []

  init(of component: [Int], links: [ItemLink]) {
    var groups = DisjointGroups()
    for item in component { groups.join([item]) }
    for link in links where link.rule == .allOrNone { groups.join(link.members.map { Int($0) }) }
    items = groups.all
    rivals = [Set<Int>](repeating: [], count: items.count)
    var partyOfItem: [Int: Int] = [:]
    for (party, items) in items.enumerated() {
      for item in items { partyOfItem[item] = party }
    }
    for link in links where link.rule == .atMostOne {
      let hit = link.members.compactMap { partyOfItem[Int($0)] }
      cliques.append(Set(hit))
      for (place, party) in hit.enumerated() {
        for other in hit[(place + 1)...] {
          rivals[party].insert(other)
          rivals[other].insert(party)
        }
      }
    }
  }
}

/// Branch and bound for the heaviest set without rivals.
private struct HeaviestSet {
  let worth: [Double]
  let rivals: [Set<Int>]
  /// Sets of which at most one can be taken.
  let cliques: [Set<Int>]
  private(set) var best = 0.0

  init(worth: [Double], rivals: [Set<Int>], cliques: [Set<Int>]) {
    self.worth = worth
    self.rivals = rivals
    self.cliques = cliques
  }

  /// `free` by falling worth.
  mutating func run(_ free: [Int]) { visit(free, sum: 0) }

  private mutating func visit(_ free: [Int], sum: Double) {
    best = max(best, sum)
    guard let first = free.first, sum + mostToCome(free) > best else { return }
    let rest = Array(free.dropFirst())
    visit(rest.filter { !rivals[first].contains($0) }, sum: sum + worth[first])
    // Without rivals among the rest there is no reason to leave it out.
    if rest.contains(where: rivals[first].contains) { visit(rest, sum: sum) }
  }

  /// No set of the free ones is worth more: of every clique, the first met by falling worth counts.
  private func mostToCome(_ free: [Int]) -> Double {
    var isSpent = [Bool](repeating: false, count: cliques.count)
    var most = 0.0
    for party in free {
      // One clique stands for the party: counting it by another would be as sound.
      let clique = cliques.firstIndex { $0.contains(party) }
      if let clique {
        if isSpent[clique] { continue }
        isSpent[clique] = true
      }
      most += worth[party]
    }
    return most
  }
}

/// Numbers joined into groups step by step.
private struct DisjointGroups {
  private var groups: [Set<Int>] = []

  mutating func join(_ members: [Int]) {
    let touching = groups.filter { !$0.isDisjoint(with: members) }
    groups.removeAll { !$0.isDisjoint(with: members) }
    groups.append(touching.reduce(Set(members)) { $0.union($1) })
  }

  /// By their smallest members, each ascending.
  var all: [[Int]] {
    groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
