/// Works on one node of a tree at a time, with scratch space of its own: a plunge from a node of the
/// tree down to where nothing is left of it.
struct BranchingLane: Sendable {
  /// A node's relaxation looks at choices within this share of their gross worth of the best.
  private static let nearness = 0.08
  /// Rounding is tried when at most this many items are undecided, or every so many nodes.
  private static let fewUndecided = 2
  private static let roundingInterval = 10
  /// Times that completing and improving a rounded plan looks at an option, about.
  private static let looksPerRounding = 8
  /// A rounded plan within this share of the incumbent is worth improving.
  private static let promising = 0.003
  /// Temperature of a node's relaxation: colder ones cost more steps than they save nodes.
  private static let temperature = 6e-4
  /// Rounds in which a node's thinned core is enlarged; the last one takes everything.
  private static let maximumRounds = 4
  /// A thinned core may miss this share of the gap still open.
  private static let trust = 0.15
  /// Weights nearer to 0 or 1 than this do not call for a branch.
  private static let fractional = 1e-3
  /// A fall of the bound by less than this share of it is as good as none.
  private static let noFall = 1e-9

  /// An option to decide.
  private struct Branch {
    var item: Int32
    var option: Int32
    var weight: Double
    var worth: Double
  }

  let tree: BranchingSubject
  /// To be worked on; none when nil.
  var next: Branching.Node?
  /// Whether `worth.here` is of the next node's point already.
  private var knowsPoint = false
  /// The best plan known to the tree, and any better one found since.
  var incumbent: AllocationState?
  /// The other child of the node that was worked on.
  private(set) var sibling: Branching.Node?
  /// Bound of that node where it was given up for being within rounding of the incumbent.
  private(set) var prunedBound = -Double.infinity
  private(set) var newtonSteps = 0
  /// Choices looked at for that node: each time they were thinned, and at every step of its relaxation.
  private(set) var work = 0
  /// By how much that node's bound fell for what it decided.
  private(set) var fall: (decision: BranchingCosts.Decision, amount: Double)?
  /// Nodes worked on so far.
  private var processed = 0
  /// Worth of choices at the point of the node at work, and at that of its relaxation.
  private var worth: (here: ChoiceWorth, reached: ChoiceWorth)

  init(_ tree: BranchingSubject, incumbent: AllocationState?) {
    self.tree = tree
    self.incumbent = incumbent
    worth = (ChoiceWorth(tree.root), ChoiceWorth(tree.root))
  }

  private var root: ChoiceStore { tree.root }
  private var index: ProblemIndex { tree.index }
  private var solver: RelaxationSolver { tree.solver }
  private var bestValue: Double { incumbent?.value ?? -.infinity }

  /// Begins with a node of the tree.
  mutating func begin(_ node: Branching.Node) {
    next = node
    knowsPoint = false
  }

  private func isBeaten(_ bound: Double) -> Bool { tree.isBeaten(bound, by: incumbent) }

  private mutating func giveUp(_ bound: Double) {
    if bound >= tree.worstValue { prunedBound = max(prunedBound, bound) }
  }

  /// Solves the lane's node; then `next` is the child to plunge into, nil where the node is finished.
  ///
  /// - Parameter threads: that the node may use; the result is the same.
  mutating func process(threads: Int, _ costs: BranchingCosts) {
    guard let node = next else { return }
    processed += 1
    (sibling, prunedBound, newtonSteps, work, fall) = (nil, -.infinity, 0, 0, nil)
    next = child(of: node, threads: threads, costs)
    knowsPoint = next != nil
  }

  private mutating func child(
    of node: Branching.Node, threads: Int, _ costs: BranchingCosts
  ) -> Branching.Node? {
    if isBeaten(node.bound) {
      giveUp(node.bound)
      return nil
    }
    var mask = node.mask
    // Regrets are judged by the bound at the very prices they are measured at.
    if !knowsPoint { root.evaluate(at: node.point, mask, into: &worth.here, threads: threads) }
    var atPoint = root.bound(at: node.point, mask, worth.here)
    var bound = min(node.bound, atPoint)
    var point = node.point
    var extra: [Int] = []
    for round in 0..<Self.maximumRounds {
      let isLast = round == Self.maximumRounds - 1
      guard
        let part = root.node(
          mask, worth.here, tree.lifted, bound: atPoint, incumbent: bestValue,
          nearness: isLast ? .infinity : Self.nearness, extra: extra)
      else { return nil }
      mask = part.mask
      work += part.left
      if part.isWhole && part.core.cannotMeetRows() { return nil }
      if part.core.items.isEmpty {
        guard part.isWhole else { continue }
        offer(part.core.settledOptions.map { Int($0) })
        return nil
      }
      let relaxation = relax(part.core, from: point)
      root.evaluate(
        at: relaxation.point, mask, into: &worth.reached, threads: threads)
      let reached = root.bound(at: relaxation.point, mask, worth.reached)
      bound = min(bound, reached)
      if let decision = node.decision { fall = (decision, node.bound - bound) }
      if isBeaten(bound) { break }
      // A thinned core that promises far less than all choices do misses some: add them.
      let isTrusted =
        part.isWhole
        || reached - part.core.bound(at: relaxation.point)
          <= Self.trust * max(abs(bound - bestValue), tree.settings.relativeGap * abs(bound))
      if !isTrusted {
        extra = part.near
        extra += root.near(mask, worth.reached, nearness: Self.nearness)
        if reached < atPoint {
          (point, atPoint) = (relaxation.point, reached)
          swap(&worth.here, &worth.reached)
        }
        continue
      }
      (point, atPoint) = (relaxation.point, reached)
      swap(&worth.here, &worth.reached)
      tryRounding(relaxation)
      if isBeaten(bound) { break }
      if let branch = branchingOption(relaxation, costs, onlyInDoubt: !part.isWhole) {
        // It begins at this very point, and has no other choices than these.
        return split(mask, on: branch, bound: bound, point: point)
      }
      // Whole and nothing left to decide: its only choice was offered above.
      if part.isWhole { return nil }
      extra += part.near
    }
    giveUp(bound)
    return nil
  }

