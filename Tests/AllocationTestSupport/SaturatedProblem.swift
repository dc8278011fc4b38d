import Allocation
import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Problems of any size whose pools overlap and fill up, with the usual rows and a few items that
/// cost and bring far more than the rest; the same seed gives the same problem everywhere.
package enum SaturatedProblem {
  /// `items` × `groups` options, one kind a group, with a budget for about `picks` of them.
  package static func make(
    items: Int, groups: Int, picks: Int, seed: UInt64, curve: PoolCurve = .exponential
  ) -> AllocationProblem {
    var random = SeededGenerator(seed: seed)
    let segments = 4
    var reach: [Double] = []
    var cost: [Double] = []
    var shares: [Double] = []
    var small: [Bool] = []
    for _ in 0..<items {
      let size = exp(random.nextUniform() < 0.01 ? 11.5 : 7 + 2.3 * random.nextUniform())
      let price = (4 * pow(size, 0.95) * exp(0.35 * random.nextNormal())).rounded() + 1
      let parts = (0..<segments).map { _ in -log(1 - random.nextUniform()) + 1e-9 }
      let sum = parts.reduce(0, +)
      shares += parts.map { $0 / sum }
      small.append(size < 20_000)
      for _ in 0..<groups {
        reach.append(size * exp(-3 * random.nextUniform()))
        cost.append(price)
      }
    }
    let typical = cost.sorted()[cost.count / 2]
    let budget = (Double(picks) * typical * 1.6).rounded()
    let capacity = reach.reduce(0, +) / Double(items * groups * segments) * Double(picks)
    return AllocationProblem(
      groupCount: groups, segmentCount: segments, curve: curve,
      poolCapacity: (0..<groups * segments).map { _ in
        capacity * exp(0.4 * random.nextNormal())
      },
      poolYield: (0..<groups * segments).map { _ in 0.002 + 0.01 * random.nextUniform() },
      groupWorth: (0..<groups).map { _ in 1000 + 4000 * random.nextUniform() },
      groupOutputLimit: [Double](repeating: .infinity, count: groups),
      totalOutputLimit: .infinity,
      items: [AllocationItem](repeating: AllocationItem(spendLimit: 0.2 * budget), count: items),
      segmentShares: shares, optionStart: (0...items).map { $0 * groups },
      optionKind: (0..<items * groups).map { Int32($0 % groups) }, optionReach: reach,
      optionCost: cost, optionValue: [], kindGroup: (0..<Int32(groups)).map { $0 },
      kindExclusion: (0..<Int32(groups)).map { $0 },
      rows: rows(groups: groups, picks: picks, budget: budget, small: small), costWeight: 0)
  }

  private static func rows(
    groups: Int, picks: Int, budget: Double, small: [Bool]
  ) -> [AllocationRow] {
    var rows = [AllocationRow(upper: budget, inside: .init(perCost: 1), perFixedCost: 1)]
    let each = Double(picks) / Double(groups)
    for group in 0..<groups {
      let kinds = (0..<groups).map { $0 == group }
      rows.append(
        AllocationRow(
          lower: max(1, (0.3 * each).rounded(.down)), upper: (2.5 * each).rounded() + 1,
          memberKinds: kinds, inside: .init(perOption: 1)))
      rows.append(
        AllocationRow(
          upper: (2 * budget / Double(groups)).rounded(), memberKinds: kinds,
          inside: .init(perCost: 1)))
    }
    rows.append(
      AllocationRow(
        lower: 0, memberItems: small, inside: .init(perCost: 0.7), outside: .init(perCost: -0.3)))
    return rows
  }
}
