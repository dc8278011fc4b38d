import HeapModule
import LinearAlgebra

/// Closes the gap of a core without saturating pools: branch and cut on its linear program.
///
/// The core must hold every choice that a plan better than the incumbent could contain. Every bound
/// is summed afresh at the program's prices, so that the simplex method's rounding cannot spoil it.
struct LinearBranching {
  /// What was decided on the way from the root to a node.
  private final class Decision: Sendable {
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

  private struct Node: Comparable {
    var bound: Double
    var number: Int
    var decision: Decision?
    var basis: ChoiceSimplex.Basis

    static func < (left: Node, right: Node) -> Bool {
      (left.bound, -left.number) < (right.bound, -right.number)
    }
    static func == (left: Node, right: Node) -> Bool { left.number == right.number }
  }

  private static let cutRounds = 40
  private static let maximumCuts = 120
  private static let diveInterval = 50
  private static let strongCandidates = 8
  private static let partCandidates = 3
  private static let strongPivots = 10
  private static let maximumPivots = 20_000
  private static let firstIterations = 2_000
  private static let iterationsPerRound = 300
  /// Rounds beside the tree at the least, and nodes between two looks.
  private static let fewestRounds = 4
  private static let mostRounds = 40
  private static let improvementInterval = 20
  private static let fewestItems = 30

  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline
  let worstValue: Double
  /// Values of plans are multiples of this; 0 when nothing is known.
  let grid: Double

  private(set) var incumbent: AllocationState?
  private(set) var nodes = 0
  /// Columns looked at by the simplex method in the tree, trials and dives included.
  private(set) var work = 0
  private var program: ChoiceProgram
  private var open = Heap<Node>()
  private var numbers = 0
  private var prunedBound = -Double.infinity
  /// Columns that no better plan takes.
  private var rootAllowed: [Bool]
  /// The bound at the root's prices, and what each column falls short of its item's best there:
  /// regrets count only from the bound at the very prices they are measured at.
  private var rootBound = Double.infinity
  private var rootRegret: [Double] = []
  private var generator: SeededGenerator
  /// Whether this is a part of a larger search, which does no searches of its own.
  private let isPart: Bool
  private var neighbourhood: LargeNeighbourhood
  private var reassignment: Reassignment?

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
    program = ChoiceProgram(core: root)
    rootAllowed = [Bool](repeating: true, count: program.itemColumnCount)
    // Output that is served in part only is worth any number.
    grid = root.variables.limitsOutput ? 0 : Self.grid(of: root.constant)
  }

  private var bestValue: Double { incumbent?.value ?? -.infinity }

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

  // MARK: Bounds

  private func rounded(_ bound: Double) -> Double {
    grid > 0 && bound.isFinite ? (bound / grid).rounded(.down) * grid : bound
  }

  private var isStopped: Bool {
    nodes >= settings.maximumNodes || bestValue >= settings.goal || deadline.hasPassed
  }

  private var treeBound: Double { max(open.max?.bound ?? -.infinity, prunedBound, bestValue) }

  /// Whether a bound is within the asked gap of the incumbent.
  private func isClosed(_ bound: Double) -> Bool {
    if bound < worstValue { return true }
    guard incumbent != nil else { return false }
    if bestValue >= settings.goal { return true }
    return bound - bestValue
      <= max(
        settings.relativeGap * abs(bound), Branching.rounding * max(abs(bound), abs(bestValue)))
  }

  private mutating func giveUp(_ bound: Double) {
    if bound >= worstValue { prunedBound = max(prunedBound, bound) }
  }

