import HeapModule
import LinearAlgebra

/// Closes the gap of a core without saturating pools: branch and cut on its linear program.
///
/// The core must hold every choice that a plan better than the incumbent could contain. Every bound
/// is summed afresh at the program's prices, so that the simplex method's rounding cannot spoil it.
struct LinearBranching {
  /// What was decided on the way from the root to a node.
  final class Decision: Sendable {
    let parent: Decision?
    let item: Int32
    let option: Int32
    let isTaken: Bool
    /// Columns ruled out by regret since the parent's decision.
    let hopeless: [Int32]

    init(parent: Decision?, item: Int, option: Int32, isTaken: Bool, hopeless: [Int32]) {
      self.parent = parent
      self.hopeless = hopeless
      self.item = Int32(item)
      self.option = option
      self.isTaken = isTaken
    }
  }

  struct Node: Comparable {
    var bound: Double
    var number: Int
    var decision: Decision?
    var basis: ChoiceSimplex.Basis

    static func < (left: Node, right: Node) -> Bool {
      (left.bound, -left.number) < (right.bound, -right.number)
    }
    static func == (left: Node, right: Node) -> Bool { left.number == right.number }
  }

  static let cutRounds = 400
  /// Rounds of cuts end after so many that gained less than this share of what all gained.
  static let staleRounds = 10
  static let leastGain = 0.001
  static let diveInterval = 50
  static let strongCandidates = 8
  static let partCandidates = 3
  static let strongPivots = 10
  static let maximumPivots = 20_000
  static let firstIterations = 2_000
  static let iterationsPerRound = 300
  /// What a tabu search may take whatever the tree took, by the program's columns.
  static let leastScans = 100
  /// Rounds beside the tree at the most, and nodes between two looks.
  static let mostRounds = 40
  static let improvementInterval = 20
  static let fewestItems = 30
  /// From so many items on a proof is far, and plans matter more: searches get this many times the
  /// tree's work.
  static let manyItems = 80
  static let largeShare = 4

  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline
  let worstValue: Double
  /// Values of plans are multiples of this; 0 when nothing is known.
  let grid: Double

  var incumbent: AllocationState?
  var nodes = 0
  /// Columns looked at by the simplex method in the tree, trials and dives included.
  var work = 0
  /// Work of the tabu search, as the tree's.
  var reassignmentWork = 0
  var program: ChoiceProgram
  var open = Heap<Node>()
  var numbers = 0
  var prunedBound = -Double.infinity
  /// Columns that no better plan takes.
  var rootAllowed: [Bool]
  /// The bound at the root's prices, and what each column falls short of its item's best there:
  /// regrets count only from the bound at the very prices they are measured at.
  var rootBound = Double.infinity
  var rootRegret: [Double] = []
  var generator: SeededGenerator
  /// Whether this is a part of a larger search, which does no searches of its own.
  let isPart: Bool
  var neighbourhood: LargeNeighbourhood
  var reassignment: Reassignment?

  init(
    root: Core, index: ProblemIndex, settings: AllocationSettings, deadline: Deadline,
    worstValue: Double, incumbent: AllocationState?, isPart: Bool = false
  ) {
    self.isPart = isPart
    neighbourhood = LargeNeighbourhood(
      core: root, index: index, settings: settings, deadline: deadline, worstValue: worstValue)
    self.index = index
    self.settings = settings
    self.deadline = deadline
    self.worstValue = worstValue
    self.incumbent = incumbent
    generator = SeededGenerator(seed: settings.seed)
    // A core that lists linked items one by one knows nothing of their links.
    let isSeparate = !index.units.isEmpty && root.variables.index.units.isEmpty
    program = ChoiceProgram(core: root, links: isSeparate ? index.problem.links : [])
    rootAllowed = [Bool](repeating: true, count: program.itemColumnCount)
    // Output that is served in part only is worth any number.
    grid = root.variables.limitsOutput ? 0 : Self.grid(of: root.constant)
  }

  var bestValue: Double { incumbent?.value ?? -.infinity }

  /// Greatest common divisor of whole values, 0 when they are not whole.
  static func grid(of values: [Double]) -> Double {
    var divisor = 0.0
    for value in values where value != 0 {
      guard value == value.rounded(), abs(value) < 0x1p52 else { return 0 }
      var (left, right) = (abs(value), divisor)
      while right != 0 { (left, right) = (right, left.truncatingRemainder(dividingBy: right)) }
      divisor = left
    }
    return divisor
  }

  var totalWork: Int { work + neighbourhood.work + reassignmentWork }

  var searchShare: Int { program.itemCount >= Self.manyItems ? Self.largeShare : 1 }

  // MARK: Bounds

  func rounded(_ bound: Double) -> Double {
    grid > 0 && bound.isFinite ? (bound / grid).rounded(.down) * grid : bound
  }

