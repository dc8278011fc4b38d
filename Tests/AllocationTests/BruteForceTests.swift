import Allocation
import AllocationTestSupport
import Testing

/// The solver against brute force on small random problems with every rule switched on.
@Suite struct BruteForceTests {
  private static let problemsPerBatch = 650

  @Test(arguments: 0..<8)
  func optimumIsFoundAndCertified(batch: Int) {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.threads = 1
    for number in 0..<Self.problemsPerBatch {
      let seed = UInt64(batch * Self.problemsPerBatch + number)
      var random = RandomProblem(seed: seed)
      let problem = random.next(maximumOptions: 14)
      let solution = AllocationSolver(problem: problem, settings: settings).solve()
      guard let truth = BruteForce(problem).optimum() else {
        #expect(solution.outcome == .infeasible, "seed \(seed)")
        continue
      }
      let tolerance = 1e-7 * max(1, abs(truth.value))
      #expect(solution.outcome == .optimal, "seed \(seed)")
      #expect(abs(solution.value - truth.value) <= tolerance, "seed \(seed)")
      #expect(solution.bound >= truth.value - tolerance, "seed \(seed)")
      #expect(solution.priceBound >= truth.value - tolerance, "seed \(seed)")
      #expect(BruteForce(problem).obeys(solution.chosenOptions), "seed \(seed)")
    }
  }
}
