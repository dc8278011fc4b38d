import HeapModule

/// Closes the gap of a core: best-first branching on options, with plunges that find plans on the
/// way.
///
/// The core must hold every choice that a plan better than the incumbent could contain (regret at
/// most bound − incumbent over all options); then every bound taken here holds for the problem.
struct Branching {
  struct Decision: Sendable {
    var item: Int32
    var option: Int32
    var isTaken: Bool
  }

  struct Node: Sendable, Comparable {
    var bound: Double
    var number: Int
    var decisions: [Decision]
    var point: [Double]

    static func < (left: Node, right: Node) -> Bool {
      (left.bound, -left.number) < (right.bound, -right.number)
    }
    static func == (left: Node, right: Node) -> Bool { left.number == right.number }
  }

  /// A plan this close to a bound, relatively, is as good: rounding separates them no further.
  static let rounding = 1e-10
  /// Weights nearer to 0 or 1 than this do not call for a branch.
  private static let fractional = 1e-3

  let root: Core
  let solver: RelaxationSolver
  let index: ProblemIndex
  let settings: AllocationSettings
  /// Below this no plan exists at all.
  let worstValue: Double

  /// Options that plans found on the way may take.
  private let pool: CandidatePool

  private(set) var incumbent: AllocationState?
  private(set) var nodes = 0
  private(set) var newtonSteps = 0
  private var open = Heap<Node>()
  private var numbers = 0
  /// Largest bound of a node given up for being within rounding of the incumbent.
  private var prunedBound = -Double.infinity

  init(
    root: Core, solver: RelaxationSolver, index: ProblemIndex, settings: AllocationSettings,
    worstValue: Double, incumbent: AllocationState?
  ) {
    self.root = root
    self.solver = solver
    self.index = index
    self.settings = settings
    self.worstValue = worstValue
    self.incumbent = incumbent
    pool = CandidatePool(index: index, options: root.distinctOptions)
  }

  private var bestValue: Double { incumbent?.value ?? -.infinity }

  /// Runs from the relaxation's point until the gap, the nodes or the time are used up; returns a
  /// bound on every plan, −∞ when there is none.
  mutating func run(
    from point: [Double], bound: Double, progress: (AllocationProgress) -> Void
  ) -> Double {
    open.insert(Node(bound: bound, number: 0, decisions: [], point: point))
    while let node = open.popMax() {
      if isClosed(node.bound) || isStopped {
        open.insert(node)
        break
      }
      var next: Node? = node
      while let current = next, !isStopped {
        next = process(current)
      }
      if let left = next { open.insert(left) }
      progress(
        AllocationProgress(
          value: bestValue, bound: treeBound, nodes: nodes, elapsed: solver.deadline.elapsed))
    }
    return treeBound
  }

  private var isStopped: Bool { nodes >= settings.maximumNodes || solver.deadline.hasPassed }

  private var treeBound: Double { max(open.max?.bound ?? -.infinity, prunedBound, bestValue) }

  /// Whether a bound is within the asked gap of the incumbent.
  private func isClosed(_ bound: Double) -> Bool {
    guard incumbent != nil else { return false }
    return bound - bestValue
      <= max(settings.relativeGap * abs(bound), Self.rounding * max(abs(bound), abs(bestValue)))
  }

  private func isBeaten(_ bound: Double) -> Bool {
    if bound < worstValue { return true }
    guard incumbent != nil else { return false }
    return bound <= bestValue + Self.rounding * max(abs(bestValue), abs(bound))
  }

  private mutating func giveUp(_ bound: Double) {
    if bound >= worstValue { prunedBound = max(prunedBound, min(bound, bound)) }
  }

  // MARK: One node

  /// Solves a node; returns the child to plunge into, nil when the node is finished.
  private mutating func process(_ node: Node) -> Node? {
    nodes += 1
    if isBeaten(node.bound) {
      giveUp(node.bound)
      return nil
    }
    guard var core = narrowed(root, by: node.decisions) else { return nil }
    var bound = min(node.bound, core.bound(at: node.point))
    core = core.withoutRegretted(at: node.point, bound: bound, incumbent: bestValue)
    if core.cannotMeetRows() { return nil }
    if core.items.isEmpty {
      offer(core.settledOptions.map { Int($0) })
      return nil
    }
    let relaxation = solver.solve(
      core, from: node.point,
      schedule: .init(
        first: 2e-3, last: 2e-4, maximumIterations: 12,
        floor: incumbent == nil ? worstValue : bestValue))
    newtonSteps += relaxation.newtonSteps
    bound = min(bound, core.bound(at: relaxation.point))
    if isBeaten(bound) {
      giveUp(bound)
      return nil
    }
    offer(Dive.rounded(relaxation), prices: relaxation.point, core: core)
    if isBeaten(bound) {
      giveUp(bound)
      return nil
    }
    guard let branch = branchingOption(relaxation) else {
      // Nothing left to decide: the only choice was offered above.
      return nil
    }
    return split(node, on: branch, bound: bound, point: relaxation.point)
  }

