import Allocation

extension MixedProblem {
  /// A budget, limits of groups, and quotas of every kind.
  mutating func addRows(_ problem: inout AllocationProblem) {
    let total = problem.optionCost.reduce(0, +)
    let most = Double(max(1, problem.itemCount / problem.groupCount))
    problem.rows.append(
      AllocationRow(
        upper: (total * real(0.02...0.5)).rounded(), inside: .init(perCost: 1), perFixedCost: 1))
    for group in 0..<problem.groupCount {
      let kinds = problem.kindGroup.map { $0 == Int32(group) }
      if chance(0.4) {
        let lower = chance(0.3) ? (most * real(0...0.15)).rounded() : -.infinity
        let upper = chance(0.6) ? (most * real(0.25...1)).rounded() + 1 : .infinity
        problem.rows.append(
          AllocationRow(
            lower: lower, upper: upper, memberKinds: kinds, inside: .init(perOption: 1)))
      }
      guard chance(0.3) else { continue }
      problem.rows.append(
        AllocationRow(
          upper: (total * real(0.01...0.3)).rounded(), memberKinds: kinds,
          inside: .init(perCost: 1)))
    }
    for _ in 0..<integer(0...3) { problem.rows.append(quota(problem, total: total)) }
    if chance(0.1) { problem.rows.append(changes(problem)) }
  }

  private mutating func quota(_ problem: AllocationProblem, total: Double) -> AllocationRow {
    var row = AllocationRow()
    if !chance(0.3) {
      for _ in problem.items { row.memberItems.append(chance(0.5)) }
    }
    if chance(0.5) {
      for _ in 0..<problem.kindCount { row.memberKinds.append(chance(0.5)) }
    }
    let most = Double(max(2, problem.itemCount / 2))
    switch integer(0...5) {
    case 0:
      row.inside.perOption = 1
      row.lower = (most * real(0...0.1)).rounded()
      row.upper = row.lower + (most * real(0...0.5)).rounded(.up)
    case 1:
      row.perTouchedItem = 1
      if chance(0.5) { row.lower = (most * real(0...0.15)).rounded() }
      row.upper = max(row.lower, (most * real(0...1)).rounded())
    case 2:
      row.inside.perCost = 1
      row.upper = (total * real(0.005...0.2)).rounded()
    case 3:
      row.inside.perCost = 1
      row.lower = (total * real(0...0.01)).rounded()
      row.upper = row.lower + (total * real(0.02...0.2)).rounded()
    case 4:
      let share = real(0.1...0.7)
      row.inside.perCost = 1 - share
      row.outside.perCost = -share
      row.lower = 0
    default:
      let share = real(0.2...0.9)
      row.inside.perCost = 1 - share
      row.outside.perCost = -share
      row.upper = 0
    }
    return row
  }

  /// At most so many options that come, less those of an earlier plan that stay.
  private mutating func changes(_ problem: AllocationProblem) -> AllocationRow {
    var row = AllocationRow(inside: .init(perOption: -1), outside: .init(perOption: 1))
    for _ in 0..<problem.kindCount { row.memberKinds.append(chance(0.3)) }
    row.upper = Double(integer(-1...6))
    return row
  }
}
