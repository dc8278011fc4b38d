import Allocation
import AllocationAudit
import AllocationTestSupport
import Testing

/// Items that share limits, judged jointly by the audit.
struct AuditSharedTests {
  @Test(arguments: 1...200)
  func theBoundIsThatOfAllSets(seed: Int) {
    var random = RandomProblem(seed: UInt64(520_000 + seed))
    var problem = random.nextSharing(maximumOptions: 10)
    // A pool without room is none.
    problem.poolCapacity = problem.poolCapacity.map { max(1, $0) }
    var draws = TestRandom(seed: UInt64(seed))
    let prices = problem.anyPrices { $0 * draws.number(0...1) }
    let naive = NaiveBound(problem).value(at: prices)
    let bound = PlanAudit(problem).bound(at: prices)
    #expect(
      abs(bound - naive) <= 1e-9 * max(1, abs(naive)) || bound == naive,
      "seed \(seed): \(bound) is not \(naive)")
  }

  @Test func whatMembersTakeTogetherIsNamed() {
    var problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [1], poolYield: [0],
      groupWorth: [0], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: [AllocationItem(), AllocationItem(), AllocationItem()], segmentShares: [1, 1, 1],
      optionStart: [0, 1, 2, 3], optionKind: [0, 0, 0], optionReach: [0, 0, 0],
      optionCost: [5, 6, 7], optionValue: [], kindGroup: [0], kindExclusion: [0], rows: [],
      costWeight: 0)
    problem.links = [
      ItemLink(members: [0, 1], rule: .within(options: 1, cost: .infinity)),
      ItemLink(members: [1, 2], rule: .within(options: 2, cost: 12)),
    ]
    let audit = PlanAudit(problem)
    #expect(audit.violations(of: [0, 2]).isEmpty)
    #expect(
      audit.violations(of: [0, 1, 2]) == [
        .sharedOptions(link: 0, count: 2, most: 1), .sharedSpend(link: 1, spend: 13, limit: 12),
      ])
  }
}
