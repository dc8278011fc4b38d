import Allocation
import AllocationTestSupport
import Testing

/// Problems of mixed sizes and rules, begun at plans that break most of their rules.
@Suite struct MixedProblemTests {
  /// Options that act together with others are gone when their turn to be given up comes.
  @Test(arguments: 0..<4)
  func planOfEverythingIsMended(batch: Int) {
    var settings = AllocationSettings()
    settings.maximumNodes = 0
    settings.threads = 1
    for seed in UInt64(60 * batch)..<UInt64(60 * batch + 60) {
      var maker = MixedProblem(seed: seed)
      let problem = maker.next()
      let everything = WarmStart(
        prices: AllocationPrices(pool: [], row: [], groupOutput: [], totalOutput: 0),
        choices: problem.choices(Array(0..<problem.optionCount)))
      let solver = AllocationSolver(valid: problem, settings: settings)
      let warm = solver.solve(from: everything)
      let cold = solver.solve()
      for solution in [warm, cold] where solution.value > -.infinity {
        let brute = BruteForce(problem)
        #expect(brute.obeys(solution.chosenOptions), "seed \(seed)")
        let size = 1e-9 * max(1, abs(solution.value))
        #expect(solution.value <= min(warm.bound, cold.bound) + size, "seed \(seed)")
      }
    }
  }
}
