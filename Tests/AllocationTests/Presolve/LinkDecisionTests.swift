import Allocation
import AllocationTestSupport
import Foundation
import Testing

/// Deciding whether linked items act divides the plans, and proves what joint choices cannot list.
@Suite struct LinkDecisionTests {
  @Test func decisionsDivideThePlans() {
    var decided = 0
    for seed in 0..<600 {
      var random = RandomProblem(seed: UInt64(seed))
      let problem = random.next(maximumOptions: 9)
      guard let link = problem.links.first else { continue }
      let members = link.rule == .allOrNone ? link.members : [link.members[0]]
      let parts = [true, false].map { problem.deciding(members, act: $0).map(BruteForce.init) }
      let whole = BruteForce(problem)
      decided += 1
      for bits in 0..<(1 << problem.optionCount) {
        let options = (0..<problem.optionCount).filter { bits >> $0 & 1 == 1 }
        let count = parts.count { $0?.obeys(options) ?? false }
        #expect(count == (whole.obeys(options) ? 1 : 0), "seed \(seed): \(options)")
      }
    }
    #expect(decided > 100)
  }

  /// One of two blocks of twenty may act; each of its items brings people to one audience, or nobody at no
  /// cost: 2^20 joint choices each, of which only how many bring people counts.
  @Test(arguments: [0.0, 3, 8, 20, 45])
  func blocksOfManyChoices(cost: Double) {
    let (size, capacity) = (20, 100.0)
    let reach = [6.0, 9]
    var problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .exponential, poolCapacity: [capacity],
      poolYield: [1], groupWorth: [10], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: [AllocationItem](repeating: AllocationItem(), count: 2 * size),
      segmentShares: [Double](repeating: 1, count: 2 * size),
      optionStart: (0...2 * size).map { 2 * $0 }, optionKind: [], optionReach: [], optionCost: [],
      optionValue: [], kindGroup: [0, 0], kindExclusion: [0, 0],
      rows: [AllocationRow(upper: 10_000, inside: .init(perCost: 1))], costWeight: 1)
    for item in 0..<2 * size {
      problem.optionKind += [0, 1]
      problem.optionReach += [reach[item / size], 0]
      problem.optionCost += [cost * (1 + Double(item / size)), 0]
    }
    let blocks = [Int32(0)..<Int32(size), Int32(size)..<Int32(2 * size)].map { Array($0) }
    problem.links =
      blocks.map { ItemLink(members: $0, rule: .allOrNone) }
      + [ItemLink(members: [0, Int32(size)], rule: .atMostOne)]
    var settings = AllocationSettings()
    settings.relativeGap = 0
    let solution = AllocationSolver(valid: problem, settings: settings).solve()
    var best = 0.0
    for block in 0..<2 {
      for count in 0...size {
        let fill = Double(count) * reach[block]
        let value =
          10 * capacity * (1 - exp(-fill / capacity)) - Double(count) * cost * (1 + Double(block))
        best = max(best, value)
      }
    }
    #expect(solution.outcome == .optimal)
    #expect(abs(solution.value - best) <= 1e-7 * max(1, best))
    #expect(solution.bound >= best - 1e-7 * max(1, best))
  }
}
