import Allocation

/// Small random problems as campaigns are tight: costs and limits that are round numbers, minimums as large as
/// what there is for them, groups of which one option may be taken; the same seed gives the same problem
/// everywhere.
package struct TightProblem {
  private var random: TestRandom
  private var problems: RandomProblem

  package init(seed: UInt64) {
    random = TestRandom(seed: seed)
    problems = RandomProblem(seed: seed)
  }

  package mutating func next(maximumOptions: Int) -> AllocationProblem {
    var problem = problems.next(maximumOptions: maximumOptions)
    if random.chance(0.6) { roundCosts(&problem) }
    if random.chance(0.6) { addTightMinimum(&problem) }
    if random.chance(0.5) { limitGroups(&problem) }
    if random.chance(0.3) { problem.totalOutputLimit = .infinity }
    return problem
  }

  /// Multiples of a number, or one of two numbers.
  private mutating func roundCosts(_ problem: inout AllocationProblem) {
    let unit = [10.0, 25, 0.3, 12.5][random.index(4)]
    let few = [Double(2 + random.index(3)) * unit, Double(5 + random.index(5)) * unit]
    let isFew = random.chance(0.5)
    problem.optionCost = problem.optionCost.map { cost in
      cost == 0 ? 0 : isFew ? few[Int(cost) % 2] : max(1, (cost / unit).rounded()) * unit
    }
  }

  /// Of some items and kinds as many as there are for it, or one less.
  private mutating func addTightMinimum(_ problem: inout AllocationProblem) {
    var row = AllocationRow()
    row.memberItems = problem.items.map { _ in random.chance(0.5) }
    if random.chance(0.4) {
      row.memberKinds = (0..<problem.kindCount).map { _ in random.chance(0.7) }
    }
    switch random.index(3) {
    case 0: row.inside.perOption = 1
    case 1: row.perTouchedItem = 1
    default: row.inside.perCost = 1
    }
    let brute = BruteForce(problem)
    var most = 0.0
    for item in problem.items.indices {
      let options = problem.optionStart[item]..<problem.optionStart[item + 1]
      let amounts = options.map { brute.activity(of: row, [$0]) }.sorted(by: >)
      most += amounts.prefix(problem.items[item].slots).reduce(0, +)
    }
    row.lower = max(0, (most * [1, 1, 0.9, 0.6][random.index(4)]).rounded(.down))
    problem.rows.append(row)
  }

  /// At most one option, or now and then two, of some groups.
  private mutating func limitGroups(_ problem: inout AllocationProblem) {
    for group in 0..<problem.groupCount where random.chance(0.7) {
      var row = AllocationRow(upper: random.chance(0.8) ? 1 : 2, inside: .init(perOption: 1))
      row.memberKinds = problem.kindGroup.map { Int($0) == group }
      problem.rows.append(row)
    }
  }
}