  private mutating func relax(_ core: Core, from point: [Double]) -> Relaxation {
    let relaxation = solver.solve(
      core, from: point,
      schedule: .init(
        first: Self.temperature, last: Self.temperature, maximumIterations: 12,
        floor: incumbent == nil ? tree.worstValue : bestValue))
    newtonSteps += relaxation.newtonSteps
    work += (relaxation.newtonSteps + 1) * core.choiceCount
    return relaxation
  }

  private mutating func split(
    _ mask: ChoiceMask, on branch: Branch, bound: Double,
    point: [Double]
  ) -> Branching.Node {
    let position = root.position(ofItem: branch.item)
    func child(_ isTaken: Bool) -> Branching.Node {
      Branching.Node(
        bound: bound, number: 0,
        mask: mask.deciding(branch.option, ofItemAt: position, isTaken: isTaken, store: root),
        point: point,
        decision: .init(
          option: branch.option, isTaken: isTaken,
          distance: isTaken ? 1 - branch.weight : branch.weight, worth: branch.worth))
    }
    let prefersTaking = branch.weight > 0.5
    sibling = child(!prefersTaking)
    return child(prefersTaking)
  }

  /// The option that both children's bounds are likely to fall most for.
  ///
  /// - Parameter onlyInDoubt: Leaves out options whose weight is as good as 0 or 1.
  private func branchingOption(
    _ relaxation: Relaxation, _ costs: BranchingCosts, onlyInDoubt: Bool
  ) -> Branch? {
    let core = relaxation.core
    var best: Branch?
    var bestScore = -1.0
    let least = Self.noFall * abs(bestValue.isFinite ? bestValue : 1)
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
        if onlyInDoubt && doubt <= Self.fractional { continue }
        let worth = core.grossWorth(ofOption: option, relaxation.point)
        let score =
          doubt > Self.fractional
          ? costs.score(option: option, weight: weight, worth: worth, least: least)
          : 1e-9 * doubt * worth
        if score > bestScore {
          bestScore = score
          best = Branch(item: core.items[position], option: option, weight: weight, worth: worth)
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

  /// Rounds the relaxation and completes it to a plan, where that promises something: nearly
  /// everything decided, or a while since the last attempt.
  private mutating func tryRounding(_ relaxation: Relaxation) {
    let undecided = relaxation.undecidedItems(margin: Self.fractional)
    guard undecided <= Self.fewUndecided || processed % Self.roundingInterval == 1 else { return }
    let tables = PriceTables(
      index: index, prices: root.variables.prices(at: relaxation.point))
    let options = Dive.rounded(relaxation)
    let pool = CandidatePool(
      index: index,
      options: Array(Set(relaxation.core.distinctOptions).union(tree.nearOptions)).sorted()
    )
    work += Self.looksPerRounding * pool.options.count
    var state = AllocationState(index: index, choosing: options)
    guard Repair(tables: tables, candidates: pool.options).run(&state) else { return }
    let search = LocalSearch(tables: tables, pool: pool, deadline: solver.deadline)
    search.fill(&state)
    if state.value > bestValue - Self.promising * abs(bestValue) {
      search.exchange(&state, rounds: 2)
    }
    if state.value > bestValue, state.isFeasible, state.respectsItems { incumbent = state }
  }
}

extension Relaxation {
  /// Number of items of which no choice, the empty one included, has all the weight.
  func undecidedItems(margin: Double) -> Int {
    core.items.indices.count { position in
      var rest = 1.0
      var largest = 0.0
      for choice in core.choiceStart[position]..<core.choiceStart[position + 1] {
        rest -= weight[choice]
        largest = max(largest, weight[choice])
      }
      return max(largest, rest) < 1 - margin
    }
  }
}
