/// Proof: trees over what a better plan may contain.
extension SolverRun {
  /// On problems with more open choices than the limit, a first tree looks at this many options of
  /// least regret, and more for each chosen, for this many nodes.
  private static let nearbyBase = 1000
  private static let nearbyPerChosen = 2
  private static let nearbyNodes = 200
  private static let maximumNearby = 20_000
  private static let nearbyPerItem = 8
  /// Options of least regret that plans found while branching may take.
  private static let nearCount = 400
  /// Most choices that branching takes on.
  private static let maximumCore = 400_000
  /// Most choices, joint ones among them, before linked items are listed one by one.
  private static let maximumJoint = 20_000

  /// Branches on everything that a better plan may contain; where that is much, first on the
  /// choices of least regret alone, for the plans it meets there far more quickly.
  mutating func branch(_ root: Sifting.Outcome, variables: PriceVariables) {
    guard !isDone, !isSpent else { return }
    var kept: ChoiceList?
    if !index.units.isEmpty, variables.pricedPoolCount == 0 || settings.branchesOnLinks {
      kept = choices(root, limit: Self.maximumJoint)
      if kept == nil {
        if variables.pricedPoolCount == 0 { branchSeparately(root) } else { branchByLinks(root) }
        return
      }
    } else {
      kept = choices(root, limit: Self.maximumCore)
    }
    if kept == nil {
      // A better plan leaves fewer choices to rule out.
      repeatSearch(root)
      guard !isDone else { return }
    }
    if kept.map({ $0.count > Self.maximumNearby }) ?? true {
      branchNearby(root, variables: variables)
      guard !isDone else { return }
      kept = choices(root, limit: Self.maximumCore)
    }
    guard let kept else { return }
    statistics.keptOptions = kept.count
    bound = min(bound, branch(kept, variables, root, settingsLeft))
  }

  /// Branches with linked items one by one, where they choose in too many ways together: in a linear
  /// program their links are rows that lose nothing, or little.
  mutating func branchSeparately(_ root: Sifting.Outcome) {
    statistics.fullPasses += 1
    let room = priceBound - (best?.value ?? -.infinity)
    guard
      let kept = DualBound(index: index, threads: settings.threads).separateChoices(
        at: root.prices, within: room + 1e-9 * abs(priceBound), limit: Self.maximumCore)
    else { return }
    var unlinked = index.problem
    unlinked.links = []
    let variables = PriceVariables(index: ProblemIndex(unlinked))
    statistics.keptOptions = kept.count
    bound = min(
      bound, branchLinearly(Core(variables: variables, keptForAll: kept), settingsLeft))
  }

  /// Every choice that a plan better than the best may contain, nil when they are too many.
  mutating func choices(_ root: Sifting.Outcome, limit: Int) -> ChoiceList? {
    statistics.fullPasses += 1
    let room = priceBound - (best?.value ?? -.infinity)
    return DualBound(index: index, threads: settings.threads).choices(
      at: root.prices, within: room + 1e-9 * abs(priceBound), limit: limit)
  }

  /// Branches on the choices of least regret. Proves nothing.
  mutating func branchNearby(_ root: Sifting.Outcome, variables: PriceVariables) {
    guard !deadline.hasPassed, let state = best else { return }
    let dual = DualBound(index: index, threads: settings.threads)
    let count = Self.nearbyBase + Self.nearbyPerChosen * state.chosenCount
    guard
      let reach = dual.regret(
        ofNearest: count, at: root.prices, within: priceBound - state.value),
      let kept = dual.choices(
        at: root.prices, within: reach, limit: Self.maximumNearby,
        mostPerItem: Self.nearbyPerItem)
    else { return }
    var limited = settingsLeft
    limited.maximumNodes = min(settings.maximumNodes, Self.nearbyNodes)
    _ = branch(kept, variables, root, limited)
  }

  /// Runs the tree on some choices; takes over its plan and returns its bound.
  mutating func branch(
    _ kept: ChoiceList, _ variables: PriceVariables, _ root: Sifting.Outcome,
    _ settings: AllocationSettings
  ) -> Double {
    if variables.pricedPoolCount == 0 {
      return branchLinearly(Core(variables: variables, keptForAll: kept), settings)
    }
    let room = priceBound - (best?.value ?? -.infinity)
    var branching = Branching(
      root: ChoiceStore(variables: variables, keptForAll: kept, threads: settings.threads),
      solver: solver, index: index, settings: settings, worstValue: worstValue,
      incumbent: best,
      nearOptions: DualBound(index: index, threads: settings.threads).nearest(
        at: root.prices, within: room, count: Self.nearCount))
    let start = variables.point(
      at: root.prices, floor: root.relaxation.point.map { max(1e-9 * abs($0), 1e-300) })
    let progress = progress
    let treeBound = branching.run(from: start, bound: priceBound, ceiling: bound) { progress?($0) }
    best = branching.incumbent
    statistics.nodes += branching.nodes
    statistics.choicesInTrees += branching.work
    statistics.newtonSteps += branching.newtonSteps
    return treeBound
  }

  /// Without pools that saturate the relaxation is a linear program, solved exactly at every node.
  mutating func branchLinearly(_ core: Core, _ settings: AllocationSettings) -> Double {
    var branching = LinearBranching(
      root: core, index: index, settings: settings, deadline: deadline, worstValue: worstValue,
      incumbent: best)
    let progress = progress
    let treeBound = branching.run(bound: bound) { progress?($0) }
    best = branching.incumbent
    statistics.nodes += branching.nodes
    statistics.linearWork += branching.totalWork
    return treeBound
  }
}
