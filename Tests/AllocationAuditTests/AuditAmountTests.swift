import Allocation
import AllocationAudit
import AllocationTestSupport
import Testing

/// What the solver says of problems with amounts, added up again by the audit.
struct AuditAmountTests {
  @Test(arguments: 0..<4)
  func `the audit comes to the solver's value, rows and bound`(_ batch: Int) {
    var settings = AllocationSettings()
    settings.relativeGap = 0.01
    settings.threads = 1
    var compared = 0
    for number in 0..<150 {
      let seed = UInt64(430_000 + 150 * batch + number)
      var random = RandomProblem(seed: seed)
      let problem = random.next(maximumOptions: 12, amounts: 1)
      let solution = AllocationSolver(valid: problem, settings: settings).solve()
      guard solution.outcome == .optimal else { continue }
      let audit = PlanAudit(problem)
      #expect(audit.violations(of: solution.chosenOptions).isEmpty, "seed \(seed)")
      let value = audit.value(of: solution.chosenOptions)
      #expect(abs(value - solution.value) <= 1e-9 * max(1, abs(value)), "seed \(seed)")
      let mine = audit.activities(of: solution.chosenOptions)
      let brute = BruteForce(problem)
      for (row, activity) in zip(problem.rows, mine) {
        let counted = brute.activity(of: row, solution.chosenOptions)
        #expect(abs(activity - counted) <= 1e-9 * max(1, abs(counted)), "seed \(seed)")
      }
      let bound = audit.bound(at: solution.prices)
      let rounding =
        1e-9 * max(1, abs(bound)) + 1e5 * audit.boundRounding(at: solution.prices)
      #expect(abs(bound - solution.priceBound) <= rounding, "seed \(seed)")
      #expect(bound >= value - rounding, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 60, "\(compared)")
  }
}
