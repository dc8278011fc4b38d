import Allocation
import AllocationTestSupport
import Testing

/// Items that share limits, against brute force and a bound of its own.
@Suite struct SharedLimitTests {
  private static let problemsPerBatch = 200

  @Test(arguments: 0..<4)
  func optimumIsFoundAndCertified(batch: Int) {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.threads = 1
    var binding = 0
    for number in 0..<Self.problemsPerBatch {
      let seed = UInt64(batch * Self.problemsPerBatch + number)
      var random = RandomProblem(seed: 500_000 + seed)
      let problem = random.nextSharing(maximumOptions: 12)
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard let truth = expectOptimum(solution, of: problem, seed: seed) else { continue }
      let tolerance = 1e-7 * max(1, abs(truth))
      // Sharing never makes a better plan.
      var alone = problem
      alone.links.removeAll { if case .within = $0.rule { true } else { false } }
      let free = BruteForce(alone).optimum()
      #expect(truth <= (free?.value ?? -.infinity) + tolerance, "seed \(seed)")
      if truth < (free?.value ?? -.infinity) - tolerance { binding += 1 }
    }
    #expect(binding > 20)
  }

  @Test func reportedPricesGiveTheReportedBound() {
    var settings = AllocationSettings()
    settings.relativeGap = 0.01
    var compared = 0
    for seed in UInt64(0)..<200 {
      var random = RandomProblem(seed: 510_000 + seed)
      let problem = random.nextSharing(maximumOptions: 10)
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard solution.priceBound.isFinite, solution.outcome == .optimal else { continue }
      let naive = NaiveBound(problem).value(at: solution.prices)
      let terms = zip(problem.rows, solution.prices.row).reduce(0.0) { sum, entry in
        sum + abs(entry.1) * NaiveBound(problem).mass(of: entry.0)
      }
      #expect(
        abs(naive - solution.priceBound) <= 1e-9 * max(1, abs(naive), terms), "seed \(seed)")
      compared += 1
    }
    #expect(compared > 60)
  }

  /// Two items that may take two options each, and two together: the best two of all four.
  @Test func limitsAreOfAllMembersTogether() {
    var problem = AllocationProblem(
      groupCount: 2, segmentCount: 1, curve: .linear, poolCapacity: [.infinity, .infinity],
      poolYield: [1, 1], groupWorth: [1, 1], groupOutputLimit: [.infinity, .infinity],
      totalOutputLimit: .infinity,
      items: [AllocationItem(slots: 2), AllocationItem(slots: 2)], segmentShares: [1, 1],
      optionStart: [0, 2, 4], optionKind: [0, 1, 0, 1], optionReach: [9, 4, 7, 6],
      optionCost: [5, 1, 5, 4], optionValue: [], kindGroup: [0, 1], kindExclusion: [0, 1],
      rows: [AllocationRow(upper: 100, inside: .init(perCost: 1))], costWeight: 0)
    func chosen(_ rule: ItemLink.Rule) -> [Int] {
      problem.links = [ItemLink(members: [0, 1], rule: rule)]
      return AllocationSolver(valid: problem, settings: AllocationSettings()).solve()
        .chosenOptions
    }
    #expect(chosen(.within(options: 4, cost: .infinity)) == [0, 1, 2, 3])
    #expect(chosen(.within(options: 2, cost: .infinity)) == [0, 2])
    #expect(chosen(.within(options: 2, cost: 9)) == [0, 3])
    #expect(chosen(.within(options: 1, cost: 4)) == [3])
    #expect(chosen(.within(options: 0, cost: .infinity)) == [])
  }

  @Test func aLimitThatIsNoneIsRefused() {
    var random = RandomProblem(seed: 1)
    var problem = random.next(maximumOptions: 6)
    for rule in [ItemLink.Rule.within(options: -1, cost: 1), .within(options: 1, cost: .nan)] {
      problem.links = [ItemLink(members: [0, 1], rule: rule)]
      #expect(throws: AllocationFault.self) { try problem.validate() }
    }
  }
}
