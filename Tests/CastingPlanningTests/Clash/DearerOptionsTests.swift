import Allocation
import AllocationTestSupport
import CastingPlanning
import Testing

/// Options that are only dearer than others are in no need where the least spend is looked for.
@Suite struct DearerOptionsTests {
  /// Half of the problems have rows that count amounts: an option that is dearer may have the amount wanted.
  @Test func leastSpendIsTheSameWithoutThem() throws {
    var (dropped, counting) = (0, 0)
    for seed in UInt64(440_000)..<440_400 {
      var random = RandomProblem(seed: seed)
      var problem = random.next(maximumOptions: 11, amounts: seed.isMultiple(of: 2) ? 1 : 0)
      problem.groupWorth = problem.groupWorth.map { _ in 0 }
      problem.optionValue = []
      problem.costWeight = 1
      let (lean, kept) = problem.withoutDearerOptions()
      try lean.validate()
      #expect(lean.amounts == problem.amounts.map { list in kept.map { list[$0] } })
      let (whole, least) = (BruteForce(problem).optimum(), BruteForce(lean).optimum())
      #expect(whole?.value == least?.value, "seed \(seed)")
      if let least {
        #expect(BruteForce(problem).obeys(least.options.map { kept[$0] }), "seed \(seed)")
      }
      if kept.count < problem.optionCount {
        dropped += 1
        if !problem.amounts.isEmpty { counting += 1 }
      }
    }
    #expect(dropped > 100 && counting > 30, "\(dropped) \(counting)")
  }
}
