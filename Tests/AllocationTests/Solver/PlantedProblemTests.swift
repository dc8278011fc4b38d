import Allocation
import Testing

/// Problems solved by hand in their comments.
@Suite struct PlantedProblemTests {
  /// One group, one segment, no saturation; one option an item with value = reach.
  private func knapsack(
    values: [Double], costs: [Double], rows: [AllocationRow], slots: Int = 1
  ) -> AllocationProblem {
    AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [.infinity], poolYield: [1],
      groupWorth: [1], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: values.map { _ in AllocationItem(slots: slots) },
      segmentShares: values.map { _ in 1 }, optionStart: Array(0...values.count),
      optionKind: values.map { _ in 0 }, optionReach: values, optionCost: costs, optionValue: [],
      kindGroup: [0], kindExclusion: [0], rows: rows, costWeight: 0)
  }

  private func solve(_ problem: AllocationProblem) -> AllocationSolution {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    return AllocationSolver(valid: problem, settings: settings).solve()
  }

  @Test func knapsackWithARealDualityGap() {
    // Budget 10: {6, 4} is worth 11 + 7 = 18; greedy by value per cost takes 5 (10), then 4 (7).
    let solution = solve(
      knapsack(
        values: [11, 7, 10], costs: [6, 4, 5],
        rows: [AllocationRow(upper: 10, inside: .init(perCost: 1))]))
    #expect(solution.chosenOptions == [0, 1])
    #expect(solution.value == 18)
    #expect(solution.outcome == .optimal)
    #expect(solution.priceBound > 18)
  }

  @Test func aLowerSideForcesALoss() {
    // At least two of the last two, which are worth less than the first: 3 + 2 with budget 6.
    let solution = solve(
      knapsack(
        values: [9, 3, 2], costs: [5, 3, 3],
        rows: [
          AllocationRow(upper: 6, inside: .init(perCost: 1)),
          AllocationRow(
            lower: 2, memberItems: [false, true, true], inside: .init(perOption: 1)),
        ]))
    #expect(solution.chosenOptions == [1, 2])
    #expect(solution.value == 5)
  }

  @Test func clashingRowsAreProvedInfeasible() {
    // Two options are asked for, the budget pays for one.
    let solution = solve(
      knapsack(
        values: [9, 3], costs: [5, 5],
        rows: [
          AllocationRow(upper: 9, inside: .init(perCost: 1)),
          AllocationRow(lower: 2, inside: .init(perOption: 1)),
        ]))
    #expect(solution.outcome == .infeasible)
    #expect(solution.chosenOptions.isEmpty)
  }

  @Test func nothingWorthTakingIsAPlan() {
    // Every option costs more than it brings, and costs count: the empty choice is best.
    var problem = knapsack(values: [3, 2], costs: [5, 4], rows: [])
    problem.costWeight = 1
    let solution = solve(problem)
    #expect(solution.outcome == .optimal)
    #expect(solution.value == 0)
    #expect(solution.bound == 0)
    #expect(solution.chosenOptions.isEmpty)
  }

  @Test func aRowThatAllowsNothingChargesNoMoreThanItHoldsBack() {
    // Any price from 12 / 3 = 4 on proves as much; only the least of them says what is held back.
    // The touch is worth the item it lets in, 12.
    let rows = [
      AllocationRow(
        upper: 0, memberItems: [true, true, false], inside: .init(perCost: 1)),
      AllocationRow(
        upper: 0, memberItems: [true, false, false], perTouchedItem: 1),
      AllocationRow(upper: 9, inside: .init(perCost: 1)),
    ]
    let solution = solve(knapsack(values: [12, 6, 5], costs: [3, 4, 5], rows: rows))
    #expect(solution.chosenOptions == [2])
    #expect(solution.bound == 5)
    #expect(solution.priceBound <= 5 + 1e-3)
    #expect(solution.prices.row[0] <= 4 + 1e-9)
    #expect(solution.prices.row[1] <= 12 + 1e-9)
  }

  @Test func noItemsAtAll() {
    let solution = solve(
      knapsack(
        values: [], costs: [], rows: [AllocationRow(upper: 9, inside: .init(perCost: 1))]))
    #expect(solution.outcome == .optimal)
    #expect(solution.value == 0)
  }

  @Test func requiredItemsAndKindsAreTaken() {
    // The second item must be taken though it is worth nothing and blocks the first.
    var problem = knapsack(
      values: [9, 0], costs: [5, 5], rows: [AllocationRow(upper: 5, inside: .init(perCost: 1))])
    problem.items[1].isRequired = true
    #expect(solve(problem).chosenOptions == [1])
    problem.items[1] = AllocationItem(requiredKinds: [[0]])
    #expect(solve(problem).chosenOptions == [1])
  }

  @Test func outputLimitsMakeMoreReachWorthless() {
    // Output is served up to 10: one option fills it, the second adds nothing and costs 1.
    var problem = knapsack(values: [12, 11], costs: [1, 1], rows: [])
    problem.groupOutputLimit = [10]
    problem.costWeight = 1
    let solution = solve(problem)
    #expect(solution.value == 9)
    #expect(solution.chosenOptions.count == 1)
  }
}
