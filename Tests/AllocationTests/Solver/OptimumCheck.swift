import Allocation
import AllocationTestSupport
import Testing

/// Holds the answer of a search to the end against every set of options; the worth of the best one, nil where
/// none obeys the rules.
func expectOptimum(
  _ solution: AllocationSolution, of problem: AllocationProblem, seed: UInt64,
  _ location: SourceLocation = #_sourceLocation
) -> Double? {
  let brute = BruteForce(problem)
  guard let truth = brute.optimum()?.value else {
    #expect(solution.outcome == .infeasible, "seed \(seed)", sourceLocation: location)
    return nil
  }
  let tolerance = 1e-7 * max(1, abs(truth))
  let isFound = abs(solution.value - truth) <= tolerance
  #expect(solution.outcome == .optimal, "seed \(seed)", sourceLocation: location)
  #expect(isFound, "seed \(seed): \(solution.value), not \(truth)", sourceLocation: location)
  #expect(solution.bound >= truth - tolerance, "seed \(seed)", sourceLocation: location)
  #expect(solution.priceBound >= truth - tolerance, "seed \(seed)", sourceLocation: location)
  #expect(brute.obeys(solution.chosenOptions), "seed \(seed)", sourceLocation: location)
  return truth
}
