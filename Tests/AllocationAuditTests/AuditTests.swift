import Allocation
import AllocationAudit
import Foundation
import Testing

struct AuditTests {
  /// Two creators, one product with a market of 100 people, worth 10 an order, conversion 0.5.
  private static func smallProblem(stock: Double = .infinity) -> AllocationProblem {
    AllocationProblem(
      groupCount: 1, segmentCount: 1, curve: .exponential, poolCapacity: [100],
      poolYield: [0.5], groupWorth: [10], groupOutputLimit: [stock], totalOutputLimit: .infinity,
      items: [AllocationItem(fixedCost: 5), AllocationItem()], segmentShares: [1, 1],
      optionStart: [0, 1, 2], optionKind: [0, 0], optionReach: [100, 50], optionCost: [30, 20],
      optionValue: [], kindGroup: [0], kindExclusion: [0],
      rows: [AllocationRow(upper: 55, inside: .init(perCost: 1), perFixedCost: 1)], costWeight: 0)
  }

  @Test func `value and spend of a plan worked out by hand`() {
    let audit = PlanAudit(Self.smallProblem())
    // 10 · 0.5 · 100 · (1 − e^−1.5)
    #expect(abs(audit.value(of: [0, 1]) - 500 * (1 - exp(-1.5))) < 1e-10)
    #expect(audit.spend(of: [0, 1]) == 55)
    #expect(audit.activities(of: [0, 1]) == [55])
    #expect(audit.violations(of: [0, 1]).isEmpty)
  }

