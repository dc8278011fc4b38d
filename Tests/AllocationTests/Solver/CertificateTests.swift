import Allocation
import AllocationTestSupport
import LinearAlgebra
import Testing

/// Bounds against code that shares nothing with the solver.
@Suite struct CertificateTests {
  @Test func reportedPricesGiveTheReportedBound() {
    var settings = AllocationSettings()
    settings.relativeGap = 0.01
    var compared = 0
    for seed in UInt64(0)..<300 {
      var random = RandomProblem(seed: 90_000 + seed)
      let problem = random.next(maximumOptions: 10)
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard solution.priceBound.isFinite, solution.outcome == .optimal else { continue }
      let naive = NaiveBound(problem).value(at: solution.prices)
      // Priced sums round in proportion to their terms, whatever is left when they cancel.
      let terms = zip(problem.rows, solution.prices.row).reduce(0.0) { sum, entry in
        sum + abs(entry.1) * NaiveBound(problem).mass(of: entry.0)
      }
      #expect(
        abs(naive - solution.priceBound) <= 1e-9 * max(1, abs(naive), terms),
        "seed \(90_000 + seed)")
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test func noFeasibleValueExceedsTheBoundAtAnyPrices() {
    for seed in UInt64(0)..<150 {
      var random = RandomProblem(seed: 70_000 + seed)
      let problem = random.next(maximumOptions: 9)
      guard let truth = BruteForce(problem).optimum() else { continue }
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<5 {
        let prices = problem.anyPrices { $0 * generator.nextUniform() }
        let bound = NaiveBound(problem).value(at: prices)
        #expect(bound >= truth.value - 1e-7 * max(1, abs(truth.value)), "seed \(70_000 + seed)")
      }
    }
  }

  /// The star is worth 90 and costs 8 where rows leave 5: a part of it would fill the row at 56.25. What can
  /// be chosen is worth 20.
  @Test(arguments: [PoolCurve.linear, .exponential])
  func anOptionThatBreaksARowAloneDoesNotRaiseTheBound(curve: PoolCurve) {
    let problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: curve, poolCapacity: [1e9], poolYield: [1],
      groupWorth: [1], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: [AllocationItem(), AllocationItem()], segmentShares: [1, 1], optionStart: [0, 1, 2],
      optionKind: [0, 0], optionReach: [90, 20], optionCost: [8, 5], optionValue: [],
      kindGroup: [0], kindExclusion: [0],
      rows: [AllocationRow(upper: 5, inside: .init(perCost: 1))], costWeight: 0)
    var settings = AllocationSettings()
    settings.maximumNodes = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.chosenOptions == [1])
    #expect(solution.priceBound >= 20 - 1e-6 && solution.priceBound < 20.1)
  }
}
