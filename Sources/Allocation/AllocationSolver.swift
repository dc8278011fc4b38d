import LinearAlgebra

/// Solves an allocation problem to a certified gap.
///
/// Method: the Lagrangian dual by Newton steps on a smoothed bound over sifted choices; rounding,
/// dive, repair and local search for plans; branching on what regret leaves open. See README.md in
/// this folder for the mathematics.
public struct AllocationSolver {
  /// Chosen options times candidates, up to which exchanges go on beyond the gap asked for.
  private static let easyExchange = 2_000_000
  /// Sweeps of exchanges over a plan.
  private static let exchangeRounds = 5
  /// Contested options that annealing looks at for each chosen.
  private static let contestedPerChosen = 2
  /// Plans of fewer options are not annealed: a tree proves them sooner.
  private static let leastAnnealed = 250
  /// Rounds of annealing, and the schedules that its chains follow in turn.
  private static let annealingRounds = 3
  private static let schedules = [
    Annealing.Schedule(first: 0.003, last: 1e-4), Annealing.Schedule(first: 0.01, last: 3e-4),
  ]
  /// Rounds of ruin and recreate before branching.
  private static let recreationRounds = 100
  /// What ruin and recreate may lose on the way, as a share of the value.
  private static let allowance = 5e-4
  /// The same of its repetitions, in turn: some look near, some far.
  private static let allowances = [1e-3, 5e-3]
  /// Repetitions without a better plan after which more options are looked at, how many times as many
  /// then, and at most.
  private static let idleRepetitions = 5
  private static let widening = 4
  private static let mostWidened = 16
  /// Options of least regret that the wide search looks at: so many, and more for each chosen.
  private static let wideBase = 2000
  private static let widePerChosen = 4
  /// On problems with more open choices than the limit, a first tree looks at this many options of
  /// least regret, and more for each chosen, for this many nodes.
  private static let nearbyBase = 1000
  private static let nearbyPerChosen = 2
  private static let nearbyNodes = 200
  private static let maximumNearby = 20_000
  private static let nearbyPerItem = 8
  /// Options of least regret that plans found while branching may take.
  private static let nearCount = 400
  /// Absolute difference of value and bound, in units of value, that counts as rounding.
  private static let rounding = 1e-9
  /// Most choices that branching takes on.
  private static let maximumCore = 400_000
  /// Most choices, joint ones among them, before linked items are listed one by one.
  private static let maximumJoint = 20_000

  private let index: ProblemIndex
  private let settings: AllocationSettings

  public init(problem: AllocationProblem, settings: AllocationSettings) {
    index = ProblemIndex(problem)
    self.settings = settings
  }

  /// The problem with nothing chosen.
  public var emptyState: AllocationState { AllocationState(index: index) }

  /// Runs until the gap, the time or the nodes are used up.
  ///
  /// The same problem and settings give the same answer at any thread count, unless the time limit
  /// cuts the search.
  ///
  /// - Parameter warm: of a problem like this one; it saves most of the way. Prices of another shape
  ///   and choices that this problem does not have are left aside.
  public func solve(
    from warm: WarmStart? = nil, progress: (@Sendable (AllocationProgress) -> Void)? = nil
  ) -> AllocationSolution {
    var run = SolverRun(index: index, settings: settings, progress: progress)
    return run.solve(from: warm)
  }

  /// One run: what is known so far.
  private struct SolverRun {
    let index: ProblemIndex
    let settings: AllocationSettings
    let progress: (@Sendable (AllocationProgress) -> Void)?
    let deadline: Deadline
    let solver: RelaxationSolver
    var best: AllocationState?
    var bound = Double.infinity
    var statistics = AllocationStatistics()

    init(
      index: ProblemIndex, settings: AllocationSettings,
      progress: (@Sendable (AllocationProgress) -> Void)?
    ) {
      self.index = index
      self.settings = settings
      self.progress = progress
      deadline = Deadline(seconds: settings.timeLimit)
      solver = RelaxationSolver(threads: settings.threads, deadline: deadline)
    }