  /// A program's objective at or below this cannot hold a plan worth looking for.
  private var cutoff: Double {
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

  private func allowed(at decision: Decision?) -> [Bool] {
    var allowed = rootAllowed
    var current = decision
    while let decision = current {
      forEachExcluded(decision) { allowed[$0] = false }
      current = decision.parent
    }
    return allowed
  }

  private func forEachExcluded(_ decision: Decision, _ body: (Int) -> Void) {
    let item = Int(decision.item)
    for column in program.columnStart[item]..<program.columnStart[item + 1]
    where program.options(column).contains(decision.option) != decision.isTaken {
      body(column)
    }
    for column in decision.hopeless { body(Int(column)) }
  }

  // MARK: Root

  /// Solves the root with cuts; nil when nothing is left to branch on.
  private mutating func solveRoot(_ simplex: inout ChoiceSimplex, bound: Double) -> Node? {
    var bound = bound
    var stale = 0
    var first = -Double.infinity
    var last = Double.infinity
    for round in 0...Self.cutRounds {
      nodes += round == 0 ? 1 : 0
      guard let (reached, isOptimal) = solve(&simplex, bound: bound) else { return nil }
      if round == 0 { first = rootBound(simplex) }
      let now = rootBound(simplex)
      let gained = last - now
      last = now
      stale = round > 0 && gained < 0.02 * max(first - now, 1e-9 * abs(now)) ? stale + 1 : 0
      bound = reached
      (rootBound, rootRegret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
      fixRoot()
      for column in rootAllowed.indices where !rootAllowed[column] { simplex.forbid(column) }
      guard isOptimal, round < Self.cutRounds, stale < 5, !deadline.hasPassed else { break }
      let weight = weights(simplex)
      let cuts = CoverCuts(program: program).violated(by: weight)
      if cuts.isEmpty { break }
      addCuts(cuts, &simplex)
    }
    if !isPart && program.itemCount >= Self.fewestItems {
      reassign(simplex, iterations: Self.firstIterations)
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

  private func rootBound(_ simplex: ChoiceSimplex) -> Double {
    program.bound(at: simplex.price, allowed: simplex.allowed)
  }

  private func weights(_ simplex: ChoiceSimplex) -> [Double] {
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

  private mutating func addCuts(_ cuts: [ChoiceProgram.Cut], _ simplex: inout ChoiceSimplex) {
    let kept = program.cuts + cuts
    program = ChoiceProgram(core: program.core, cuts: kept)
    simplex = ChoiceSimplex(program: program, after: simplex)
  }

  /// Rules out the columns whose loss at the root exceeds what is left to gain.
  private mutating func fixRoot() {
    guard rootBound.isFinite, incumbent != nil, !rootRegret.isEmpty else { return }
    for column in rootAllowed.indices
    where rootAllowed[column] && rootBound - rootRegret[column] < needed(rootBound) {
      rootAllowed[column] = false
    }
  }

  /// What a column must leave possible to be kept: anything better than the best plan, whatever the
  /// gap asked for, since nothing tells afterwards what was ruled out. A little less, for rounding.
  private func needed(_ bound: Double) -> Double {
    bestValue + 0.999 * grid - 1e-9 * max(abs(bound), abs(bestValue))
  }

  // MARK: One node

  /// Solves the program as it stands; the rigorous bound and whether the weights are those of an
  /// optimum, nil when the node is finished.
  private mutating func solve(
    _ simplex: inout ChoiceSimplex, bound: Double
  ) -> (bound: Double, isOptimal: Bool)? {
    let before = simplex.pivots
    let outcome = simplex.run(cutoff: cutoff, maximumPivots: Self.maximumPivots)
    work += (simplex.pivots - before) * program.columnCount
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
  private func infeasibleBound(_ simplex: ChoiceSimplex) -> Double {
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

  private mutating func process(_ node: Node, _ simplex: inout ChoiceSimplex) -> Node? {
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
      if neighbourhood.work < work && nodes % Self.improvementInterval == 0 {
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
  private func isReached(_ bound: Double, by value: Double) -> Bool {
    bound - value <= 1e-9 * max(abs(bound), abs(value), 1)
  }

  private func fixLocally(_ simplex: inout ChoiceSimplex, _ hopeless: inout [Int32]) {
    guard incumbent != nil else { return }
    let (bound, regret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
    let needed = needed(bound)
    for column in 0..<program.itemColumnCount
    where simplex.allowed[column] && bound - regret[column] < needed {
      simplex.forbid(column)
      hopeless.append(Int32(column))
    }
  }

  private struct Branch {
    var item: Int
    var option: Int32
    var isTaken: Bool
  }

  private enum Choice {
    case split(Branch)
    /// One side holds nothing better: the other is taken at once.
    case forced(Branch)
  }

  /// Tries the most doubtful options both ways by a few pivots each.
  private mutating func choose(
    _ shared: [SharedItem], _ simplex: ChoiceSimplex, bound: Double
  ) -> Choice? {
    var candidates: [(item: Int, option: Int32, weight: Double)] = []
    for entry in shared {
      for (option, weight) in entry.optionWeights(program)
      where weight > ChoiceSimplex.integrality && weight < 1 - ChoiceSimplex.integrality {
        candidates.append((entry.item, option, weight))
      }
    }
    if candidates.isEmpty { return anyOpen(simplex).map { .split($0) } }
    candidates.sort {
      (abs($0.weight - 0.5), $0.item, $0.option) < (abs($1.weight - 0.5), $1.item, $1.option)
    }
    var best = candidates[0]
    var bestScore = -1.0
    for candidate in candidates.prefix(isPart ? Self.partCandidates : Self.strongCandidates) {
      let up = trial(candidate.item, candidate.option, isTaken: true, simplex)
      if up <= cutoff {
        giveUp(up)
        return .forced(Branch(item: candidate.item, option: candidate.option, isTaken: false))
      }
      let down = trial(candidate.item, candidate.option, isTaken: false, simplex)
      if down <= cutoff {
        giveUp(down)
        return .forced(Branch(item: candidate.item, option: candidate.option, isTaken: true))
      }
      let floor = 1e-6 * max(1, abs(bound))
      let score = max(bound - up, floor) * max(bound - down, floor)
      if score > bestScore {
        bestScore = score
        best = candidate
      }
    }
    return .split(Branch(item: best.item, option: best.option, isTaken: best.weight > 0.5))
  }

  /// The bound of a side after a few pivots, proved.
  private mutating func trial(
    _ item: Int, _ option: Int32, isTaken: Bool, _ simplex: ChoiceSimplex
  ) -> Double {
    var copy = simplex
    for column in program.columnStart[item]..<program.columnStart[item + 1]
    where program.options(column).contains(option) != isTaken {
      copy.forbid(column)
    }
    let outcome = copy.run(cutoff: cutoff, maximumPivots: Self.strongPivots)
    work += (copy.pivots - simplex.pivots) * program.columnCount
    switch outcome {
    case .infeasible:
      return infeasibleBound(copy)
    case .belowCutoff:
      return rounded(program.bound(at: copy.price, allowed: copy.allowed))
    case .optimal, .stalled:
      return max(copy.objective, cutoff + 1e-12 * abs(cutoff))
    }
  }

  private mutating func split(
    _ branch: Branch, bound: Double, decision: Decision?, _ hopeless: [Int32],
    _ simplex: inout ChoiceSimplex
  ) -> Node {
    let basis = simplex.basis
    func child(_ isTaken: Bool) -> Node {
      numbers += 1
      return Node(
        bound: bound, number: numbers,
        decision: Decision(
          parent: decision, item: branch.item, option: branch.option, isTaken: isTaken,
          hopeless: hopeless),
        basis: basis)
    }
    let plunge = child(branch.isTaken)
    open.insert(child(!branch.isTaken))
    forEachExcluded(plunge.decision!) { simplex.forbid($0) }
    return plunge
  }

  /// An option that some allowed column of its item has and another has not.
  private func anyOpen(_ simplex: ChoiceSimplex) -> Branch? {
    for item in 0..<program.itemCount {
      let columns = (program.columnStart[item]..<program.columnStart[item + 1]).filter {
        simplex.allowed[$0]
      }
      guard columns.count > 1 else { continue }
      for column in columns {
        for option in program.options(column)
        where !columns.allSatisfy({ program.options($0).contains(option) }) {
          return Branch(item: item, option: option, isTaken: true)
        }
      }
    }
    return nil
  }

  // MARK: Plans

  /// Value of the program's whole solution, nil when it is no plan; taken over when it is better.
  private mutating func offer(_ simplex: ChoiceSimplex) -> Double? {
    offer(columns: simplex.heaviestColumns())
  }

  /// Tries the one choice that the allowed columns leave.
  private mutating func offerOnlyChoice(_ simplex: ChoiceSimplex) {
    let columns = (0..<program.itemColumnCount).filter { simplex.allowed[$0] }
    guard columns.count == program.itemCount else { return }
    _ = offer(columns: columns)
  }

  private mutating func offer(columns: [Int]) -> Double? {
    let options = columns.flatMap { program.options($0).map { Int($0) } }
    let state = AllocationState(
      index: index, choosing: options + program.core.settledOptions.map { Int($0) })
    guard state.isFeasible, state.respectsItems else { return nil }
    if state.value > bestValue {
      incumbent = state
      fixRoot()
    }
    return state.value
  }

  /// Searches beside the tree, with as much work as the tree takes.
  private mutating func improve(_ simplex: ChoiceSimplex, bound: Double) {
    // A part of a small program is most of it: the tree is as quick.
    guard !isPart, program.itemCount >= Self.fewestItems else { return }
    if incumbent == nil { reassign(simplex, iterations: Self.firstIterations) }
    var rounds = 0
    while rounds < Self.fewestRounds
      || (rounds < Self.mostRounds && neighbourhood.work < work)
    {
      rounds += 1
      guard let plan = incumbent, !deadline.hasPassed, bestValue < settings.goal else { return }
      let choice = incumbentColumns(else: simplex.heaviestColumns()).map {
        Int(program.choiceOfColumn[$0])
      }
      if let better = neighbourhood.improve(
        plan, choice: choice, relaxed: relaxedChoices(simplex), generator: &generator)
      {
        incumbent = better
        fixRoot()
        reassignment = nil
      }
      reassign(simplex, iterations: Self.iterationsPerRound)
      if isClosed(max(treeBound, bound)) { return }
    }
  }

  /// Choice of largest weight by item, −2 where the weight is shared.
  private func relaxedChoices(_ simplex: ChoiceSimplex) -> [Int] {
    var choices = simplex.heaviestColumns().map { Int(program.choiceOfColumn[$0]) }
    for shared in simplex.sharedItems() { choices[shared.item] = -2 }
    return choices
  }

  /// Looks for plans near the program's optimum, where the last look ended.
  private mutating func reassign(_ simplex: ChoiceSimplex, iterations: Int) {
    guard !program.core.variables.limitsOutput else { return }
    if reassignment == nil {
      let (_, regret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
      reassignment = Reassignment(
        program: program, columns: incumbentColumns(else: simplex.heaviestColumns()),
        regret: regret, allowed: simplex.allowed)
    }
    guard var search = reassignment else { return }
    reassignment = nil
    var plans: [[Int32]] = []
    search.run(
      iterations: iterations, best: bestValue, generator: &generator, deadline: deadline
    ) { columns, _ in plans.append(columns) }
    reassignment = search
    if let best = plans.last { _ = offer(columns: best.map { Int($0) }) }
  }

  private func incumbentColumns(else fallback: [Int]) -> [Int] {
    guard let incumbent else { return fallback }
    return (0..<program.itemCount).map { item in
      let taken = Set(
        index.units.members(of: Int(program.core.items[item])).flatMap {
          incumbent.options(ofItem: Int($0)).map { Int32($0) }
        })
      return (program.columnStart[item]..<program.columnStart[item + 1]).first {
        Set(program.options($0)) == taken
      } ?? fallback[item]
    }
  }

  /// Takes the heaviest shared option again and again; one step back where that leads nowhere.
  private mutating func dive(_ start: ChoiceSimplex) {
    var simplex = start
    var mayStepBack = 40
    var last: (simplex: ChoiceSimplex, branch: Branch)?
    for _ in 0..<400 {
      if deadline.hasPassed { return }
      let before = simplex.pivots
      let outcome = simplex.run(cutoff: cutoff, maximumPivots: 2_000)
      work += (simplex.pivots - before) * program.columnCount
      if outcome != .optimal {
        guard mayStepBack > 0, let (before, branch) = last else { return }
        mayStepBack -= 1
        simplex = before
        exclude(Branch(item: branch.item, option: branch.option, isTaken: false), &simplex)
        last = nil
        continue
      }
      let shared = simplex.sharedItems()
      if shared.isEmpty {
        _ = offer(simplex)
        return
      }
      var best: Branch?
      var most = 0.0
      for entry in shared {
        for (option, weight) in entry.optionWeights(program)
        where weight < 1 - ChoiceSimplex.integrality && weight > most {
          most = weight
          best = Branch(item: entry.item, option: option, isTaken: true)
        }
      }
      guard let branch = best else { return }
      last = (simplex, branch)
      exclude(branch, &simplex)
    }
  }

  private func exclude(_ branch: Branch, _ simplex: inout ChoiceSimplex) {
    for column in program.columnStart[branch.item]..<program.columnStart[branch.item + 1]
    where program.options(column).contains(branch.option) != branch.isTaken {
      simplex.forbid(column)
    }
  }
}
