import Allocation
import AllocationTestSupport
import Testing

/// What presolving changes leaves every plan a plan, and worth what it was.
@Suite struct PresolveTests {
  private static let problemsPerBatch = 400

  @Test(arguments: 0..<4)
  func samePlansWorthTheSame(batch: Int) {
    var changed = (limits: 0, needs: 0, lifted: 0, lone: 0)
    for number in 0..<Self.problemsPerBatch {
      let seed = UInt64(batch * Self.problemsPerBatch + number)
      var random = TightProblem(seed: seed)
      let problem = random.next(maximumOptions: 10)
      let presolve = Presolve(problem)
      let (before, after) = (BruteForce(problem), BruteForce(presolve.problem))
      for bits in 0..<(1 << problem.optionCount) {
        let options = (0..<problem.optionCount).filter { bits >> $0 & 1 == 1 }
        let obeys = before.obeys(options)
        #expect(obeys == after.obeys(options), "seed \(seed): \(options)")
        guard obeys else { continue }
        let (value, other) = (before.value(of: options), after.value(of: options))
        #expect(abs(value - other) <= 1e-9 * max(1, abs(value)), "seed \(seed): \(options)")
      }
      let rows = zip(problem.rows, presolve.problem.rows)
      changed.limits += rows.contains { $0.upper != $1.upper } ? 1 : 0
      changed.needs +=
        zip(problem.items, presolve.problem.items).contains {
          $0.requiredKinds.count < $1.requiredKinds.count
        } ? 1 : 0
      changed.lifted += presolve.liftedRows.isEmpty ? 0 : 1
      changed.lone += presolve.loneGroups.isEmpty ? 0 : 1
    }
    // Each rule was met often enough to say something.
    #expect(
      min(changed.limits, changed.needs, changed.lifted, changed.lone)
        > Self.problemsPerBatch / 20, "\(changed)")
  }

  @Test(arguments: 0..<4)
  func optimumIsFoundAndCertified(batch: Int) {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.threads = 1
    for number in 0..<Self.problemsPerBatch {
      let seed = UInt64(10_000 + batch * Self.problemsPerBatch + number)
      var random = TightProblem(seed: seed)
      let problem = random.next(maximumOptions: 12)
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard expectOptimum(solution, of: problem, seed: seed) != nil else { continue }
      #expect(solution.prices.row.allSatisfy { $0.isFinite }, "seed \(seed)")
    }
  }

  @Test func sumsOfRoundAmounts() {
    let fees = WeightSums(of: [30_000, 30_000, 30_000])
    #expect(fees.largest(atMost: 1_000_000) == 990_000)
    #expect(fees.smallest(atLeast: 91_000) == 120_000)
    let two = WeightSums(of: [70, 110])
    #expect(two.divisor == 10)
    #expect(two.largest(atMost: 139) == 110)
    #expect(two.largest(atMost: 205) == 180)
    #expect(two.smallest(atLeast: 150) == 180)
    #expect(two.smallest(atLeast: 181) == 210)
    let tenths = WeightSums(of: [0.1, 0.3, 0.7])
    #expect(abs(tenths.largest(atMost: 1.05) - 1) < 1e-12)
    let odd = WeightSums(of: [1, 2.0.squareRoot()])
    #expect(odd.largest(atMost: 7.7) == 7.7)
    #expect(WeightSums(of: []).largest(atMost: 5) == 5)
  }

  /// A minimum as large as its group has a price, and not one without end.
  @Test func priceOfAMinimumAsLargeAsItsGroup() {
    // Three items worth 1, 2 and 10 for 5 each; the first two must be taken, and the budget is for two.
    let problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [.infinity], poolYield: [1],
      groupWorth: [1], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: [AllocationItem(), AllocationItem(), AllocationItem()], segmentShares: [1, 1, 1],
      optionStart: [0, 1, 2, 3], optionKind: [0, 0, 0], optionReach: [1, 2, 10],
      optionCost: [5, 5, 5], optionValue: [], kindGroup: [0], kindExclusion: [0],
      rows: [
        AllocationRow(upper: 12, inside: .init(perCost: 1)),
        AllocationRow(
          lower: 2, memberItems: [true, true, false], inside: .init(perOption: 1)),
      ], costWeight: 0)
    var settings = AllocationSettings()
    settings.relativeGap = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.value == 3)
    #expect(solution.outcome == .optimal)
    // At the price of 2 for a unit of cost the first two lose 9 and 8.
    #expect(solution.prices.row[1] <= 0)
    #expect(solution.prices.row[1] > -100)
  }
}
