import Allocation
import AllocationTestSupport

/// Random problems of a few options with every kind of rule, and ways to try all their choices.
struct AuditProblems {
  var random: TestRandom

  init(seed: UInt64) { random = TestRandom(seed: seed) }

  mutating func problem() -> AllocationProblem {
    let groups = 1 + random.index(3)
    let segments = 1 + random.index(2)
    let itemCount = 2 + random.index(3)
    let kinds = groups * 2
    var problem = empty(groups: groups, segments: segments, items: itemCount, kinds: kinds)
    for item in 0..<itemCount {
      for kind in 0..<kinds where random.chance(0.6) && problem.optionCount < 10 {
        problem.optionKind.append(Int32(kind))
        problem.optionReach.append(random.number(0...50))
        problem.optionCost.append(random.number(1...20).rounded())
        problem.optionValue.append(random.chance(0.3) ? random.number(0...30) : 0)
      }
      problem.optionStart[item + 1] = problem.optionCount
    }
    problem.rows = rows(items: itemCount, kinds: kinds)
    problem.links = links(items: itemCount)
    if random.chance(0.4) { addAmounts(&problem) }
    return problem
  }

  private mutating func empty(
    groups: Int, segments: Int, items: Int, kinds: Int
  ) -> AllocationProblem {
    let pools = groups * segments
    let curves: [PoolCurve] = [.exponential, .logarithmic, .linear]
    return AllocationProblem(
      groupCount: groups, segmentCount: segments, curve: curves[random.index(3)],
      poolCapacity: (0..<pools).map { _ in
        random.chance(0.2) ? .infinity : random.number(5...80)
      },
      poolYield: (0..<pools).map { _ in random.number(0.1...1) },
      groupWorth: (0..<groups).map { _ in random.number(0...5) },
      groupOutputLimit: (0..<groups).map { _ in
        random.chance(0.5) ? .infinity : random.number(1...30)
      },
      totalOutputLimit: random.chance(0.5) ? .infinity : random.number(5...50),
      items: (0..<items).map { _ in item(kinds: kinds) },
      segmentShares: (0..<items).flatMap { _ in shares(segments) },
      optionStart: [Int](repeating: 0, count: items + 1), optionKind: [], optionReach: [],
      optionCost: [], optionValue: [], kindGroup: (0..<kinds).map { Int32($0 / 2) },
      kindExclusion: (0..<kinds).map { Int32($0 / 2) }, rows: [],
      costWeight: random.chance(0.5) ? 1 : 0)
  }

  private mutating func item(kinds: Int) -> AllocationItem {
    AllocationItem(
      slots: 1 + random.index(3), fixedCost: random.chance(0.5) ? random.number(0...5) : 0,
      spendLimit: random.chance(0.3) ? random.number(5...30) : .infinity,
      isRequired: random.chance(0.2),
      requiredKinds: random.chance(0.1) ? [[Int32(random.index(kinds))]] : [])
  }

  /// None, or one or two groups of two or three items; they may overlap and contradict each other.
  mutating func links(items: Int, most: Int = 2) -> [ItemLink] {
    (0..<random.index(most + 1)).map { _ in
      var members: Set<Int32> = []
      let count = min(items, 2 + random.index(2))
      while members.count < count { members.insert(Int32(random.index(items))) }
      return ItemLink(
        members: members.sorted(), rule: random.chance(0.5) ? .allOrNone : .atMostOne)
    }
  }

  private mutating func shares(_ count: Int) -> [Double] {
    let raw = (0..<count).map { _ in random.number(0.1...1) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  private mutating func rows(items: Int, kinds: Int) -> [AllocationRow] {
    let budget = AllocationRow(
      upper: random.number(10...60), inside: .init(perCost: 1), perFixedCost: 1)
    let members = (0..<items).map { _ in random.chance(0.5) }
    let kindMembers = (0..<kinds).map { _ in random.chance(0.5) }
    let share = AllocationRow(
      lower: 0, memberItems: members, inside: .init(perCost: 0.6), outside: .init(perCost: -0.4))
    let touched = AllocationRow(
      lower: random.chance(0.5) ? 1 : -.infinity, upper: 2, memberItems: members,
      memberKinds: kindMembers, perTouchedItem: 1)
    let count = AllocationRow(
      upper: 2, memberKinds: kindMembers, inside: .init(perOption: 1))
    return [budget, share, touched, count].filter { _ in random.chance(0.7) }
  }

  /// Two lists of amounts; a row that counts the first beside costs, and one that asks for some of the second.
  private mutating func addAmounts(_ problem: inout AllocationProblem) {
    for _ in 0..<2 {
      problem.amounts.append(problem.optionCost.map { _ in random.number(0...9).rounded() })
    }
    let members = problem.kindGroup.map { _ in random.chance(0.5) }
    problem.rows.append(
      AllocationRow(
        upper: random.number(3...50), memberKinds: members,
        inside: .init(perCost: 1, perAmount: 2), outside: .init(perAmount: 0.5), amount: 0))
    problem.rows.append(
      AllocationRow(
        lower: random.number(0...6), memberKinds: members, inside: .init(perAmount: 1),
        outside: .init(perOption: -1, perAmount: -0.25), amount: 1))
  }

  /// Prices that the rows' sides and the signs allow.
  mutating func prices(_ problem: AllocationProblem) -> AllocationPrices {
    AllocationPrices(
      pool: problem.poolCapacity.map { _ in random.number(0.001...4) },
      row: problem.rows.map {
        let side = random.chance(0.5)
        if side && $0.upper.isFinite { return random.number(0...2) }
        return $0.lower.isFinite ? -random.number(0...2) : 0
      },
      groupOutput: problem.groupOutputLimit.map { $0.isFinite ? random.number(0...3) : 0 },
      totalOutput: problem.totalOutputLimit.isFinite ? random.number(0...2) : 0)
  }

  /// Every set of options, feasible or not.
  static func allChoices(_ problem: AllocationProblem) -> [[Int]] {
    (0..<(1 << problem.optionCount)).map { bits in
      (0..<problem.optionCount).filter { bits >> $0 & 1 == 1 }
    }
  }
}