  var isStopped: Bool {
    nodes >= settings.maximumNodes || bestValue >= settings.goal || isSpent
  }

  /// Whether time or work is used up.
  var isSpent: Bool {
    totalWork / AllocationStatistics.columnsPerChoice >= settings.maximumWork || deadline.hasPassed
  }

  var treeBound: Double { max(open.max?.bound ?? -.infinity, prunedBound, bestValue) }

  /// Whether a bound is within the asked gap of the incumbent.
  func isClosed(_ bound: Double) -> Bool {
    if bound < worstValue || bound < settings.cutoff { return true }
    guard incumbent != nil else { return false }
    if bestValue >= settings.goal { return true }
    return bound - bestValue
      <= max(
        settings.relativeGap * abs(bound),
        BranchingSubject.rounding * max(abs(bound), abs(bestValue)))
  }

  mutating func giveUp(_ bound: Double) {
    if bound >= worstValue { prunedBound = max(prunedBound, bound) }
  }

  /// A program's objective at or below this cannot hold a plan worth looking for.
  var cutoff: Double {
    guard incumbent != nil else { return worstValue }
    let step = grid > 0 ? 0.999 * grid : 0
    // Where bound − best = gap · |bound|.
    let gap = settings.relativeGap
    return max(bestValue + step, bestValue / (bestValue > 0 ? 1 - gap : 1 + gap))
  }

  // MARK: Tree

  mutating func run(bound: Double, progress: (AllocationProgress) -> Void) -> Double {
    var simplex = ChoiceSimplex(program: program)
    guard let root = solveRoot(&simplex, bound: bound) else { return max(prunedBound, bestValue) }
    open.insert(root)
    while let node = open.popMax() {
      if isClosed(node.bound) || isStopped {
        open.insert(node)
        break
      }
      simplex.start(from: node.basis, allowed: allowed(at: node.decision))
      var next: Node? = node
      while let current = next, !isStopped { next = process(current, &simplex) }
      if let left = next { open.insert(left) }
      progress(
        AllocationProgress(
          value: bestValue, bound: treeBound, nodes: nodes, elapsed: deadline.elapsed))
    }
    return treeBound
  }

  func allowed(at decision: Decision?) -> [Bool] {
    var allowed = rootAllowed
    var current = decision
    while let decision = current {
      forEachExcluded(decision) { allowed[$0] = false }
      current = decision.parent
    }
    return allowed
  }

  func forEachExcluded(_ decision: Decision, _ body: (Int) -> Void) {
    let item = Int(decision.item)
    for column in program.columnStart[item]..<program.columnStart[item + 1]
    where program.options(column).contains(decision.option) != decision.isTaken {
      body(column)
    }
    for column in decision.hopeless { body(Int(column)) }
  }

  // MARK: Root

