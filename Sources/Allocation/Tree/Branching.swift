import HeapModule
import LinearAlgebra

/// What a tree is about, the same for all who work on it.
struct BranchingSubject: Sendable {
  /// A plan this close to a bound, relatively, is as good: rounding separates them no further.
  static let rounding = 1e-10

  let root: ChoiceStore
  let solver: RelaxationSolver
  let index: ProblemIndex
  let settings: AllocationSettings
  /// Below this no plan exists at all.
  let worstValue: Double
  /// Options of least regret, which plans found on the way may take besides.
  let nearOptions: [Int32]
  let lifted: LiftedRows

  func isBeaten(_ bound: Double, by incumbent: AllocationState?) -> Bool {
    if bound < worstValue || bound < settings.cutoff { return true }
    guard let value = incumbent?.value else { return false }
    return bound <= value + Self.rounding * max(abs(value), abs(bound))
  }
}

/// Closes the gap of a store of choices: best-first branching on options, with plunges that find plans
/// on the way.
///
/// It must hold every choice that a plan better than the incumbent could contain (regret at
/// most bound − incumbent over all options); then every bound taken here holds for the problem.
///
/// A few plunges go on beside each other, a node each at a time, and what they found is put together in
/// their order: how many threads they have changes nothing.
struct Branching {
  struct Node: Sendable, Comparable {
    var bound: Double
    var number: Int
    /// What is still possible.
    var mask: ChoiceMask
    var point: [Double]
    /// What it decided; nil of the first.
    var decision: BranchingCosts.Decision?

    static func < (left: Node, right: Node) -> Bool {
      (left.bound, -left.number) < (right.bound, -right.number)
    }
    static func == (left: Node, right: Node) -> Bool { left.number == right.number }
  }

  /// Plunges beside each other: so many that threads seldom wait for the longest node.
  private static let laneCount = 8

  private let tree: BranchingSubject
  private(set) var incumbent: AllocationState?
  private(set) var nodes = 0
  /// Choices looked at, node by node.
  private(set) var work = 0
  private(set) var newtonSteps = 0
  private var open = Heap<Node>()
  private var numbers = 0
  private var lanes: [BranchingLane] = []
  private var costs = BranchingCosts()
  private var ceiling = Double.infinity
  /// Largest bound of a node given up for being within rounding of the incumbent.
  private var prunedBound = -Double.infinity

  init(
    root: ChoiceStore, solver: RelaxationSolver, index: ProblemIndex, settings: AllocationSettings,
    worstValue: Double, incumbent: AllocationState?, nearOptions: [Int32]
  ) {
    tree = BranchingSubject(
      root: root, solver: solver, index: index, settings: settings, worstValue: worstValue,
      nearOptions: nearOptions, lifted: LiftedRows(root))
    self.incumbent = incumbent
  }

  private var settings: AllocationSettings { tree.settings }
  private var bestValue: Double { incumbent?.value ?? -.infinity }

  /// Runs from the relaxation's point until the gap, the nodes or the time are used up; returns a
  /// bound on every plan, −∞ when there is none.
  ///
  /// - Parameters:
  ///   - bound: at the point. Nodes are told apart by how far they fall below it.
  ///   - ceiling: proved in another way; no plan is worth more.
  mutating func run(
    from point: [Double], bound: Double, ceiling: Double, progress: (AllocationProgress) -> Void
  ) -> Double {
    self.ceiling = ceiling
    open.insert(Node(bound: bound, number: 0, mask: ChoiceMask(tree.root), point: point))
    while !isStopped {
      let active = occupiedLanes()
      if active.isEmpty { break }
      work(active)
      let ended = active.contains { lanes[$0].next == nil }
      for lane in active { take(lane) }
      // Not before all were asked: one lane's plan must not take the place of a better one of another.
      for lane in lanes.indices { lanes[lane].incumbent = incumbent }
      if ended {
        progress(
          AllocationProgress(
            value: bestValue, bound: treeBound, nodes: nodes,
            elapsed: tree.solver.deadline.elapsed))
      }
    }
    return treeBound
  }

  private var isStopped: Bool {
    nodes >= settings.maximumNodes || work >= settings.maximumWork || bestValue >= settings.goal
      || tree.solver.deadline.hasPassed
  }

  private var treeBound: Double {
    let most = lanes.reduce(max(open.max?.bound ?? -.infinity, prunedBound, bestValue)) {
      max($0, $1.next?.bound ?? -.infinity)
    }
    return min(most, max(ceiling, bestValue))
  }

  /// Whether a bound is within the asked gap of the incumbent.
  private func isClosed(_ own: Double) -> Bool {
    let bound = min(own, ceiling)
    if bound < settings.cutoff { return true }
    guard incumbent != nil else { return false }
    if bestValue >= settings.goal { return true }
    return bound - bestValue
      <= max(
        settings.relativeGap * abs(bound),
        BranchingSubject.rounding * max(abs(bound), abs(bestValue)))
  }

  /// Lanes with a node to work on; those without get the open nodes of the highest bounds.
  private mutating func occupiedLanes() -> [Int] {
    var occupied: [Int] = []
    for lane in 0..<min(Self.laneCount, settings.maximumNodes - nodes) {
      if lane == lanes.count {
        // Scratch space is as long as the store: none more than there are nodes for.
        guard let node = open.max, !isClosed(node.bound) else { break }
        lanes.append(BranchingLane(tree, incumbent: incumbent))
      }
      if let node = lanes[lane].next, isClosed(node.bound) {
        open.insert(node)
        lanes[lane].next = nil
      }
      if lanes[lane].next == nil, let node = open.max, !isClosed(node.bound) {
        lanes[lane].begin(open.removeMax())
      }
      if lanes[lane].next != nil { occupied.append(lane) }
    }
    return occupied
  }

  private mutating func work(_ active: [Int]) {
    nodes += active.count
    let (threads, costs) = (settings.threads, costs)
    lanes.withUnsafeMutableBufferPointer { buffer in
      let lanes = DisjointWrites(buffer)
      Blocks.forEach(count: active.count, blockSize: 1, threads: threads) { place, _ in
        lanes.base[active[place]].process(
          threads: active.count == 1 ? threads : 1, costs)
      }
    }
  }

  /// Takes over what a lane found.
  private mutating func take(_ lane: Int) {
    newtonSteps += lanes[lane].newtonSteps
    work += lanes[lane].work
    prunedBound = max(prunedBound, lanes[lane].prunedBound)
    if let fall = lanes[lane].fall { costs.add(fall.decision, fall: fall.amount) }
    if lanes[lane].next != nil {
      numbers += 1
      lanes[lane].next?.number = numbers
    }
    if var sibling = lanes[lane].sibling {
      numbers += 1
      sibling.number = numbers
      open.insert(sibling)
    }
    if let found = lanes[lane].incumbent, found.value > bestValue { incumbent = found }
  }
}
