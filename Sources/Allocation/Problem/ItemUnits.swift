/// Items joined by links, as units that choose together: the bound then knows the links exactly.
///
/// A unit is named by its first item, its leader; an item without links is a unit of its own. Within a
/// unit, members that must act together form a block; blocks that share an at-most-one link conflict; and
/// some members may share limits.
struct ItemUnits: Sendable {
  struct Block: Sendable {
    /// Items that take options all together or not at all, ascending.
    var members: [Int32]
    /// Whether two members exclude each other: the block can never act.
    var isBlocked = false
    /// Blocks of the unit, by position, that it excludes.
    var conflicts: Set<Int> = []
    var isRequired = false
  }

  /// What some members may take together.
  struct SharedLimit: Sendable {
    var members: [Int32]
    var options: Int
    var cost: Double
  }

  struct Unit: Sendable {
    /// Ascending; the first is the leader.
    var members: [Int32]
    var blocks: [Block]
    var limits: [SharedLimit] = []
    /// In which the blocks are settled.
    let order: ConflictOrder

    init(members: [Int32], blocks: [Block]) {
      self.members = members
      self.blocks = blocks
      order = ConflictOrder(rivals: blocks.map(\.conflicts))
    }

    var mayBeEmpty: Bool { !blocks.contains { $0.isRequired } }
    /// Whether every single option of a member is a choice of the unit.
    var allowsSingles: Bool { mayBeEmpty && blocks.allSatisfy { $0.members.count == 1 } }
  }

  /// Unit of every linked item's leader.
  private(set) var units: [Int32: Unit]
  /// Leader of every linked item; empty when there are no links.
  private let leaders: [Int32]
  /// Links of every linked item.
  let links: [Int32: [ItemLink]]

  init(_ problem: AllocationProblem) {
    let linking = problem.links.filter { $0.members.count > 1 }
    guard !linking.isEmpty else {
      (units, leaders, links) = ([:], [], [:])
      return
    }
    var joined = DisjointSets(count: problem.itemCount)
    var together = DisjointSets(count: problem.itemCount)
    var links: [Int32: [ItemLink]] = [:]
    for link in linking {
      for member in link.members {
        joined.join(link.members[0], member)
        if link.rule == .allOrNone { together.join(link.members[0], member) }
        links[member, default: []].append(link)
      }
    }
    let leaders = (0..<Int32(problem.itemCount)).map { joined.first(of: $0) }
    var members: [Int32: [Int32]] = [:]
    for item in links.keys.sorted() { members[leaders[Int(item)], default: []].append(item) }
    units = members.mapValues { members in
      Unit(members: members, blocks: Self.blocks(members, links, problem, &together))
    }
    self.leaders = leaders
    self.links = links
    for link in linking {
      guard case .within(let options, let cost) = link.rule else { continue }
      units[leaders[Int(link.members[0])]]?.limits.append(
        SharedLimit(members: link.members, options: options, cost: cost))
    }
  }

  private static func blocks(
    _ members: [Int32], _ links: [Int32: [ItemLink]], _ problem: AllocationProblem,
    _ together: inout DisjointSets
  ) -> [Block] {
    var blocks: [Block] = []
    var blockOfItem: [Int32: Int] = [:]
    var blockOfFirst: [Int32: Int] = [:]
    for item in members {
      let first = together.first(of: item)
      let block = blockOfFirst[first] ?? blocks.count
      if block == blocks.count { blocks.append(Block(members: [])) }
      blockOfFirst[first] = block
      blockOfItem[item] = block
      blocks[block].members.append(item)
      let rules = problem.items[Int(item)]
      if rules.isRequired || !rules.requiredKinds.isEmpty { blocks[block].isRequired = true }
    }
    for item in members {
      for link in links[item] ?? [] where link.rule == .atMostOne {
        for other in link.members where other != item {
          let (own, rival) = (blockOfItem[item]!, blockOfItem[other]!)
          if own == rival {
            blocks[own].isBlocked = true
          } else {
            blocks[own].conflicts.insert(rival)
          }
        }
      }
    }
    return blocks
  }

  var isEmpty: Bool { leaders.isEmpty }

  /// The unit an item belongs to; nil when it stands alone.
  func unit(of item: Int) -> Unit? { leaders.isEmpty ? nil : units[leaders[item]] }

  /// First item of the unit an item belongs to.
  func leader(of item: Int) -> Int { leaders.isEmpty ? item : Int(leaders[item]) }

  /// Whether an item is spoken for by another one of its unit.
  func isSpokenFor(_ item: Int) -> Bool { !leaders.isEmpty && Int(leaders[item]) != item }

  /// Items of a leader's unit whose single options are choices of the unit; none where something
  /// must be taken together or at all.
  func singles(of leader: Int) -> [Int32] {
    guard let unit = unit(of: leader) else { return [Int32(leader)] }
    return unit.allowsSingles ? unit.members : []
  }

  /// Items of the unit that a leader stands for.
  func members(of leader: Int) -> [Int32] {
    leaders.isEmpty ? [Int32(leader)] : units[Int32(leader)]?.members ?? [Int32(leader)]
  }
}

/// Sets that only grow together; each is named by its smallest element.
private struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

  mutating func first(of element: Int32) -> Int32 {
    var root = element
    while parent[Int(root)] != root { root = parent[Int(root)] }
    var current = element
    while parent[Int(current)] != root {
      (current, parent[Int(current)]) = (parent[Int(current)], root)
    }
    return root
  }

  mutating func join(_ left: Int32, _ right: Int32) {
    let (left, right) = (first(of: left), first(of: right))
    parent[Int(max(left, right))] = min(left, right)
  }
}
