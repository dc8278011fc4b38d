import Allocation
import LinearAlgebra

/// Small random problems with every rule, curve and response factor, for comparison with brute
/// force; the same seed gives the same problem everywhere.
package struct RandomProblem {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func chance(_ probability: Double) -> Bool { random.nextUniform() < probability }

  private mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + random.nextUniform() * (range.upperBound - range.lowerBound)
  }

  /// A problem of at most `maximumOptions` options.
  ///
  /// - Parameter amounts: how often options have amounts beside their costs, which rows count; the rest of
  ///   the problem is the same without.
  package mutating func next(
    maximumOptions: Int, groups range: ClosedRange<Int> = 1...3, amounts: Double = 0.3
  ) -> AllocationProblem {
    let groups = integer(range)
    let segments = integer(1...3)
    let formats = integer(1...2)
    let kinds = groups * formats
    let curve = [PoolCurve.exponential, .logarithmic, .linear][integer(0...2)]
    var problem = AllocationProblem(
      groupCount: groups, segmentCount: segments, curve: curve,
      poolCapacity: many(groups * segments) { random in
        random.chance(0.15) ? .infinity : random.chance(0.05) ? 0 : random.real(20...400)
      },
      poolYield: many(groups * segments) { $0.chance(0.05) ? 0 : $0.real(0.1...1) },
      groupWorth: many(groups) { $0.chance(0.05) ? 0 : $0.real(1...20) },
      groupOutputLimit: many(groups) { $0.chance(0.7) ? .infinity : $0.real(0...150) },
      totalOutputLimit: chance(0.75) ? .infinity : real(20...200),
      items: [], segmentShares: [], optionStart: [0], optionKind: [], optionReach: [],
      optionCost: [], optionValue: [],
      kindGroup: (0..<kinds).map { Int32($0 / formats) },
      kindExclusion: exclusions(groups: groups, formats: formats), rows: [],
      costWeight: chance(0.4) ? 1 : 0)
    addItems(&problem, maximumOptions: maximumOptions)
    addRows(&problem)
    addLinks(&problem)
    if chance(amounts) { RandomAmounts.add(to: &problem, &random) }
    return problem
  }

  /// The same with items that share limits on options and cost: a few disjoint groups, which the links of
  /// other kinds may join.
  package mutating func nextSharing(maximumOptions: Int) -> AllocationProblem {
    var problem = next(maximumOptions: maximumOptions)
    if chance(0.5) { problem.links = [] }
    var free = Array(0..<problem.itemCount)
    while free.count > 1, problem.links.isEmpty || chance(0.6) {
      let members = free.prefix(integer(2...min(3, free.count)))
      free.removeFirst(members.count)
      problem.links.append(
        ItemLink(
          members: members.map { Int32($0) },
          rule: .within(
            options: integer(0...3), cost: chance(0.5) ? .infinity : Double(integer(10...150)))))
    }
    return problem
  }

  private mutating func many<T>(_ count: Int, _ make: (inout RandomProblem) -> T) -> [T] {
    var result: [T] = []
    for _ in 0..<count { result.append(make(&self)) }
    return result
  }

  /// One per group, or now and then the same for several groups.
  private mutating func exclusions(groups: Int, formats: Int) -> [Int32] {
    let merges = chance(0.25)
    return (0..<groups * formats).map { Int32(merges ? 0 : $0 / formats) }
  }

  private mutating func addItems(_ problem: inout AllocationProblem, maximumOptions: Int) {
    let hasValues = chance(0.2)
    while problem.optionCount < maximumOptions && problem.items.count < 8 {
      var item = AllocationItem(slots: chance(0.5) ? 1 : integer(0...3))
      if chance(0.2) { item.fixedCost = Double(integer(1...30)) }
      if chance(0.15) { item.spendLimit = Double(integer(10...120)) }
      let shares = many(problem.segmentCount) { $0.real(0...1) }
      let sum = max(shares.reduce(0, +), 1e-9)
      problem.segmentShares += shares.map { $0 / sum }
      for kind in 0..<problem.kindCount where problem.optionCount < maximumOptions {
        guard chance(0.7) else { continue }
        problem.optionKind.append(Int32(kind))
        problem.optionReach.append(chance(0.1) ? 0 : real(1...120))
        problem.optionCost.append(chance(0.05) ? 0 : Double(integer(1...100)))
        if hasValues { problem.optionValue.append(chance(0.5) ? 0 : real(-20...300)) }
        if chance(0.03) { item.requiredKinds.append([Int32(kind)]) }
      }
      if chance(0.05) { item.isRequired = true }
      problem.items.append(item)
      problem.optionStart.append(problem.optionCount)
    }
  }

  /// Now and then groups of items that act together or apart, which may overlap.
  private mutating func addLinks(_ problem: inout AllocationProblem) {
    guard problem.itemCount > 1, chance(0.4) else { return }
    for _ in 0..<integer(1...3) {
      let members = (0..<problem.itemCount).filter { _ in chance(0.4) }.map { Int32($0) }
      guard members.count > 1 else { continue }
      problem.links.append(
        ItemLink(members: members, rule: chance(0.5) ? .allOrNone : .atMostOne))
    }
  }

  private mutating func addRows(_ problem: inout AllocationProblem) {
    let total = problem.optionCost.reduce(0, +)
    problem.rows.append(
      AllocationRow(
        upper: (total * real(0.1...0.8)).rounded(), inside: .init(perCost: 1), perFixedCost: 1))
    for group in 0..<problem.groupCount {
      let kinds = problem.kindGroup.map { $0 == Int32(group) }
      if chance(0.4) {
        problem.rows.append(
          AllocationRow(
            lower: chance(0.5) ? Double(integer(1...2)) : -.infinity,
            upper: chance(0.6) ? Double(integer(1...3)) : .infinity, memberKinds: kinds,
            inside: .init(perOption: 1)))
      }
      if chance(0.3) {
        problem.rows.append(
          AllocationRow(
            upper: (total * real(0.05...0.5)).rounded(), memberKinds: kinds,
            inside: .init(perCost: 1)))
      }
    }
    for _ in 0..<integer(0...2) { problem.rows.append(quota(problem)) }
  }

  private mutating func quota(_ problem: AllocationProblem) -> AllocationRow {
    let items = chance(0.3) ? [] : many(problem.itemCount) { $0.chance(0.5) }
    let kinds = chance(0.5) ? [] : many(problem.kindCount) { $0.chance(0.5) }
    var row = AllocationRow(memberItems: items, memberKinds: kinds)
    switch integer(0...4) {
    case 0:
      row.inside.perOption = 1
      row.lower = Double(integer(0...2))
      row.upper = row.lower + Double(integer(0...2))
    case 1:
      row.perTouchedItem = 1
      row.lower = chance(0.5) ? Double(integer(1...2)) : -.infinity
      row.upper = chance(0.5) ? Double(integer(1...3)) : .infinity
      if !row.lower.isFinite && !row.upper.isFinite { row.upper = 2 }
      if row.upper < row.lower { row.upper = row.lower }
    case 2:
      row.inside.perCost = 1
      row.upper = Double(integer(20...200))
    case 3:
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
}
