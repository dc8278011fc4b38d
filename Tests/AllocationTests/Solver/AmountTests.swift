import Allocation
import AllocationTestSupport
import LinearAlgebra
import Testing

/// Rows that count amounts which options have beside their costs.
@Suite struct AmountTests {
  private static let problemsPerBatch = 600

  private static var exact: AllocationSettings {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.threads = 1
    return settings
  }

  private static func solve(_ problem: AllocationProblem) -> AllocationSolution {
    AllocationSolver(valid: problem, settings: exact).solve()
  }

  private static func problem(_ seed: UInt64) -> AllocationProblem {
    var random = RandomProblem(seed: seed)
    return random.next(maximumOptions: 12, amounts: 1)
  }

  // MARK: Brute force

  /// Every problem has rows with amounts beside all that others have.
  @Test(arguments: 0..<4)
  func optimumIsFoundAndCertified(batch: Int) {
    var (solved, plain) = (0, 0)
    for number in 0..<Self.problemsPerBatch {
      let seed = UInt64(400_000 + batch * Self.problemsPerBatch + number)
      let problem = Self.problem(seed)
      #expect(throws: Never.self, "seed \(seed)") { try problem.validate() }
      let solution = Self.solve(problem)
      guard let truth = expectOptimum(solution, of: problem, seed: seed) else { continue }
      solved += 1
      // Without the amounts other plans would be best.
      if let free = BruteForce(Self.withoutAmounts(problem)).optimum(), free.value > truth {
        plain += 1
      }
    }
    #expect(solved > 200 && plain > 80, "\(solved) \(plain)")
  }

  private static func withoutAmounts(_ problem: AllocationProblem) -> AllocationProblem {
    var problem = problem
    problem.rows.removeAll { $0.amount != nil && $0.inside.perCost == 0 }
    for row in problem.rows.indices {
      (problem.rows[row].inside.perAmount, problem.rows[row].outside.perAmount) = (0, 0)
    }
    return problem
  }

  @Test func noFeasibleValueExceedsTheBoundAtAnyPrices() {
    for seed in UInt64(410_000)..<410_150 {
      let problem = Self.problem(seed)
      guard let truth = BruteForce(problem).optimum() else { continue }
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<5 {
        let prices = problem.anyPrices { $0 * generator.nextUniform() }
        let bound = NaiveBound(problem).value(at: prices)
        #expect(bound >= truth.value - 1e-7 * max(1, abs(truth.value)), "seed \(seed)")
        guard problem.links.isEmpty else { continue }
        // The same sum as a look at the items has it, beside what is not theirs.
        let sum = ItemPass(over: problem, at: prices, tolerance: 0).sum
        let shared = NaiveBound(problem.keeping(0..<0)).value(at: prices)
        let size = zip(problem.rows, prices.row).reduce(max(1, abs(bound))) {
          $0 + abs($1.1) * NaiveBound(problem).mass(of: $1.0)
        }
        guard bound.isFinite else { continue }
        #expect(abs(sum + shared - bound) <= 1e-9 * size, "seed \(seed)")
      }
    }
  }

  // MARK: Costs as amounts

  /// Amounts that are three for each unit of cost, or that and two: rows that weigh by them and take back what
  /// is too much are the rows on costs that they were.
  @Test func amountsInLineWithCostsAreCosts() {
    var (compared, proved) = (0, 0)
    for seed in UInt64(420_000)..<420_400 {
      var random = RandomProblem(seed: seed)
      let plain = random.next(maximumOptions: 14, amounts: 0)
      var counted = plain
      let base: Double = seed.isMultiple(of: 2) ? 0 : 2
      counted.amounts = [plain.optionCost.map { 3 * $0 + base }]
      for row in counted.rows.indices {
        counted.rows[row].amount = 0
        counted.rows[row].inside = Self.counted(counted.rows[row].inside, base: base)
        counted.rows[row].outside = Self.counted(counted.rows[row].outside, base: base)
      }
      let (known, found) = (Self.solve(plain), Self.solve(counted))
      #expect(known.outcome == found.outcome, "seed \(seed)")
      guard known.value > -.infinity else { continue }
      let size = max(1, abs(known.value))
      #expect(abs(known.value - found.value) <= 1e-7 * size, "seed \(seed)")
      #expect(BruteForce(plain).obeys(found.chosenOptions), "seed \(seed)")
      #expect(abs(known.bound - found.bound) <= 1e-7 * size, "seed \(seed)")
      compared += 1
      // Prices of one problem prove the same in the other, where none takes back what options count.
      guard base == 0 else { continue }
      let proof = NaiveBound(plain).value(at: found.prices)
      let terms = zip(counted.rows, found.prices.row).reduce(max(size, abs(proof))) {
        $0 + abs($1.1) * NaiveBound(counted).mass(of: $1.0)
      }
      guard proof.isFinite else { continue }
      #expect(abs(proof - found.priceBound) <= 1e-9 * terms, "seed \(seed)")
      proved += 1
    }
    #expect(compared > 200 && proved > 100, "\(compared) \(proved)")
  }

