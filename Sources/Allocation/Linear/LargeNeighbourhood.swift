import LinearAlgebra

/// Solves parts of a core again, everything else kept as a plan has it.
///
/// A part is what the plan takes of a few groups, with every choice among these groups: small enough
/// for branch and cut to finish, large enough to escape what single exchanges cannot (large
/// neighbourhood search; Shaw, 1998). Parts grow while they are finished, and shrink where not.
struct LargeNeighbourhood {
  private static let firstSize = 40.0
  private static let smallestSize = 8.0
  private static let growth = 1.1
  private static let shrinkage = 0.85
  /// Nodes spent on a part.
  private static let nodeLimit = 60

  let core: Core
  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline
  let worstValue: Double
  /// Which positions a part takes.
  private enum Kind: Int, CaseIterable {
    /// Those where plan and relaxation differ.
    case disputed
    /// Those of a few groups.
    case groups
    /// Any.
    case random
  }

  /// Positions of the units of items that are linked and listed one by one.
  private let linked: [Int: [Int]]
  /// Positions of a part of each kind.
  private var sizes = [Double](repeating: Self.firstSize, count: Kind.allCases.count)
  /// Work spent, as the tree's.
  private(set) var work = 0

  init(
    core: Core, index: ProblemIndex, settings: AllocationSettings, deadline: Deadline,
    worstValue: Double
  ) {
    self.core = core
    self.index = index
    var positions: [Int: [Int]] = [:]
    if core.variables.index.units.isEmpty && !index.units.isEmpty {
      for (position, item) in core.items.enumerated() {
        positions[index.units.leader(of: Int(item)), default: []].append(position)
      }
    }
    linked = positions.values.reduce(into: [:]) { linked, unit in
      for position in unit { linked[position] = unit }
    }
    self.deadline = deadline
    self.worstValue = worstValue
    var limited = settings
    limited.maximumNodes = Self.nodeLimit
    // Parts gain little each: none is given up for being within the gap asked for.
    limited.relativeGap = 0
    self.settings = limited
  }

  /// A better plan found in one part, nil when there is none. `choice` is the plan's by position, −1
  /// where it takes nothing; `relaxed` the relaxation's of largest weight, −2 where it is shared.
  mutating func improve(
    _ plan: AllocationState, choice: [Int], relaxed: [Int], generator: inout SeededGenerator
  ) -> AllocationState? {
    // Every other part where plan and relaxation differ: that is where most is found.
    let kind = [Kind.disputed, .groups, .disputed, .random][Int(generator.next() % 4)]
    let isFree = part(kind, of: choice, relaxed, &generator)
    let freed = isFree.count { $0 }
    guard freed > 1 else { return nil }
    let among = Set(isFree.indices.filter { isFree[$0] }.flatMap { groups(of: choice[$0]) })
    let settled: [Int?] = choice.indices.map { isFree[$0] ? nil : choice[$0] }
    let sub = core.narrowed(settled: settled) { candidate in
      groups(of: candidate).allSatisfy { among.contains($0) }
    }
    var branching = LinearBranching(
      root: sub, index: index, settings: settings, deadline: deadline, worstValue: worstValue,
      incumbent: plan, isPart: true)
    _ = branching.run(bound: .infinity) { _ in }
    work += branching.totalWork
    let isFinished = branching.nodes < Self.nodeLimit
    let factor = isFinished ? Self.growth : Self.shrinkage
    sizes[kind.rawValue] = max(
      Self.smallestSize, min(Double(choice.count), sizes[kind.rawValue] * factor))
    guard let found = branching.incumbent, found.value > plan.value else { return nil }
    return found
  }

  private func groups(of choice: Int) -> [Int32] {
    guard choice >= 0 else { return [] }
    return core.choices.options(choice).map {
      index.problem.kindGroup[Int(index.problem.optionKind[Int($0)])]
    }
  }

  /// Positions to decide anew: where plan and relaxation differ (Danna, Rothberg and Le Pape, 2005),
  /// or those of groups drawn one by one, or any, until there are enough.
  private func part(
    _ kind: Kind, of choice: [Int], _ relaxed: [Int], _ generator: inout SeededGenerator
  ) -> [Bool] {
    var isFree = [Bool](repeating: false, count: choice.count)
    let goal = Int(sizes[kind.rawValue])
    var count = 0
    func free(_ position: Int) {
      // Linked items can only change together.
      for position in linked[position] ?? [position] where !isFree[position] {
        isFree[position] = true
        count += 1
      }
    }
    var order = Array(choice.indices)
    order.shuffle(using: &generator)
    switch kind {
    case .disputed:
      for position in order where count < goal && choice[position] != relaxed[position] {
        free(position)
      }
    case .groups:
      var drawn = Array(0..<Int32(index.problem.groupCount))
      drawn.shuffle(using: &generator)
      for group in drawn where count < goal {
        let members = order.filter { groups(of: choice[$0]).contains(group) }
        // A group too large for the part gives some of its items.
        for position in members where count < goal + goal / 4 { free(position) }
      }
    case .random: break
    }
    for position in order where count < goal { free(position) }
    return isFree
  }
}
