import Allocation
import AllocationTestSupport
import LinearAlgebra
import Testing

/// Bounds by groups against every plan there is.
@Suite struct GroupBoundTests {
  private static func solver(_ problem: AllocationProblem, nodes: Int = 1_000_000)
    -> AllocationSolver
  {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.threads = 1
    settings.maximumNodes = nodes
    return AllocationSolver(valid: problem, settings: settings)
  }

  /// A small problem that falls into groups, and its best plan.
  private static func problem(
    seed: UInt64, groups: ClosedRange<Int> = 1...3
  ) -> (AllocationProblem, value: Double, options: [Int])? {
    var random = RandomProblem(seed: seed)
    var problem = random.next(maximumOptions: 10, groups: groups)
    problem.links = []
    guard problem.groupCount > 1, let best = BruteForce(problem).optimum() else { return nil }
    return (problem, best.value, best.options)
  }

  @Test func noPlanIsWorthMoreAtAnyPrices() {
    var (compared, lowered) = (0, 0)
    for seed in UInt64(0)..<500 {
      guard let (problem, value, options) = Self.problem(seed: 50_000 + seed) else { continue }
      var generator = SeededGenerator(seed: seed)
      let solver = Self.solver(problem)
      let known = Self.solver(problem, nodes: 0).solve().prices
      for prices in [known, problem.anyPrices { $0 * generator.nextUniform() }] {
        guard let bounds = solver.groupBounds(at: prices, beyond: options, moves: 4) else { break }
        let rounding = 1e-7 * max(1, abs(value))
        for bound in bounds.solved {
          #expect(bound >= value - rounding, "seed \(50_000 + seed)")
        }
        compared += 1
        if bounds.solved.min()! < bounds.priced - rounding { lowered += 1 }
      }
    }
    #expect(compared > 200 && lowered > 100, "\(compared) \(lowered)")
  }

  /// Groups that are left unsolved count as their prices have them.
  @Test func noPlanIsWorthMoreThanABoundThatIsEnough() {
    var (lowered, left) = (0, 0)
    for seed in UInt64(0)..<400 {
      guard let (problem, value, options) = Self.problem(seed: 70_000 + seed, groups: 4...6)
      else { continue }
      let solver = Self.solver(problem)
      let prices = Self.solver(problem, nodes: 0).solve().prices
      guard let all = solver.groupBounds(at: prices, beyond: options, moves: 0),
        let some = solver.groupBounds(
          at: prices, beyond: options, moves: 0, isEnough: { _ in true })
      else { continue }
      let rounding = 1e-7 * max(1, abs(value))
      #expect(some.solved[0] >= value - rounding, "seed \(70_000 + seed)")
      #expect(some.solved[0] >= all.solved[0] - rounding, "seed \(70_000 + seed)")
      #expect(some.solved[0] <= some.priced + rounding, "seed \(70_000 + seed)")
      if some.solved[0] < some.priced - rounding { lowered += 1 }
      if some.solved[0] > all.solved[0] + rounding { left += 1 }
    }
    #expect(lowered > 50 && left > 10, "\(lowered) \(left)")
  }