    mutating func solve(from warm: WarmStart?) -> AllocationSolution {
      let variables = PriceVariables(index: index)
      let root = Sifting(
        variables: variables, threads: settings.threads, seed: settings.seed, deadline: deadline,
        tolerance: settings.relativeGap
      ).run(from: warm.map(\.prices).flatMap { index.problem.matches($0) ? $0 : nil })
      statistics.newtonSteps += root.newtonSteps
      statistics.fullPasses += root.fullPasses
      statistics.keptOptions = root.relaxation.core.choiceCount
      bound = root.bound
      report()
      if bound >= worstValue {
        findPlans(root, mending: warm?.choices ?? [])
        branch(root, variables: variables)
      } else {
        bound = -.infinity
      }
      return solution(root)
    }

    /// No plan is worth less: nothing is gained and everything is paid for.
    private var worstValue: Double {
      let problem = index.problem
      guard problem.costWeight > 0 || problem.optionValue.contains(where: { $0 < 0 }) else {
        return -1e-6
      }
      var sum = -1e-6
      for item in problem.items.indices {
        let range = problem.optionStart[item]..<problem.optionStart[item + 1]
        let losses = range.map { option in
          problem.costWeight * problem.optionCost[option]
            - min(0, problem.optionValue.isEmpty ? 0 : problem.optionValue[option])
        }
        sum -= losses.sorted(by: >).prefix(problem.items[item].slots).reduce(0, +)
        sum -= problem.costWeight * problem.items[item].fixedCost
      }
      return sum
    }

    private var isDone: Bool {
      if bound < settings.cutoff { return true }
      guard let best else { return false }
      if best.value >= settings.goal { return true }
      return bound - best.value <= settings.relativeGap * abs(bound)
    }

    /// A plan of this value is good enough.
    private var goal: Double { min(settings.goal, bound - settings.relativeGap * abs(bound)) }

    private func report() {
      progress?(
        AllocationProgress(
          value: best?.value ?? -.infinity, bound: bound, nodes: statistics.nodes,
          elapsed: deadline.elapsed))
    }

    // MARK: Plans

    private mutating func findPlans(
      _ root: Sifting.Outcome, mending choices: [WarmStart.Choice]
    ) {
      let tables = PriceTables(index: index, prices: root.prices)
      let narrow = search(tables, root.relaxation.core.distinctOptions)
      // A known plan that needs little mending is often near enough without exchanges.
      let known = choices.compactMap { index.problem.option(at: $0) }
      let mended = choices.isEmpty ? nil : filled(known, tables, narrow)
      consider(mended)
      if isDone { return }
      let start = filled(Dive.rounded(root.relaxation), tables, narrow)
      consider(start)
      if isDone { return }
      if let mended {
        consider(exchanged(mended, narrow))
        if isDone { return }
      }
      if let start {
        if root.relaxation.core.variables.pricedPoolCount > 0 { anneal(start, narrow) }
        if isDone { return }
        consider(exchanged(start, narrow))
        if isDone { return }
      }
      let dive = Dive(solver: solver).run(root.relaxation)
      statistics.newtonSteps += dive.newtonSteps
      consider(complete(dive.options, tables, narrow))
      guard !isDone, var state = best else { return }
      let wide = search(
        tables, widened(narrow.pool.options, at: root.prices, room: bound - state.value))
      wide.exchange(&state, rounds: AllocationSolver.exchangeRounds)
      consider(state)
      var generator = SeededGenerator(seed: settings.seed)
      wide.ruinAndRecreate(
        &state, rounds: AllocationSolver.recreationRounds,
        allowance: AllocationSolver.allowance * abs(state.value), generator: &generator,
        goal: goal)
      consider(state)
    }

    /// Anneals a plan in rounds while that finds better ones.
    private mutating func anneal(_ start: AllocationState, _ search: LocalSearch) {
      guard start.chosenCount >= AllocationSolver.leastAnnealed else { return }
      let count = AllocationSolver.contestedPerChosen * start.chosenCount
      guard
        let annealing = Annealing(
          search: search, options: search.contestedOptions(count: count))
      else { return }
      var state = start
      for round in 0..<AllocationSolver.annealingRounds {
        let before = state.value
        annealing.runChains(
          &state, schedules: AllocationSolver.schedules,
          seed: settings.seed &+ UInt64(Annealing.chains.upperBound * round), goal: goal,
          threads: settings.threads)
        search.fill(&state)
        if state.isFeasible && state.respectsItems { consider(state) }
        if isDone || deadline.hasPassed || state.value <= before { return }
      }
    }

