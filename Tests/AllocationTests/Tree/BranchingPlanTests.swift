import Allocation
import AllocationTestSupport
import Testing

/// Plans that plunges of a tree find side by side.
@Suite struct BranchingPlanTests {
  /// Two options together are best; one alone is found by another plunge in the same step. The first item can
  /// take nothing, and so neither can the one it is linked with.
  private static let problem: AllocationProblem = {
    var problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .logarithmic, poolCapacity: [42.03422987843834],
      poolYield: [0.30943146135197375], groupWorth: [3.202860461546374],
      groupOutputLimit: [.infinity], totalOutputLimit: 63.97885148004085,
      items: [0, 1, 1, 3].map { AllocationItem(slots: $0) },
      segmentShares: [1, 1, 1, 1],
      optionStart: [0, 2, 4, 5, 7], optionKind: [0, 1, 0, 1, 0, 0, 1],
      optionReach: [
        91.81578398850775, 117.93690031236548, 36.09851657737607, 93.38110901581709,
        39.34890620823339, 37.96475630881035, 45.16515913519024,
      ],
      optionCost: [21, 60, 0, 70, 72, 13, 2], optionValue: [], kindGroup: [0, 0],
      kindExclusion: [0, 0],
      rows: [
        AllocationRow(upper: 123, inside: .init(perCost: 1), perFixedCost: 1),
        AllocationRow(upper: 133, inside: .init(perCost: 1)),
        AllocationRow(
          upper: 0, memberItems: [false, true, false, true],
          inside: .init(perCost: 0.470062320165304), outside: .init(perCost: -0.529937679834696)),
      ], costWeight: 0)
    problem.links = [ItemLink(members: [0, 3], rule: .allOrNone)]
    return problem
  }()

  @Test func noneIsLostForAWorseOneOfTheSameStep() throws {
    let best = try #require(BruteForce(Self.problem).optimum())
    #expect(best.options == [2, 4])
    var settings = AllocationSettings()
    settings.relativeGap = 0
    for threads in [1, 2, 4] {
      settings.threads = threads
      let solution = AllocationSolver(valid: Self.problem, settings: settings).solve()
      #expect(solution.chosenOptions == best.options, "\(threads) threads")
      #expect(solution.bound >= best.value - 1e-9 * best.value, "\(threads) threads")
    }
  }

  /// Of many small problems whose trees have plans in several plunges.
  @Test func treesFindTheBestPlan() {
    var branched = 0
    for seed in UInt64(0)..<1500 {
      var random = RandomProblem(seed: 90_000 + seed)
      let problem = random.next(maximumOptions: 9)
      guard let best = BruteForce(problem).optimum() else { continue }
      var settings = AllocationSettings()
      settings.relativeGap = 0
      settings.threads = 1
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      let rounding = 1e-7 * max(1, abs(best.value))
      #expect(solution.bound >= best.value - rounding, "seed \(90_000 + seed)")
      #expect(solution.value >= best.value - rounding, "seed \(90_000 + seed)")
      if solution.statistics.nodes > 3 { branched += 1 }
    }
    #expect(branched > 100, "\(branched)")
  }
}
