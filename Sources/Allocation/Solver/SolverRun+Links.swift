import HeapModule

/// Proof where linked items choose in too many ways together to list them, and pools saturate.
extension SolverRun {
  /// Nodes of a tree within a node that links can still divide.
  private static let mostNodesWithin = 200

  /// What is decided of some blocks of linked items.
  private struct LinkNode: Comparable {
    var bound: Double
    var number: Int
    var problem: AllocationProblem

    static func < (left: LinkNode, right: LinkNode) -> Bool {
      (left.bound, -left.number) < (right.bound, -right.number)
    }
    static func == (left: LinkNode, right: LinkNode) -> Bool { left.number == right.number }
  }

  /// Branches on blocks of linked items: they act, and then each of their items chooses by itself, or they do
  /// not. What is left between is a problem of its own.
  mutating func branchByLinks(_ root: Sifting.Outcome) {
    var open = Heap<LinkNode>()
    var closed = -Double.infinity
    var numbers = 0
    open.insert(LinkNode(bound: bound, number: 0, problem: index.problem))
    while let node = open.popMax() {
      if isDone(at: node.bound) || isSpent || statistics.nodes >= settings.maximumNodes {
        open.insert(node)
        break
      }
      let units = ItemUnits(node.problem)
      let block = blockToDecide(units)
      // The first node was looked at before.
      let reached =
        node.number == 0
        ? node.bound : bound(of: node, isWhole: block == nil, from: root.prices)
      if reached < worstValue { continue }
      guard !isDone(at: reached), let block else {
        closed = max(closed, reached)
        continue
      }
      for act in [true, false] {
        guard let decided = node.problem.deciding(block, act: act) else { continue }
        numbers += 1
        open.insert(LinkNode(bound: reached, number: numbers, problem: decided))
      }
      report()
    }
    let most = max(closed, open.max?.bound ?? -.infinity, best?.value ?? -.infinity)
    bound = min(bound, most)
  }

  /// Solves a node's problem, as far as a tree within it leads soon where links can still divide it.
  private mutating func bound(
    of node: LinkNode, isWhole: Bool, from prices: AllocationPrices
  ) -> Double {
    var limited = settingsLeft
    limited.presolves = false
    limited.timeLimit = deadline.left
    limited.maximumNodes = max(1, settings.maximumNodes - statistics.nodes)
    if !isWhole { limited.maximumNodes = min(limited.maximumNodes, Self.mostNodesWithin) }
    limited.branchesOnLinks = false
    if let best { limited.cutoff = max(settings.cutoff, best.value) }
    let plan = best.map { index.problem.choices($0.chosenOptions) } ?? []
    let solution = AllocationSolver(valid: node.problem, settings: limited)
      .solve(from: WarmStart(prices: prices, choices: plan))
    statistics.nodes += 1 + solution.statistics.nodes
    statistics.add(groups: solution.statistics)
    if solution.value > -.infinity {
      let state = AllocationState(index: index, choosing: solution.chosenOptions)
      if state.isFeasible, state.respectsItems { consider(state) }
    }
    return solution.outcome == .infeasible ? -.infinity : min(node.bound, solution.bound)
  }

  /// The block with most items of all that links join, as it has most joint choices; nil where no links are
  /// left to decide.
  private func blockToDecide(_ units: ItemUnits) -> [Int32]? {
    var found: [Int32]?
    for leader in units.units.keys.sorted() {
      for block in units.units[leader]!.blocks
      where !block.isRequired && block.members.count > (found?.count ?? 0)
        && (block.members.count > 1 || !block.conflicts.isEmpty)
      {
        found = block.members
      }
    }
    return found
  }
}