    /// Ruins, recreates and exchanges in turn while that finds better plans, among ever more options.
    private mutating func repeatSearch(_ root: Sifting.Outcome) {
      guard best != nil else { return }
      let tables = PriceTables(index: index, prices: root.prices)
      let options = root.relaxation.core.distinctOptions
      var generator = SeededGenerator(seed: settings.seed &+ 1)
      var scale = 1
      while scale <= AllocationSolver.mostWidened {
        guard !isDone, !deadline.hasPassed, let start = best else { return }
        let wide = search(
          tables,
          widened(options, at: root.prices, room: bound - start.value, times: scale))
        var idle = 0
        var round = 0
        while idle < AllocationSolver.idleRepetitions {
          guard !isDone, !deadline.hasPassed, var state = best else { return }
          let before = state.value
          let allowances = AllocationSolver.allowances
          wide.ruinAndRecreate(
            &state, rounds: AllocationSolver.recreationRounds,
            allowance: allowances[round % allowances.count] * abs(state.value),
            generator: &generator, goal: goal)
          wide.exchange(&state, rounds: AllocationSolver.exchangeRounds)
          consider(state)
          idle = state.value > before + 1e-9 * abs(before) ? 0 : idle + 1
          round += 1
        }
        scale *= AllocationSolver.widening
      }
    }

    private func search(_ tables: PriceTables, _ options: [Int32]) -> LocalSearch {
      LocalSearch(
        tables: tables, pool: CandidatePool(index: index, options: options), deadline: deadline)
    }

    private func complete(
      _ options: [Int], _ tables: PriceTables, _ search: LocalSearch
    ) -> AllocationState? {
      filled(options, tables, search).flatMap { exchanged($0, search) }
    }

    /// Improved by exchanges; nil where that breaks what items must have.
    private func exchanged(_ start: AllocationState, _ search: LocalSearch) -> AllocationState? {
      var state = start
      // Every exchange looks at the whole pool: where that is much, only as far as the gap asks for.
      let work = state.chosenCount * search.pool.options.count
      search.exchange(
        &state, rounds: AllocationSolver.exchangeRounds,
        goal: work <= AllocationSolver.easyExchange ? .infinity : goal)
      return state.isFeasible && state.respectsItems ? state : nil
    }

    /// Mended to obey the rules and filled up; nil where that fails.
    private func filled(
      _ options: [Int], _ tables: PriceTables, _ search: LocalSearch
    ) -> AllocationState? {
      var state = AllocationState(index: index, choosing: options)
      guard Repair(tables: tables, candidates: search.pool.options).run(&state) else { return nil }
      search.fill(&state)
      return state.isFeasible && state.respectsItems ? state : nil
    }

    /// The given options, and those of least regret beside them that a better plan may contain.
    private func widened(
      _ options: [Int32], at prices: AllocationPrices, room: Double, times: Int = 1
    ) -> [Int32] {
      let count =
        times
        * (AllocationSolver.wideBase + AllocationSolver.widePerChosen * (best?.chosenCount ?? 0))
      let near = DualBound(index: index, threads: settings.threads)
        .nearest(at: prices, within: room, count: count)
      return Array(Set(options).union(near)).sorted()
    }

    private mutating func consider(_ state: AllocationState?) {
      guard let state, state.value > best?.value ?? -.infinity else { return }
      best = state
      report()
    }

    // MARK: Proof

    /// Branches on everything that a better plan may contain; where that is much, first on the
    /// choices of least regret alone, for the plans it meets there far more quickly.
    private mutating func branch(_ root: Sifting.Outcome, variables: PriceVariables) {
      guard !isDone, !deadline.hasPassed else { return }
      if variables.pricedPoolCount == 0, !index.units.isEmpty,
        choices(root, limit: AllocationSolver.maximumJoint) == nil
      {
        branchSeparately(root)
        return
      }
      var kept = choices(root, limit: AllocationSolver.maximumCore)
      if kept == nil {
        // A better plan leaves fewer choices to rule out.
        repeatSearch(root)
        guard !isDone else { return }
      }
      if kept.map({ $0.count > AllocationSolver.maximumNearby }) ?? true {
        branchNearby(root, variables: variables)
        guard !isDone else { return }
        kept = choices(root, limit: AllocationSolver.maximumCore)
      }
      guard let kept else { return }
      statistics.keptOptions = kept.count
      bound = min(bound, branch(kept, variables, root, settings))
    }