  /// A quarter of a weight stays with costs.
  private static func counted(
    _ weight: AllocationRow.Weight, base: Double
  ) -> AllocationRow.Weight {
    let share = weight.perCost / 4
    return .init(
      perOption: weight.perOption - base * share, perCost: weight.perCost - 3 * share,
      perAmount: share)
  }

  // MARK: Planted

  /// Three options worth 10, 9 and 8 that cost 5, 5 and 4, where 10 may be spent.
  private static func three(charge: [Double], lower: Double = -.infinity) -> AllocationProblem {
    var problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [.infinity], poolYield: [1],
      groupWorth: [1], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: [AllocationItem](repeating: AllocationItem(), count: 3), segmentShares: [1, 1, 1],
      optionStart: [0, 1, 2, 3], optionKind: [0, 0, 0], optionReach: [10, 9, 8],
      optionCost: [5, 5, 4], optionValue: [], kindGroup: [0], kindExclusion: [0],
      rows: [
        AllocationRow(upper: 10, inside: .init(perCost: 1, perAmount: 1), amount: 0),
        AllocationRow(lower: lower, inside: .init(perAmount: 1), amount: 1),
      ], costWeight: 0)
    problem.amounts = [charge, [20, 100, 300]]
    return problem
  }

  /// With 1 on top of the first cost, the first two are too dear together.
  @Test(
    arguments: [
      ([0, 0, 0], [0, 1]), ([1, 0, 0], [0, 2]), ([2, 0, 0], [1, 2]), ([6, 0, 2], [1]),
      ([6, 6, 0], [2]), ([6, 6, 7], []),
    ] as [([Double], [Int])])
  func chargesBesideCostsDecide(charge: [Double], best: [Int]) {
    let solution = Self.solve(Self.three(charge: charge))
    #expect(solution.outcome == .optimal)
    #expect(solution.chosenOptions == best)
  }

  /// Costs alone would allow all pairs; the sum that is asked for allows fewer.
  @Test(
    arguments: [(120.0, [0, 1]), (121, [0, 2]), (321, [1, 2]), (401, nil)] as [(Double, [Int]?)])
  func sumsThatAreAskedForDecide(lower: Double, best: [Int]?) {
    let solution = Self.solve(Self.three(charge: [0, 0, 0], lower: lower))
    #expect(solution.outcome == (best == nil ? .infeasible : .optimal))
    #expect(solution.chosenOptions == best ?? [])
  }

  /// The first option is worth 90 and its charge is more than all there is: a part of it would fill the row at
  /// 45. What can be chosen is worth 20.
  @Test(arguments: [PoolCurve.linear, .exponential])
  func anOptionWhoseChargeAloneIsTooMuchDoesNotRaiseTheBound(curve: PoolCurve) {
    var problem = Self.three(charge: [8, 1, 9])
    problem.curve = curve
    problem.poolCapacity = [1e9]
    problem.optionReach = [90, 20, 10]
    problem.optionCost = [2, 4, 1]
    problem.rows[0].upper = 5
    problem.rows.removeLast()
    var settings = Self.exact
    settings.maximumNodes = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(solution.chosenOptions == [1])
    #expect(solution.priceBound >= 20 - 1e-6 && solution.priceBound < 20.1)
  }

  // MARK: Long plans

  /// Pools that fill up, hundreds of options: charges on every option, and a sum that prices have to press for.
  @Test(arguments: UInt64(1)...4)
  func longPlansComeNearTheirBound(seed: UInt64) {
    var problem = SaturatedProblem.make(items: 1500, groups: 3, picks: 120, seed: seed)
    var generator = SeededGenerator(seed: seed)
    problem.amounts = [
      problem.optionCost.map { ($0 * 0.3 * generator.nextUniform()).rounded() },
      problem.optionCost.map { _ in (1000 * generator.nextUniform()).rounded() },
    ]
    problem.rows[0].amount = 0
    problem.rows[0].inside.perAmount = 1
    var settings = Self.exact
    settings.relativeGap = 1e-3
    settings.maximumNodes = 20
    let free = AllocationSolver(valid: problem, settings: settings).solve()
    let sum = free.chosenOptions.reduce(0) { $0 + problem.amounts[1][$1] }
    problem.rows.append(
      AllocationRow(lower: (1.1 * sum).rounded(), inside: .init(perAmount: 1), amount: 1))
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    #expect(BruteForce(problem).obeys(solution.chosenOptions))
    #expect(solution.prices.row.last! < 0)
    #expect(solution.value < free.bound)
    #expect(solution.relativeGap < 0.005, "seed \(seed): \(solution.relativeGap)")
  }
}
