import Allocation
import AllocationTestSupport
import CastingPlanning
import LinearAlgebra
import Testing

/// Problems that differ in amounts and limits, and in which options there are, as one.
@Suite struct JointAllocationTests {
  @Test func plansObeyTheRulesOfAllProblems() throws {
    var (obeyed, broken) = (0, 0)
    for seed in UInt64(450_000)..<450_200 {
      var random = RandomProblem(seed: seed)
      let first = random.next(maximumOptions: 8, amounts: 1)
      var generator = SeededGenerator(seed: seed)
      var second = first
      second.amounts[0] = second.amounts[0].map { ($0 * 2 * generator.nextUniform()).rounded() }
      for row in second.rows.indices where generator.nextUniform() < 0.3 {
        second.rows[row].upper = (second.rows[row].upper * 0.8).rounded()
      }
      // Its lists stand at other places.
      second.amounts.insert(second.optionCost, at: 0)
      for row in second.rows.indices {
        second.rows[row].amount = second.rows[row].amount.map { $0 + 1 }
      }
      let kept = second.optionCost.indices.filter { _ in generator.nextUniform() < 0.9 }
      let part = Self.keeping(kept, of: second)
      let joint = AllocationProblem.joining([first, part], weights: [0.5, 0.5])
      try joint.validate()
      #expect(joint.optionCost == kept.map { first.optionCost[$0] }, "seed \(seed)")
      let (whole, own, all) = (BruteForce(first), BruteForce(part), BruteForce(joint))
      for bits in 0..<(1 << kept.count) {
        let options = kept.indices.filter { bits >> $0 & 1 == 1 }
        let isPlan = own.obeys(options) && whole.obeys(options.map { kept[$0] })
        #expect(all.obeys(options) == isPlan, "seed \(seed): \(options)")
        if isPlan { obeyed += 1 } else { broken += 1 }
      }
    }
    #expect(obeyed > 200 && broken > 5_000, "\(obeyed) \(broken)")
  }

  /// Lists that are the same in all problems are listed once, and so are rows.
  @Test func whatIsTheSameStaysOne() {
    var random = RandomProblem(seed: 450_001)
    let problem = random.next(maximumOptions: 8, amounts: 1)
    let joint = AllocationProblem.joining([problem, problem, problem], weights: [0.2, 0.3, 0.5])
    #expect(Set(joint.amounts) == Set(problem.amounts))
    #expect(joint.rows.count <= problem.rows.count)
    #expect(joint.optionReach == problem.optionReach)
  }

  private static func keeping(_ kept: [Int], of problem: AllocationProblem) -> AllocationProblem {
    var part = problem
    part.optionStart = problem.optionStart.map { start in kept.count { $0 < start } }
    part.optionKind = kept.map { problem.optionKind[$0] }
    part.optionReach = kept.map { problem.optionReach[$0] }
    part.optionCost = kept.map { problem.optionCost[$0] }
    part.optionValue = problem.optionValue.isEmpty ? [] : kept.map { problem.optionValue[$0] }
    part.amounts = problem.amounts.map { list in kept.map { list[$0] } }
    return part
  }
}