  private mutating func split(
    _ node: Node, on branch: (item: Int32, option: Int32, weight: Double), bound: Double,
    point: [Double]
  ) -> Node {
    func child(_ isTaken: Bool) -> Node {
      numbers += 1
      return Node(
        bound: bound, number: numbers,
        decisions: node.decisions + [
          Decision(item: branch.item, option: branch.option, isTaken: isTaken)
        ], point: point)
    }
    let prefersTaking = branch.weight > 0.5
    let plunge = child(prefersTaking)
    open.insert(child(!prefersTaking))
    return plunge
  }

  /// The option whose fate is least clear, weighed by its cost.
  private func branchingOption(
    _ relaxation: Relaxation
  ) -> (item: Int32, option: Int32, weight: Double)? {
    let core = relaxation.core
    var best: (item: Int32, option: Int32, weight: Double)?
    var bestScore = -1.0
    for position in core.items.indices {
      var weightOfOption: [(option: Int32, weight: Double)] = []
      let range = core.choiceStart[position]..<core.choiceStart[position + 1]
      for choice in range {
        for option in core.choices.options(choice) {
          if let known = weightOfOption.firstIndex(where: { $0.option == option }) {
            weightOfOption[known].weight += relaxation.weight[choice]
          } else {
            weightOfOption.append((option, relaxation.weight[choice]))
          }
        }
      }
      let alternatives = range.count + (core.mayBeEmpty[position] ? 1 : 0)
      guard alternatives > 1 else { continue }
      for (option, weight) in weightOfOption {
        // An option in every choice is decided.
        if !core.mayBeEmpty[position]
          && range.allSatisfy({ core.choices.options($0).contains(option) })
        {
          continue
        }
        let doubt = max(0, min(weight, 1 - weight))
        let worth = core.grossWorth(ofOption: option, item: core.items[position], relaxation.point)
        let score = doubt > Self.fractional ? doubt * worth : 1e-9 * doubt * worth
        if score > bestScore {
          bestScore = score
          best = (core.items[position], option, weight)
        }
      }
    }
    return best
  }

  // MARK: Plans

  private mutating func offer(_ options: [Int]) {
    let state = AllocationState(index: index, choosing: options)
    guard state.isFeasible, state.respectsItems, state.value > bestValue else { return }
    incumbent = state
  }

  /// Repairs and completes a rounded choice, and keeps it when it is the best so far.
  private mutating func offer(_ options: [Int], prices point: [Double], core: Core) {
    let tables = PriceTables(index: index, prices: root.variables.prices(at: point))
    var state = AllocationState(index: index, choosing: options)
    guard Repair(tables: tables, candidates: pool.options).run(&state) else { return }
    let search = LocalSearch(tables: tables, pool: pool, deadline: solver.deadline)
    search.fill(&state)
    if state.value > bestValue - 0.01 * abs(bestValue) { search.exchange(&state, rounds: 3) }
    if state.value > bestValue, state.isFeasible { incumbent = state }
  }

  // MARK: Cores of nodes

  /// The root's core under the decisions, nil when an item has no choice left.
  private func narrowed(_ core: Core, by decisions: [Decision]) -> Core? {
    guard !decisions.isEmpty else { return core }
    var ofItem: [Int32: [Decision]] = [:]
    for decision in decisions { ofItem[decision.item, default: []].append(decision) }
    var settled = [Int?](repeating: nil, count: core.items.count)
    var forbidsEmpty: Set<Int> = []
    func allows(_ choice: Int, _ decisions: [Decision]) -> Bool {
      decisions.allSatisfy { core.choices.options(choice).contains($0.option) == $0.isTaken }
    }
    for position in core.items.indices {
      guard let own = ofItem[core.items[position]] else { continue }
      if own.contains(where: { $0.isTaken }) { forbidsEmpty.insert(position) }
      let range = core.choiceStart[position]..<core.choiceStart[position + 1]
      let mayBeEmpty = core.mayBeEmpty[position] && !forbidsEmpty.contains(position)
      let left = range.filter { allows($0, own) }
      if left.isEmpty && !mayBeEmpty { return nil }
      if left.count == 1 && !mayBeEmpty { settled[position] = left[0] }
      if left.isEmpty { settled[position] = -1 }
    }
    return core.narrowed(
      settled: settled,
      keeps: { choice in
        guard let own = ofItem[core.choices.items[choice]] else { return true }
        return allows(choice, own)
      }, forbidsEmpty: forbidsEmpty)
  }
}