  /// Solves the root with cuts; nil when nothing is left to branch on.
  mutating func solveRoot(_ simplex: inout ChoiceSimplex, bound: Double) -> Node? {
    var bound = bound
    var stale = 0
    var first = -Double.infinity
    var last = Double.infinity
    for round in 0...Self.cutRounds {
      nodes += round == 0 ? 1 : 0
      guard let (reached, isOptimal) = solve(&simplex, bound: bound) else { return nil }
      (rootBound, rootRegret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
      let now = rootBound
      if round == 0 { first = now }
      let gained = last - now
      last = now
      stale =
        round > 0 && gained < Self.leastGain * max(first - now, 1e-9 * abs(now)) ? stale + 1 : 0
      bound = reached
      fixRoot()
      for column in rootAllowed.indices where !rootAllowed[column] { simplex.forbid(column) }
      guard isOptimal, round < Self.cutRounds, stale < Self.staleRounds, !isSpent else {
        break
      }
      let weight = weights(simplex)
      work += program.byRow.item.count
      let cuts = KnapsackCuts(program: program).violated(
        by: weight, regret: rootRegret, work: &work)
      if cuts.isEmpty { break }
      addCuts(cuts, &simplex)
    }
    if !isClosed(bound) { dive(simplex) }
    if !isClosed(bound) { improve(simplex, bound: bound) }
    fixRoot()
    if isClosed(bound) {
      giveUp(bound)
      return nil
    }
    return Node(bound: bound, number: 0, decision: nil, basis: simplex.basis)
  }

  func weights(_ simplex: ChoiceSimplex) -> [Double] {
    var weight = [Double](repeating: 0, count: program.itemColumnCount)
    for column in simplex.key { weight[Int(column)] = 1 }
    for (position, column) in simplex.working.enumerated()
    where Int(column) < program.itemColumnCount {
      weight[Int(column)] = simplex.value[position]
      let item = Int(program.itemOfColumn[Int(column)])
      weight[Int(simplex.key[item])] -= simplex.value[position]
    }
    return weight
  }

  mutating func addCuts(_ cuts: [ChoiceProgram.Cut], _ simplex: inout ChoiceSimplex) {
    // A slack in the basis: the cut does not bind.
    let slack = Set(simplex.working.map { Int($0) - program.columnCount - program.firstCut })
    let kept = program.cuts.indices.filter { !slack.contains($0) }
    program = ChoiceProgram(
      core: program.core, links: program.links, cuts: kept.map { program.cuts[$0] } + cuts)
    work += program.workOfFactorizing
    simplex = ChoiceSimplex(program: program, after: simplex, cuts: kept)
  }

  /// Rules out the columns whose loss at the root exceeds what is left to gain.
  mutating func fixRoot() {
    guard rootBound.isFinite, incumbent != nil, !rootRegret.isEmpty else { return }
    for column in rootAllowed.indices
    where rootAllowed[column] && rootBound - rootRegret[column] < needed(rootBound) {
      rootAllowed[column] = false
    }
  }

  /// What a column must leave possible to be kept: anything better than the best plan, whatever the
  /// gap asked for, since nothing tells afterwards what was ruled out. A little less, for rounding.
  func needed(_ bound: Double) -> Double {
    bestValue + 0.999 * grid - 1e-9 * max(abs(bound), abs(bestValue))
  }

  // MARK: One node

  /// Solves the program as it stands; the rigorous bound and whether the weights are those of an
  /// optimum, nil when the node is finished.
  mutating func solve(
    _ simplex: inout ChoiceSimplex, bound: Double
  ) -> (bound: Double, isOptimal: Bool)? {
    let before = simplex.pivots
    let outcome = simplex.run(cutoff: cutoff, maximumPivots: Self.maximumPivots)
    work += (simplex.pivots - before) * program.workPerPivot
    var reached = min(bound, rounded(program.bound(at: simplex.price, allowed: simplex.allowed)))
    if outcome == .infeasible {
      reached = min(reached, infeasibleBound(simplex))
    }
    if isClosed(reached) {
      giveUp(reached)
      return nil
    }
    return (reached, outcome == .optimal)
  }

  /// The bound far along the ray that proves infeasibility.
  func infeasibleBound(_ simplex: ChoiceSimplex) -> Double {
    if simplex.ray.isEmpty { return -.infinity }
    var lowest = Double.infinity
    var length = 1.0
    for _ in 0..<14 {
      let far = zip(simplex.price, simplex.ray).map { $0 + length * $1 }
      lowest = min(lowest, program.bound(at: far, allowed: simplex.allowed))
      if lowest < worstValue { break }
      length *= 8
    }
    return lowest
  }

  mutating func process(_ node: Node, _ simplex: inout ChoiceSimplex) -> Node? {
    nodes += 1
    guard var (bound, isOptimal) = solve(&simplex, bound: node.bound) else { return nil }
    var decision = node.decision
    var hopeless: [Int32] = []
    while true {
      let shared = isOptimal ? simplex.sharedItems() : []
      if shared.isEmpty {
        if isOptimal, let value = offer(simplex), isReached(bound, by: value) {
          giveUp(bound)
          return nil
        }
        // No optimum, or one whose rounding hides a broken row: split on anything left to choose.
        guard let any = anyOpen(simplex) else {
          offerOnlyChoice(simplex)
          return nil
        }
        return split(any, bound: bound, decision: decision, hopeless, &simplex)
      }
      fixLocally(&simplex, &hopeless)
      if nodes % Self.diveInterval == 1 { dive(simplex) }
      if searchAllowance > 0 && nodes % Self.improvementInterval == 0 {
        improve(simplex, bound: bound)
      }
      switch choose(shared, simplex, bound: bound) {
      case nil:
        offerOnlyChoice(simplex)
        return nil
      case .split(let branch):
        return split(branch, bound: bound, decision: decision, hopeless, &simplex)
      case .forced(let branch):
        let forced = Decision(
          parent: decision, item: branch.item, option: branch.option, isTaken: branch.isTaken,
          hopeless: [])
        decision = forced
        forEachExcluded(forced) { simplex.forbid($0) }
        guard let next = solve(&simplex, bound: bound) else { return nil }
        (bound, isOptimal) = next
      }
    }
  }

  /// Whether a whole optimum is worth what the bound says, but for rounding: nothing better is below.
  func isReached(_ bound: Double, by value: Double) -> Bool {
    bound - value <= 1e-9 * max(abs(bound), abs(value), 1)
  }

  func fixLocally(_ simplex: inout ChoiceSimplex, _ hopeless: inout [Int32]) {
    guard incumbent != nil else { return }
    let (bound, regret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
    let needed = needed(bound)
    for column in 0..<program.itemColumnCount
    where simplex.allowed[column] && bound - regret[column] < needed {
      simplex.forbid(column)
      hopeless.append(Int32(column))
    }
  }
}
