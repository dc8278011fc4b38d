import Allocation
import AllocationTestSupport
import Testing

/// Problems too large for brute force: certified gaps, determinism, comparison with greedy.
@Suite struct SaturatedProblemTests {
  @Test(arguments: [PoolCurve.exponential, .logarithmic, .linear])
  func gapIsCertifiedAndGreedyIsBeaten(curve: PoolCurve) {
    for seed in UInt64(1)...3 {
      let problem = SaturatedProblem.make(
        items: 400, groups: 5, picks: 40, seed: seed, curve: curve)
      var settings = AllocationSettings()
      settings.relativeGap = 0.002
      settings.maximumNodes = 3_000
      settings.timeLimit = 1e6
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      #expect(solution.outcome == .optimal, "seed \(seed) \(curve)")
      #expect(solution.relativeGap <= 0.002, "seed \(seed) \(curve)")
      let state = state(problem, solution.chosenOptions)
      #expect(state.isFeasible, "seed \(seed) \(curve)")
      #expect(abs(state.value - solution.value) <= 1e-12 * solution.value)
      let greedy = LazyGreedy().run(problem)
      #expect(solution.value > greedy.value, "seed \(seed) \(curve)")
      #expect(greedy.value <= solution.bound, "seed \(seed) \(curve)")
    }
  }

  @Test func threadsChangeNothing() {
    // More items than the first sample, so that prefixes, blocks and parts all take part.
    let problem = SaturatedProblem.make(items: 5_000, groups: 6, picks: 200, seed: 11)
    var settings = AllocationSettings()
    settings.relativeGap = 0.005
    settings.maximumNodes = 20
    settings.timeLimit = 1e6
    settings.threads = 1
    let alone = AllocationSolver(valid: problem, settings: settings).solve()
    settings.threads = 3
    let together = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(alone.chosenOptions == together.chosenOptions)
    #expect(alone.value.bitPattern == together.value.bitPattern)
    #expect(alone.bound.bitPattern == together.bound.bitPattern)
    #expect(alone.prices.pool == together.prices.pool)
    #expect(alone.prices.row == together.prices.row)
    #expect(alone.statistics.newtonSteps == together.statistics.newtonSteps)
    #expect(alone.outcome == .optimal)
  }

  /// Where many plans are nearly as good, each node looks at many choices: nodes alone would be no limit.
  @Test(arguments: [PoolCurve.exponential, .linear])
  func workIsALimit(curve: PoolCurve) {
    let problem = SaturatedProblem.make(items: 400, groups: 5, picks: 40, seed: 3, curve: curve)
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.maximumNodes = 2_000
    settings.timeLimit = 1e6
    let free = AllocationSolver(valid: problem, settings: settings).solve()
    let work = free.statistics.treeWork
    settings.maximumWork = work / 20
    settings.threads = 1
    let limited = AllocationSolver(valid: problem, settings: settings).solve()
    settings.threads = 3
    let together = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(limited.statistics.treeWork < work / 3, "\(limited.statistics) of \(work)")
    #expect(limited.statistics.nodes < free.statistics.nodes)
    #expect(limited.bound >= free.value && limited.value <= free.bound)
    #expect(limited.bound.bitPattern == together.bound.bitPattern)
    #expect(limited.chosenOptions == together.chosenOptions)
  }

  @Test func siftingKeepsASmallShareOfTheOptions() {
    let problem = SaturatedProblem.make(items: 12_000, groups: 10, picks: 300, seed: 5)
    var settings = AllocationSettings()
    settings.relativeGap = 0.01
    settings.timeLimit = 1e6
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.outcome == .optimal)
    #expect(solution.statistics.keptOptions < problem.optionCount / 10)
    #expect(solution.statistics.fullPasses <= 10)
    #expect(solution.statistics.newtonSteps <= 600)
  }

  @Test func noTimeIsAnOutcomeNotAnError() {
    let problem = SaturatedProblem.make(items: 400, groups: 5, picks: 40, seed: 1)
    var settings = AllocationSettings()
    settings.timeLimit = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.outcome == .feasible || solution.outcome == .unknown)
    settings = AllocationSettings()
    let solved = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.bound >= solved.value)
  }

  private func state(_ problem: AllocationProblem, _ options: [Int]) -> AllocationState {
    var state = AllocationState(problem)
    for option in options { state.add(option) }
    return state
  }
}
