import LinearAlgebra

/// Plans: rounded, mended, filled, annealed, exchanged, ruined and recreated.
extension SolverRun {
  /// Chosen options times candidates, up to which exchanges go on beyond the gap asked for.
  private static let easyExchange = 2_000_000
  /// Sweeps of exchanges over a plan.
  private static let exchangeRounds = 5
  /// Contested options that annealing looks at for each chosen.
  private static let contestedPerChosen = 4
  /// Plans of fewer options are not annealed: a tree proves them sooner.
  static let leastAnnealed = 100
  /// Rounds of annealing, each of twice the moves, and moves of the first round's chains.
  private static let annealingRounds = 6
  /// For plans of fewer options than these a tree does more than rounds among more candidates.
  private static let longPlan = 2000
  /// Groups of plans of fewer options are looked at before annealing.
  private static let shortPlan = 400
  private static let candidatesOfShortPlans = 5000
  private static let mostMoves = 4_000_000
  /// Annealing stops at this share of the gap asked for: mending takes a little.
  private static let annealedShare = 0.5
  /// Chosen options times candidates, up to which exchanges follow annealing.
  private static let easyAfterAnnealing = 10_000_000
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

  mutating func findPlans(
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
    // The groups of a longer plan take longer than a round of annealing.
    if best?.chosenCount ?? 0 < Self.shortPlan { boundByGroups() }
    if isDone { return }
    if let mended {
      consider(exchanged(mended, narrow))
      if isDone { return }
    }
    if let start {
      let isAnnealed = anneal(start, root, tables)
      if isDone { return }
      // Exchanges look at single moves: annealing left none that they could find in good time.
      if !isAnnealed || Self.isEasy(start, narrow) { consider(exchanged(start, narrow)) }
      if isDone { return }
      if isAnnealed && !Self.isEasy(start, narrow) { return }
    }
    let dive = Dive(solver: solver).run(root.relaxation)
    statistics.newtonSteps += dive.newtonSteps
    consider(complete(dive.options, tables, narrow))
    guard !isDone, var state = best else { return }
    let wide = search(
      tables, widened(narrow.pool.options, at: root.prices, room: priceBound - state.value))
    wide.exchange(&state, rounds: Self.exchangeRounds)
    consider(state)
    var generator = SeededGenerator(seed: settings.seed)
    wide.ruinAndRecreate(
      &state, rounds: Self.recreationRounds,
      allowance: Self.allowance * abs(state.value), generator: &generator,
      goal: goal)
    consider(state)
  }

  /// Anneals a plan in rounds, each among more options, while that finds better ones; false where it is too
  /// short for that, or its moves cannot be looked at quickly.
  private mutating func anneal(
    _ start: AllocationState, _ root: Sifting.Outcome, _ tables: PriceTables
  ) -> Bool {
    guard settings.anneals, start.chosenCount >= Self.leastAnnealed,
      root.relaxation.core.variables.pricedPoolCount > 0
    else { return false }
    for round in 0..<Self.annealingRounds {
      guard let state = best, !deadline.hasPassed else { break }
      let count = (1 << round) * Self.contestedPerChosen * state.chosenCount
      if round > 0, state.chosenCount < Self.longPlan, count > Self.candidatesOfShortPlans { break }
      guard let annealing = annealing(of: state, root, tables, round: round) else {
        return round > 0
      }
      let found = annealed(state, annealing, round: round)
      consider(found)
      if !isDone { searchByGroups(root, tables) }
      if isDone || found?.value ?? -.infinity <= state.value { break }
    }
    return true
  }

  /// A round of annealing, and the search that mends what it finds; nil where moves cannot be looked at
  /// quickly.
  func annealing(
    of state: AllocationState, _ root: Sifting.Outcome, _ tables: PriceTables, round: Int
  ) -> (annealing: Annealing, mending: LocalSearch)? {
    let scale = 1 << round
    let wide = search(
      tables,
      widened(
        root.relaxation.core.distinctOptions, at: root.prices, room: priceBound - state.value,
        times: scale))
    let options = wide.contestedOptions(
      count: scale * Self.contestedPerChosen * state.chosenCount)
    return Annealing(
      tables: tables, options: options,
      overdrawing: SharedRow(index: index, rowPrices: tables.rowPrices), deadline: deadline
    ).map { ($0, wide) }
  }

