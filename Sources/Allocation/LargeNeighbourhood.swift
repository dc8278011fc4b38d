import LinearAlgebra

/// Solves parts of a core again, everything else kept as a plan has it.
///
/// A part is what the plan takes of a few groups, with every choice among these groups: small enough
/// for branch and cut to finish, large enough to escape what single exchanges cannot (large
/// neighbourhood search; Shaw, 1998). Parts grow while they are finished, and shrink where not.
struct LargeNeighbourhood {
  private static let firstSize = 30.0
  private static let smallestSize = 8.0
  private static let growth = 1.1
  private static let shrinkage = 0.85
  /// Nodes spent on a part.
  private static let nodeLimit = 150
  /// Share of the parts that are drawn at random instead of by groups.
  private static let randomShare = 0.25

  let core: Core
  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline
  let worstValue: Double
  private var size = Self.firstSize
  /// Simplex pivots spent.
  private(set) var pivots = 0

  init(
    core: Core, index: ProblemIndex, settings: AllocationSettings, deadline: Deadline,
    worstValue: Double
  ) {
    self.core = core
    self.index = index
    self.deadline = deadline
    self.worstValue = worstValue
    var limited = settings
    limited.maximumNodes = Self.nodeLimit
    // Parts gain little each: none is given up for being within the gap asked for.
    limited.relativeGap = 0
    self.settings = limited
  }

  /// A better plan found in one part, nil when there is none. `choice` is the plan's by position, −1
  /// where it takes nothing.
  mutating func improve(
    _ plan: AllocationState, choice: [Int], generator: inout SeededGenerator
  ) -> AllocationState? {
    let isFree = part(of: choice, &generator)
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
    pivots += branching.pivots
    let isFinished = branching.nodes < Self.nodeLimit
    size = max(
      Self.smallestSize,
      min(Double(choice.count), size * (isFinished ? Self.growth : Self.shrinkage)))
    guard let found = branching.incumbent, found.value > plan.value else { return nil }
    return found
  }

  private func groups(of choice: Int) -> [Int32] {
    guard choice >= 0 else { return [] }
    return core.choices.options(choice).map {
      index.problem.kindGroup[Int(index.problem.optionKind[Int($0)])]
    }
  }

  /// Positions to decide anew: those of groups drawn one by one until there are enough, or any.
  private func part(of choice: [Int], _ generator: inout SeededGenerator) -> [Bool] {
    var isFree = [Bool](repeating: false, count: choice.count)
    let goal = Int(size)
    var count = 0
    func free(_ position: Int) {
      if !isFree[position] {
        isFree[position] = true
        count += 1
      }
    }
    var order = Array(choice.indices)
    order.shuffle(using: &generator)
    if generator.nextUniform() >= Self.randomShare {
      var drawn = Array(0..<Int32(index.problem.groupCount))
      drawn.shuffle(using: &generator)
      for group in drawn where count < goal {
        let members = order.filter { groups(of: choice[$0]).contains(group) }
        // A group too large for the part gives some of its items.
        for position in members where count < goal + goal / 4 { free(position) }
      }
    }
    for position in order where count < goal { free(position) }
    return isFree
  }
}
