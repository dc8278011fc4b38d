import Allocation

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Value and rules of any set of options, worked out from nothing each time, by formulas that share
/// nothing with the solver but the problem type.
struct PlanLedger {
  let problem: AllocationProblem
  let itemOf: [Int]
  private let groupOf: [Int]
  private let serving: [Int]
  /// Options that no plan holds are not worth trying: their items have no slots.
  let usable: [Int]
  /// Items that break a rule by taking nothing.
  private let obliged: [Int]

  init(_ problem: AllocationProblem) {
    self.problem = problem
    var itemOf: [Int] = []
    for item in 0..<problem.itemCount {
      let range = problem.optionStart[item]..<problem.optionStart[item + 1]
      itemOf += range.map { _ in item }
    }
    self.itemOf = itemOf
    groupOf = problem.optionKind.map { Int(problem.kindGroup[Int($0)]) }
    serving = (0..<problem.groupCount).sorted {
      problem.groupWorth[$0] > problem.groupWorth[$1]
    }
    obliged = problem.items.indices.filter {
      problem.items[$0].isRequired || !problem.items[$0].requiredKinds.isEmpty
    }
    usable = itemOf.indices.filter { problem.items[itemOf[$0]].slots > 0 }
  }

  /// The value, and the sum of the sizes of all that was added up to it.
  func value(of options: [Int]) -> (net: Double, size: Double) {
    let segments = problem.segmentCount
    var fill = [Double](repeating: 0, count: problem.groupCount * segments)
    for option in options {
      for segment in 0..<segments {
        fill[groupOf[option] * segments + segment] +=
          problem.optionReach[option] * problem.segmentShares[itemOf[option] * segments + segment]
      }
    }
    var left = problem.totalOutputLimit
    var served = 0.0
    for group in serving {
      var output = 0.0
      for pool in group * segments..<(group + 1) * segments {
        output += problem.poolYield[pool] * curve(fill[pool], problem.poolCapacity[pool])
      }
      output = min(output, problem.groupOutputLimit[group], left)
      left -= output
      served += problem.groupWorth[group] * output
    }
    let own = problem.optionValue.isEmpty ? [] : options.map { problem.optionValue[$0] }
    let fixed = Set(options.map { itemOf[$0] }).sorted().map { problem.items[$0].fixedCost }
    let costs = (options.map { problem.optionCost[$0] } + fixed).reduce(0, +)
    let charged = problem.costWeight * costs
    return (
      served + own.reduce(0, +) - charged, served + own.reduce(0) { $0 + abs($1) } + charged
    )
  }

  private func curve(_ fill: Double, _ capacity: Double) -> Double {
    guard capacity.isFinite, problem.curve != .linear else { return fill }
    guard capacity > 0 else { return 0 }
    return problem.curve == .exponential
      ? -capacity * expm1(-fill / capacity) : capacity * log1p(fill / capacity)
  }

  /// How far a plan is from obeying every rule: 0 when it does, and one for a rule that is missed by
  /// one step.
  func excess(of options: [Int]) -> Double {
    var own: [Int: [Int]] = [:]
    for option in options { own[itemOf[option], default: []].append(option) }
    var sum = 0.0
    for (item, options) in own { sum += excess(of: problem.items[item], options) }
    for item in obliged where own[item] == nil { sum += excess(of: problem.items[item], []) }
    for link in problem.links {
      let acting = link.members.count { own[Int($0)] != nil }
      let most = link.rule == .atMostOne ? 1 : acting
      if acting > most { sum += Double(acting - most) }
      if link.rule == .allOrNone, acting > 0 { sum += Double(link.members.count - acting) }
      if case .within(let options, let limit) = link.rule {
        let taken = link.members.flatMap { own[Int($0)] ?? [] }
        let cost = taken.reduce(0) { $0 + problem.optionCost[$1] }
        sum += Double(max(0, taken.count - options))
        if cost > limit { sum += max(0.05, (cost - limit) / Self.typicalCost) }
      }
    }
    for row in problem.rows {
      let (activity, size) = activity(of: row, options, Set(own.keys))
      // Rounding is no plan's fault, but a plan that needs it shall not count as evidence.
      let slack = 1e-13 * size
      let over = max(activity - row.upper, row.lower - activity)
      let step = row.perTouchedItem != 0 || row.inside.perOption != 0 ? 1 : Self.typicalCost
      if over > slack { sum += max(0.05, over / step) }
    }
    return sum
  }

  /// What counts as one step in rules on costs.
  private static let typicalCost = 50.0

  private func excess(of rules: AllocationItem, _ own: [Int]) -> Double {
    var sum = Double(max(0, own.count - rules.slots))
    let keys = Set(own.map { problem.kindExclusion[Int(problem.optionKind[$0])] })
    sum += Double(own.count - keys.count)
    let cost = own.reduce(0) { $0 + problem.optionCost[$1] }
    if cost > rules.spendLimit { sum += 1 }
    if rules.isRequired && own.isEmpty { sum += 1 }
    for kinds in rules.requiredKinds
    where !own.contains(where: { kinds.contains(problem.optionKind[$0]) }) { sum += 1 }
    return sum
  }

  private func activity(
    of row: AllocationRow, _ options: [Int], _ acting: Set<Int>
  ) -> (sum: Double, size: Double) {
    var (sum, size) = (0.0, 0.0)
    var touched: Set<Int> = []
    for option in options {
      let isInside =
        (row.memberItems.isEmpty || row.memberItems[itemOf[option]])
        && (row.memberKinds.isEmpty || row.memberKinds[Int(problem.optionKind[option])])
      let side = isInside ? row.inside : row.outside
      let amount = row.amount.map { problem.amounts[$0][option] } ?? 0
      let weight =
        side.perOption + side.perCost * problem.optionCost[option] + side.perAmount * amount
      sum += weight
      size += abs(weight)
      if isInside && row.perTouchedItem != 0 { touched.insert(itemOf[option]) }
    }
    sum += row.perTouchedItem * Double(touched.count)
    if row.perFixedCost != 0 {
      // Whole amounts: any order gives the same sum.
      sum += row.perFixedCost * acting.reduce(0) { $0 + problem.items[$1].fixedCost }
    }
    return (sum, size)
  }
}
