import Allocation
import LinearAlgebra

/// Amounts that options have beside their costs, drawn at random, and rows of every kind that count them.
package struct RandomAmounts {
  private var random: SeededGenerator

  /// Adds one or two lists of amounts to a problem, and rows; may make the first row count a list, too.
  package static func add(to problem: inout AllocationProblem, _ random: inout SeededGenerator) {
    var maker = RandomAmounts(random: random)
    maker.add(to: &problem)
    random = maker.random
  }

  private mutating func chance(_ probability: Double) -> Bool { random.nextUniform() < probability }

  private mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + random.nextUniform() * (range.upperBound - range.lowerBound)
  }

  private mutating func add(to problem: inout AllocationProblem) {
    for _ in 0..<integer(1...2) { problem.amounts.append(list(problem)) }
    if !problem.rows.isEmpty, chance(0.6) {
      problem.rows[0].amount = 0
      problem.rows[0].inside.perAmount = 1
    }
    for _ in 0..<integer(1...3) {
      problem.rows.append(row(problem, list: integer(0...problem.amounts.count - 1)))
    }
  }

  /// A charge beside the cost, which many options have none of; a figure that has nothing to do with the
  /// cost; or a few pieces.
  private mutating func list(_ problem: AllocationProblem) -> [Double] {
    let form = integer(0...2)
    return problem.optionCost.map { cost in
      switch form {
      case 0: chance(0.4) ? 0 : (real(0...0.6) * cost).rounded() + Double(integer(0...5))
      case 1: (1000 * real(0...1) * real(0...1)).rounded()
      default: Double(integer(0...3))
      }
    }
  }

  private mutating func row(_ problem: AllocationProblem, list: Int) -> AllocationRow {
    var row = AllocationRow(amount: list)
    if chance(0.5) { row.memberItems = problem.items.map { _ in chance(0.6) } }
    if chance(0.4) { row.memberKinds = problem.kindGroup.map { _ in chance(0.6) } }
    let total = problem.amounts[list].reduce(0, +)
    let mean = total / Double(max(1, problem.optionCount))
    row.inside.perAmount = 1
    switch integer(0...8) {
    case 0: row.lower = (total * real(0...0.2)).rounded()
    case 1: row.upper = (total * real(0.03...0.5)).rounded()
    case 2:
      row.lower = (total * real(0...0.1)).rounded()
      row.upper = row.lower + (total * real(0.05...0.3)).rounded()
    case 3, 4:
      // A share of the sum over all options.
      let share = real(0.1...0.8)
      (row.inside.perAmount, row.outside.perAmount) = (1 - share, -share)
      if chance(0.5) { row.lower = 0 } else { row.upper = 0 }
    case 5:
      // So much on average.
      row.inside.perOption = -mean * real(0.2...1.2)
      row.lower = 0
    case 6:
      // So much for each unit of cost.
      let costs = max(1, problem.optionCost.reduce(0, +))
      row.inside.perCost = -total / costs * real(0.3...1.2)
      row.lower = 0
    case 7:
      row.inside.perCost = 1
      row.perFixedCost = 1
      row.upper = ((problem.optionCost.reduce(0, +) + total) * real(0.05...0.6)).rounded()
    default: row.upper = chance(0.3) ? 0 : (mean * real(0.5...3)).rounded()
    }
    if chance(0.1) { row.perTouchedItem = Double(integer(1...3)) }
    return row
  }
}