  /// Where an item takes one option, its prices and shares lose nothing; else they may only add.
  @Test func sharesOfItemsAddUpToTheBoundAtThePrices() {
    var exact = 0
    for seed in UInt64(0)..<400 {
      guard let (stated, _, _) = Self.problem(seed: 60_000 + seed) else { continue }
      var problem = stated
      let takesOne = seed.isMultiple(of: 2)
      if takesOne { for item in problem.items.indices { problem.items[item].slots = 1 } }
      var generator = SeededGenerator(seed: seed)
      var prices = problem.anyPrices { $0 * generator.nextUniform() }
      // Rows that nothing weighs on have no part in it.
      for (number, row) in problem.rows.enumerated()
      where !row.memberKinds.isEmpty && !row.memberKinds.contains(true) && row.outside == .zero {
        prices.row[number] = 0
      }
      let naive = NaiveBound(problem).value(at: prices)
      // An item that cannot take what it must has no best choice.
      guard naive.isFinite,
        let bounds = Self.solver(problem).groupBounds(at: prices, beyond: [], moves: 0)
      else { continue }
      let rounding = 1e-7 * max(1, abs(naive))
      #expect(bounds.priced >= naive - rounding, "seed \(60_000 + seed)")
      guard takesOne else { continue }
      #expect(
        abs(bounds.priced - naive) <= rounding,
        "seed \(60_000 + seed)")
      exact += 1
    }
    #expect(exact > 50, "\(exact)")
  }

  /// Items outside the problem are looked at where they are: no plan with them is worth more.
  @Test func itemsOutsideCountAsIfTheyWereHeld() {
    var compared = 0
    for seed in UInt64(0)..<400 {
      guard let (problem, value, _) = Self.problem(seed: 50_000 + seed), problem.itemCount > 2
      else { continue }
      let held = problem.itemCount / 2
      let (inside, outside) = (
        problem.keeping(0..<held), problem.keeping(held..<problem.itemCount)
      )
      // What others must take is in no plan without them.
      guard outside.items.allSatisfy({ !$0.isRequired && $0.requiredKinds.isEmpty }),
        let plan = BruteForce(inside).optimum()
      else { continue }
      let prices = Self.solver(problem, nodes: 0).solve().prices
      let whole = Self.solver(problem).groupBounds(at: prices, beyond: plan.options, moves: 0)
      guard
        let bounds = Self.solver(inside).groupBounds(
          at: prices, beyond: plan.options, moves: 3,
          others: { $0.shares(of: outside, first: held) },
          outside: ItemPass(over: outside, at: prices, tolerance: 0).sum)
      else { continue }
      let rounding = 1e-7 * max(1, abs(value))
      for bound in bounds.solved { #expect(bound >= value - rounding, "seed \(50_000 + seed)") }
      // The same groups, solved to the end, from lists of other lengths. What rounding may hide of a price that is
      // enormous is in both.
      let hidden = zip(problem.rows, prices.row).reduce(0) {
        $0 + 1e-13 * abs($1.1) * NaiveBound(problem).mass(of: $1.0)
      }
      #expect(
        abs(bounds.solved[0] - whole!.solved[0]) <= 1e-6 * max(1, abs(value)) + hidden,
        "seed \(50_000 + seed): \(bounds) \(whole!)")
      compared += 1
    }
    #expect(compared > 40, "\(compared)")
  }

  /// Groups that nothing joins: what they can bring by themselves is what the best plan brings.
  @Test(arguments: UInt64(1)...5)
  func groupsThatNothingJoinsLeaveNoGap(seed: UInt64) {
    var problem = SaturatedProblem.make(items: 12, groups: 2, picks: 5, seed: seed)
    let each = problem.itemCount / 2
    problem.rows.removeAll { $0.memberKinds.isEmpty }
    for group in 0..<2 {
      problem.rows.append(
        AllocationRow(
          upper: problem.optionCost.reduce(0, +) / 8,
          memberKinds: [group == 0, group == 1], inside: .init(perCost: 1)))
    }
    // Every item has an option of one group only.
    let kept = (0..<problem.optionCount).filter { option in
      (option / 2 < each) == (option % 2 == 0)
    }
    problem.optionStart = Array(0...problem.itemCount)
    for item in problem.items.indices { problem.items[item].spendLimit = .infinity }
    problem.optionKind = kept.map { problem.optionKind[$0] }
    problem.optionReach = kept.map { problem.optionReach[$0] }
    problem.optionCost = kept.map { problem.optionCost[$0] }
    guard let best = BruteForce(problem).optimum() else { return }
    let prices = Self.solver(problem, nodes: 0).solve().prices
    let bounds = Self.solver(problem).groupBounds(at: prices, beyond: best.options, moves: 3)!
    #expect(bounds.solved.count == 1, "prices moved though nothing joins the groups")
    #expect(abs(bounds.solved[0] - best.value) <= 1e-9 * best.value)
    #expect(bounds.priced > best.value * (1 + 1e-6))
  }

  /// Most of what prices leave open is rounding inside groups.
  @Test(arguments: UInt64(2)...5)
  func groupsCloseMostOfTheGapOfALongPlan(seed: UInt64) {
    let problem = SaturatedProblem.make(items: 3000, groups: 3, picks: 200, seed: seed)
    let solution = Self.solver(problem, nodes: 50).solve()
    let bounds = Self.solver(problem, nodes: 200).groupBounds(
      at: solution.prices, beyond: solution.chosenOptions, moves: 10)!
    let gap = bounds.priced - solution.value
    #expect(bounds.solved.min()! >= solution.value)
    #expect(bounds.solved.min()! - solution.value < 0.6 * gap, "seed \(seed): \(gap) \(bounds)")
  }

  /// One item that may take an option of each of two groups, and next to no saturation.
  private static func pair(
    worth: [Double], fixedCost: Double = 0, rows: [AllocationRow]
  ) -> AllocationProblem {
    AllocationProblem(
      groupCount: 2, segmentCount: 1, curve: .exponential, poolCapacity: [1e12, 1e12],
      poolYield: [1, 1], groupWorth: [1, 1], groupOutputLimit: [.infinity, .infinity],
      totalOutputLimit: .infinity, items: [AllocationItem(slots: 2, fixedCost: fixedCost)],
      segmentShares: [1], optionStart: [0, worth.count],
      optionKind: worth.indices.map { Int32($0) }, optionReach: worth,
      optionCost: worth.map { _ in 1 }, optionValue: [],
      kindGroup: [0, 1], kindExclusion: [0, 1], rows: rows, costWeight: 0)
  }

  private static func prices(_ problem: AllocationProblem, row: [Double]) -> AllocationPrices {
    AllocationPrices(
      pool: problem.poolYield.map { $0 * (1 - 1e-9) }, row: row, groupOutput: [0, 0], totalOutput: 0
    )
  }

  /// Both options touch the first row, which charges 5, and each one that pays 3: together they pay 5 and
  /// are paid 6.
  @Test func touchesThatPayAndThatChargeAreToldApart() throws {
    let problem = Self.pair(
      worth: [20, 30],
      rows: [
        AllocationRow(upper: 1, perTouchedItem: 1),
        AllocationRow(lower: 1, memberKinds: [true, false], perTouchedItem: 1),
        AllocationRow(lower: 1, memberKinds: [false, true], perTouchedItem: 1),
      ])
    let bounds = try #require(
      Self.solver(problem).groupBounds(
        at: Self.prices(problem, row: [5, -3, -3]), beyond: [0, 1], moves: 0))
    #expect(bounds.priced >= 50 - 1e-6 && bounds.solved[0] >= 50 - 1e-6, "\(bounds)")
  }

  /// Rows may ask for so much to be spent that a fixed cost is worth having: then an option that loses by
  /// itself is the item's best.
  @Test func aFixedCostThatPaysIsWorthAnOption() throws {
    var problem = Self.pair(
      worth: [2, 2], fixedCost: 10,
      rows: [AllocationRow(lower: 11, inside: .init(perCost: 1), perFixedCost: 1)])
    // The option of one group alone, and another item that may take the other group's.
    problem.items.append(AllocationItem())
    problem.segmentShares = [1, 1]
    problem.optionStart = [0, 1, 2]
    problem.costWeight = 0.1
    let best = try #require(BruteForce(problem).optimum())
    for price in [-0.05, -0.5, -1, -2, -8] {
      let bounds = try #require(
        Self.solver(problem).groupBounds(
          at: Self.prices(problem, row: [price]), beyond: [], moves: 3))
      for bound in bounds.solved { #expect(bound >= best.value - 1e-6, "\(price): \(bounds)") }
    }
  }

  @Test func threadsChangeNothing() {
    let problem = SaturatedProblem.make(items: 400, groups: 5, picks: 50, seed: 9)
    let solution = Self.solver(problem, nodes: 0).solve()
    let bounds = [1, 2, 3].map { threads in
      var settings = AllocationSettings()
      settings.threads = threads
      return AllocationSolver(valid: problem, settings: settings).groupBounds(
        at: solution.prices, beyond: solution.chosenOptions, moves: 5)!.solved
    }
    #expect(bounds[0] == bounds[1] && bounds[0] == bounds[2])
  }
}