  /// The plan after a round of annealing, mended; nil where that finds none that is better.
  func annealed(
    _ state: AllocationState, _ round: (annealing: Annealing, mending: LocalSearch),
    round number: Int
  ) -> AllocationState? {
    round.annealing.runChains(
      from: state, moves: (1 << number) * Self.mostMoves,
      seed: settings.seed &+ UInt64(Annealing.chains.upperBound * number),
      goal: bound - Self.annealedShare * (bound - goal), threads: settings.threads
    ).flatMap { filled($0, round.mending.tables, round.mending) }
  }

  /// Whether exchanges are looked at quickly.
  static func isEasy(_ state: AllocationState, _ search: LocalSearch) -> Bool {
    state.chosenCount * search.pool.options.count <= easyAfterAnnealing
  }

  /// Ruins, recreates and exchanges in turn while that finds better plans, among ever more options.
  mutating func repeatSearch(_ root: Sifting.Outcome) {
    guard best != nil else { return }
    let tables = PriceTables(index: index, prices: root.prices)
    let options = root.relaxation.core.distinctOptions
    var generator = SeededGenerator(seed: settings.seed &+ 1)
    var scale = 1
    while scale <= Self.mostWidened {
      guard !isDone, !deadline.hasPassed, let start = best else { return }
      let wide = search(
        tables,
        widened(options, at: root.prices, room: priceBound - start.value, times: scale))
      var idle = 0
      var round = 0
      while idle < Self.idleRepetitions {
        guard !isDone, !deadline.hasPassed, var state = best else { return }
        let before = state.value
        let allowances = Self.allowances
        wide.ruinAndRecreate(
          &state, rounds: Self.recreationRounds,
          allowance: allowances[round % allowances.count] * abs(state.value),
          generator: &generator, goal: goal)
        wide.exchange(&state, rounds: Self.exchangeRounds)
        consider(state)
        idle = state.value > before + 1e-9 * abs(before) ? 0 : idle + 1
        round += 1
      }
      scale *= Self.widening
    }
  }

  func search(_ tables: PriceTables, _ options: [Int32]) -> LocalSearch {
    LocalSearch(
      tables: tables, pool: CandidatePool(index: index, options: options), deadline: deadline)
  }

  func complete(
    _ options: [Int], _ tables: PriceTables, _ search: LocalSearch
  ) -> AllocationState? {
    filled(options, tables, search).flatMap { exchanged($0, search) }
  }

  /// Improved by exchanges; nil where that breaks what items must have.
  func exchanged(_ start: AllocationState, _ search: LocalSearch) -> AllocationState? {
    var state = start
    // Every exchange looks at the whole pool: where that is much, only as far as the gap asks for.
    let work = state.chosenCount * search.pool.options.count
    search.exchange(
      &state, rounds: Self.exchangeRounds,
      goal: work <= Self.easyExchange ? .infinity : goal)
    return state.isFeasible && state.respectsItems ? state : nil
  }

  /// Mended to obey the rules and filled up; nil where that fails.
  func filled(
    _ options: [Int], _ tables: PriceTables, _ search: LocalSearch
  ) -> AllocationState? {
    var state = AllocationState(index: index, choosing: options)
    // The first plan is worth a little more time.
    let repair = Repair(
      tables: tables, candidates: search.pool.options, deadline: best == nil ? nil : deadline)
    guard repair.run(&state) else { return nil }
    search.fill(&state)
    return state.isFeasible && state.respectsItems ? state : nil
  }

  /// The given options, and those of least regret beside them that a better plan may contain.
  func widened(
    _ options: [Int32], at prices: AllocationPrices, room: Double, times: Int = 1
  ) -> [Int32] {
    let count =
      times
      * (Self.wideBase + Self.widePerChosen * (best?.chosenCount ?? 0))
    let near = DualBound(index: index, threads: settings.threads)
      .nearest(at: prices, within: room, count: count)
    return Array(Set(options).union(near)).sorted()
  }

  mutating func consider(_ state: AllocationState?) {
    guard let state, state.value > best?.value ?? -.infinity else { return }
    best = state
    report()
  }
}