  @Test func `amounts count in the rows that name them`() {
    var problem = Self.smallProblem()
    problem.amounts = [[7, 2], [0, 40]]
    problem.rows.append(
      AllocationRow(
        upper: 68, memberItems: [true, false], inside: .init(perCost: 2, perAmount: 1),
        outside: .init(perAmount: 0.5), amount: 0))
    problem.rows.append(AllocationRow(lower: 50, inside: .init(perAmount: 1), amount: 1))
    let audit = PlanAudit(problem)
    // 2 · 30 + 7 + 0.5 · 2
    #expect(audit.activities(of: [0, 1]) == [55, 68, 40])
    #expect(
      audit.violations(of: [0, 1]) == [.row(2, activity: 40, lower: 50, upper: .infinity)])
    // At 0.25 and −3 options pay 16.75 and are paid 0, pay 0.25 and are paid 120.
    let prices = AllocationPrices(pool: [2], row: [3, 0.25, -3], groupOutput: [0], totalOutput: 0)
    // Limits 3 · 55 + 0.25 · 68 − 3 · 50; options 95 − 16.75 and 40 − 0.25 + 120.
    let expected: Double = 100 * (3 + 2 * log(0.4)) + 32 + 78.25 + 159.75
    #expect(abs(audit.bound(at: prices) - expected) < 1e-10)
    // Limits and the most that items weigh: 3 · (55 + 55), 0.25 · (68 + 67 + 42), 3 · (50 + 40).
    #expect(abs(audit.boundRounding(at: prices) - 644.25e-14) < 1e-20)
  }

  @Test func `orders beyond the stock are worth nothing`() {
    #expect(PlanAudit(Self.smallProblem(stock: 12)).value(of: [0, 1]) == 120)
  }

  @Test func `costs are subtracted where the objective says so`() {
    var problem = Self.smallProblem(stock: 12)
    problem.costWeight = 1
    #expect(PlanAudit(problem).value(of: [0, 1]) == 65)
  }

  /// Such pools never fill up, whatever room they have.
  @Test func `linear pools take whatever comes`() {
    var problem = Self.smallProblem()
    problem.curve = .linear
    problem.poolCapacity = [0]
    let audit = PlanAudit(problem)
    #expect(audit.value(of: [0, 1]) == 750)
    // Fill is worth 5: the options bring 500 and 250 and pay 3 · 35 and 3 · 20; the row is worth 3 · 55.
    let prices = AllocationPrices(pool: [0], row: [3], groupOutput: [0], totalOutput: 0)
    #expect(audit.bound(at: prices) == 750)
  }

  @Test func `served orders are those worth most`() {
    var problem = Self.smallProblem()
    problem.groupCount = 2
    problem.curve = .linear
    problem.poolCapacity = [100, 100]
    problem.poolYield = [0.5, 0.5]
    problem.groupWorth = [10, 20]
    problem.groupOutputLimit = [.infinity, .infinity]
    problem.totalOutputLimit = 60
    problem.kindGroup = [0, 1]
    problem.kindExclusion = [0, 1]
    problem.optionKind = [0, 1]
    // 25 orders of 20 first, then 35 of the 50 orders of 10.
    #expect(PlanAudit(problem).value(of: [0, 1]) == 850)
  }

  @Test func `the bound at prices worked out by hand`() {
    let audit = PlanAudit(Self.smallProblem())
    let prices = AllocationPrices(pool: [2], row: [3], groupOutput: [0], totalOutput: 0)
    // conj = 100 (5 − 2 + 2 ln(2/5)); budget 3 · 55; option 1: 2·100 − 3·30 − 3·5; option 2: 2·50 − 3·20
    let expected = 100 * (3 + 2 * log(0.4)) + 165 + 95 + 40
    #expect(abs(audit.bound(at: prices) - expected) < 1e-10)
  }

  @Test func `a price on a side that a row lacks proves nothing`() {
    let audit = PlanAudit(Self.smallProblem())
    #expect(
      audit.bound(at: .init(pool: [2], row: [-1], groupOutput: [0], totalOutput: 0)) == .infinity)
    #expect(
      audit.bound(at: .init(pool: [2], row: [0], groupOutput: [1], totalOutput: 0)) == .infinity)
    #expect(
      audit.bound(at: .init(pool: [2], row: [0], groupOutput: [-1], totalOutput: 0)) == .infinity)
    #expect(
      audit.bound(at: .init(pool: [-1], row: [0], groupOutput: [0], totalOutput: 0)) == .infinity)
  }

  @Test func `every rule that is broken is named`() {
    var problem = Self.smallProblem()
    problem.rows[0].upper = 54
    #expect(
      PlanAudit(problem).violations(of: [0, 1])
        == [.row(0, activity: 55, lower: -.infinity, upper: 54)])
    problem.rows[0].upper = 55 * (1 - 1e-10)
    #expect(PlanAudit(problem).violations(of: [0, 1]).isEmpty)
    problem.rows = []
    problem.items[1].isRequired = true
    problem.items[0].requiredKinds = [[0]]
    #expect(
      PlanAudit(problem).violations(of: [])
        == [.requiredKindsMissing(item: 0, entry: 0), .notCast(item: 1)])
    problem.items[0] = AllocationItem(slots: 0, spendLimit: 29)
    #expect(
      PlanAudit(problem).violations(of: [0, 1])
        == [
          .tooManyOptions(item: 0, count: 1, slots: 0), .overspent(item: 0, spend: 30, limit: 29),
        ])
    #expect(PlanAudit(problem).violations(of: [1, 1]) == [.unknownOption(1)])
    #expect(PlanAudit(problem).violations(of: [7]) == [.unknownOption(7)])
  }

  @Test func `two deals of one exclusion key break a rule`() {
    var problem = Self.smallProblem()
    problem.optionStart = [0, 2, 2]
    problem.items[0].slots = 2
    #expect(PlanAudit(problem).violations(of: [0, 1]) == [.excluded(item: 0, key: 0)])
  }

  @Test(arguments: 1...600)
  func `no feasible choice is worth more than the bound, at any prices`(_ seed: Int) {
    var problems = AuditProblems(seed: UInt64(seed))
    let problem = problems.problem()
    let audit = PlanAudit(problem)
    let best = AuditProblems.allChoices(problem)
      .filter { audit.violations(of: $0).isEmpty }
      .map { audit.value(of: $0) }.max()
    for _ in 0..<5 {
      let bound = audit.bound(at: problems.prices(problem))
      #expect(bound >= (best ?? -.infinity) - 1e-9 * abs(best ?? 1), "seed \(seed)")
    }
  }

  /// With every pool linear and no limit shared, the bound at zero prices is the exact optimum of
  /// each item by itself: a search that misses a choice, or takes one too many, shows.
  @Test(arguments: 1...300)
  func `the best of every item is found exactly`(_ seed: Int) {
    var problems = AuditProblems(seed: UInt64(seed))
    var problem = problems.problem()
    problem.curve = .linear
    problem.rows = []
    problem.groupOutputLimit = problem.groupOutputLimit.map { _ in .infinity }
    problem.totalOutputLimit = .infinity
    problem.costWeight = 1
    let audit = PlanAudit(problem)
    let best = AuditProblems.allChoices(problem)
      .filter { audit.violations(of: $0).isEmpty }
      .map { audit.value(of: $0) }.max()
    var prices = problems.prices(problem)
    prices.row = []
    prices.groupOutput = prices.groupOutput.map { _ in 0 }
    prices.totalOutput = 0
    let bound = audit.bound(at: prices)
    // No feasible choice: some item has nothing that its rules allow.
    guard let best else {
      #expect(bound == -.infinity, "seed \(seed)")
      return
    }
    #expect(abs(bound - best) <= 1e-9 * max(1, abs(best)), "seed \(seed)")
  }
}
