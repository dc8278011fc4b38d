import Allocation
import AllocationAudit
import Testing

/// Linked items, judged jointly by the audit.
struct AuditLinkTests {
  /// Items with one option each, worth what it brings, and nothing that they share.
  private func problem(
    worth: [Double], links: [ItemLink], required: Set<Int> = []
  ) -> AllocationProblem {
    let count = worth.count
    var problem = AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [1], poolYield: [0],
      groupWorth: [0], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
      items: (0..<count).map { AllocationItem(isRequired: required.contains($0)) },
      segmentShares: [Double](repeating: 1, count: count), optionStart: Array(0...count),
      optionKind: [Int32](repeating: 0, count: count),
      optionReach: [Double](repeating: 0, count: count),
      optionCost: worth.map { max(0, -$0) }, optionValue: worth.map { max(0, $0) },
      kindGroup: [0], kindExclusion: [0], rows: [], costWeight: 1)
    problem.links = links
    return problem
  }

  private func bound(_ problem: AllocationProblem) -> Double {
    PlanAudit(problem).bound(at: .init(pool: [0], row: [], groupOutput: [0], totalOutput: 0))
  }

  @Test func patternsWorkedOutByHand() {
    let apart = ItemLink(members: [0, 1], rule: .atMostOne)
    let together = ItemLink(members: [1, 2], rule: .allOrNone)
    #expect(bound(problem(worth: [5, 4, 3], links: [apart])) == 8)
    #expect(bound(problem(worth: [5, 4, -3], links: [together])) == 6)
    #expect(bound(problem(worth: [5, 4, -4], links: [together])) == 5)
    // Either the first, or the two that go together.
    #expect(bound(problem(worth: [5, 4, 3], links: [apart, together])) == 7)
    #expect(bound(problem(worth: [8, 4, 3], links: [apart, together])) == 8)
    // Who must take all and may take one takes nothing.
    let both = ItemLink(members: [1, 2], rule: .atMostOne)
    #expect(bound(problem(worth: [5, 4, 3], links: [together, both])) == 5)
    #expect(bound(problem(worth: [5, 4, -9], links: [together], required: [1])) == 0)
    #expect(bound(problem(worth: [5, 4, 3], links: [apart], required: [0, 1])) == -.infinity)
  }

  @Test func whatLinksForbidIsNamed() {
    let audit = PlanAudit(
      problem(
        worth: [5, 4, 3],
        links: [
          ItemLink(members: [0, 1], rule: .atMostOne), ItemLink(members: [1, 2], rule: .allOrNone),
        ]))
    #expect(audit.violations(of: [0]).isEmpty && audit.violations(of: [1, 2]).isEmpty)
    #expect(audit.violations(of: [0, 1]) == [.link(0, cast: 2), .link(1, cast: 1)])
  }

  /// Ten items under up to eight groups against all patterns of who takes options.
  @Test(arguments: 1...300)
  func jointBestIsThatOfAllPatterns(seed: Int) {
    var problems = AuditProblems(seed: UInt64(seed))
    let worth = (0..<10).map { _ in problems.random.number(-4...8) }
    let required = Set((0..<10).filter { _ in problems.random.chance(0.1) })
    let problem = problem(
      worth: worth, links: problems.links(items: 10, most: 8), required: required)
    let audit = PlanAudit(problem)
    let best = AuditProblems.allChoices(problem)
      .filter { audit.violations(of: $0).isEmpty }
      .map { $0.reduce(0) { $0 + worth[$1] } }.max()
    let bound = bound(problem)
    #expect(best.map { abs(bound - $0) < 1e-9 } ?? (bound == -.infinity), "seed \(seed)")
  }

  /// A group of a thousand, overlapping others: the search must not try all patterns.
  @Test func largeGroupsAreSearchedWithoutTryingAll() {
    let worth = (0..<1_000).map { Double(($0 * 7919) % 1_000 + 1) }
    let links = (0..<10).map {
      ItemLink(members: Array(Int32($0 * 95)..<Int32($0 * 95 + 145)), rule: .atMostOne)
    }
    let bound = bound(problem(worth: worth, links: links))
    // At most one of every group, and at least the best of every other group.
    #expect(bound > 4_500 && bound <= 10_000)
  }
}