    /// Branches with linked items one by one, where they choose in too many ways together: in a linear
    /// program their links are rows that lose nothing, or little.
    private mutating func branchSeparately(_ root: Sifting.Outcome) {
      statistics.fullPasses += 1
      let room = bound - (best?.value ?? -.infinity)
      guard
        let kept = DualBound(index: index, threads: settings.threads).separateChoices(
          at: root.prices, within: room + 1e-9 * abs(bound), limit: AllocationSolver.maximumCore)
      else { return }
      var unlinked = index.problem
      unlinked.links = []
      let variables = PriceVariables(index: ProblemIndex(unlinked))
      statistics.keptOptions = kept.count
      bound = min(
        bound, branchLinearly(Core(variables: variables, keptForAll: kept), settings))
    }

    /// Every choice that a plan better than the best may contain, nil when they are too many.
    private mutating func choices(_ root: Sifting.Outcome, limit: Int) -> ChoiceList? {
      statistics.fullPasses += 1
      let room = bound - (best?.value ?? -.infinity)
      return DualBound(index: index, threads: settings.threads).choices(
        at: root.prices, within: room + 1e-9 * abs(bound), limit: limit)
    }

    /// Branches on the choices of least regret. Proves nothing.
    private mutating func branchNearby(_ root: Sifting.Outcome, variables: PriceVariables) {
      guard !deadline.hasPassed, let state = best else { return }
      let dual = DualBound(index: index, threads: settings.threads)
      let count = AllocationSolver.nearbyBase + AllocationSolver.nearbyPerChosen * state.chosenCount
      guard
        let reach = dual.regret(
          ofNearest: count, at: root.prices, within: bound - state.value),
        let kept = dual.choices(
          at: root.prices, within: reach, limit: AllocationSolver.maximumNearby,
          mostPerItem: AllocationSolver.nearbyPerItem)
      else { return }
      var limited = settings
      limited.maximumNodes = min(settings.maximumNodes, AllocationSolver.nearbyNodes)
      _ = branch(kept, variables, root, limited)
    }

    /// Runs the tree on some choices; takes over its plan and returns its bound.
    private mutating func branch(
      _ kept: ChoiceList, _ variables: PriceVariables, _ root: Sifting.Outcome,
      _ settings: AllocationSettings
    ) -> Double {
      if variables.pricedPoolCount == 0 {
        return branchLinearly(Core(variables: variables, keptForAll: kept), settings)
      }
      let room = bound - (best?.value ?? -.infinity)
      var branching = Branching(
        root: ChoiceStore(variables: variables, keptForAll: kept, threads: settings.threads),
        solver: solver, index: index, settings: settings, worstValue: worstValue,
        incumbent: best,
        nearOptions: DualBound(index: index, threads: settings.threads).nearest(
          at: root.prices, within: room, count: AllocationSolver.nearCount))
      let start = variables.point(
        at: root.prices, floor: root.relaxation.point.map { max(1e-9 * abs($0), 1e-300) })
      let progress = progress
      let treeBound = branching.run(from: start, bound: bound) { progress?($0) }
      best = branching.incumbent
      statistics.nodes += branching.nodes
      statistics.newtonSteps += branching.newtonSteps
      return treeBound
    }

    /// Without pools that saturate the relaxation is a linear program, solved exactly at every node.
    private mutating func branchLinearly(_ core: Core, _ settings: AllocationSettings) -> Double {
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

    private func solution(_ root: Sifting.Outcome) -> AllocationSolution {
      let proof = DualBound(index: index, threads: settings.threads)
        .tempered(root.prices, bound: root.bound)
      var plan = best
      plan?.dropIdle()
      // Summed afresh, so that the value does not carry the rounding of the way it was found.
      let options = plan?.chosenOptions ?? []
      let value = best == nil ? -.infinity : AllocationState(index: index, choosing: options).value
      // A difference that rounding alone explains is none: a gap against a bound of 0 would be 1.
      let isExact = best != nil && bound - value <= AllocationSolver.rounding
      let proven = isExact ? value : bound
      let outcome: AllocationSolution.Outcome
      if best == nil {
        outcome = proven < worstValue ? .infeasible : .unknown
      } else {
        let isClosed = proven - value <= max(settings.relativeGap, 1e-9) * abs(proven)
        outcome = isClosed ? .optimal : .feasible
      }
      return AllocationSolution(
        outcome: outcome, chosenOptions: options, value: value, bound: proven,
        prices: proof.prices, priceBound: proof.bound, statistics: statistics)
    }
  }
}
