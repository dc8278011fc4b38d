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
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard expectOptimum(solution, of: problem, seed: seed) != nil else { continue }
      expectNoneIsIdle(solution, problem, seed: seed)
    }
  }

  /// Every chosen option adds value or is needed.
  private func expectNoneIsIdle(
    _ solution: AllocationSolution, _ problem: AllocationProblem, seed: UInt64
  ) {
    let brute = BruteForce(problem)
    let value = brute.value(of: solution.chosenOptions)
    for option in solution.chosenOptions {
      let rest = solution.chosenOptions.filter { $0 != option }
      #expect(
        brute.value(of: rest) < value || !brute.obeys(rest), "seed \(seed): option \(option)")
    }
  }

  /// One order can be served and two deals each bring one: the dearer goes, though costs do not
  /// count. A row that wants both keeps both.
  @Test(arguments: [false, true])
  func optionThatAddsNothingIsGivenUp(bothAreWanted: Bool) {
    let problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [.infinity], poolYield: [1],
      groupWorth: [1], groupOutputLimit: [1], totalOutputLimit: .infinity,
      items: [AllocationItem(), AllocationItem()], segmentShares: [1, 1], optionStart: [0, 1, 2],
      optionKind: [0, 0], optionReach: [1, 1], optionCost: [5, 4], optionValue: [],
      kindGroup: [0], kindExclusion: [0],
      rows: [
        AllocationRow(upper: 9, inside: .init(perCost: 1)),
        AllocationRow(lower: bothAreWanted ? 2 : 0, inside: .init(perOption: 1)),
      ], costWeight: 0)
    var settings = AllocationSettings()
    settings.relativeGap = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.outcome == .optimal)
    #expect(solution.value == 1)
    #expect(solution.chosenOptions == (bothAreWanted ? [0, 1] : [1]))
  }
}
