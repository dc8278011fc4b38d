import Allocation
import LinearAlgebra

/// Plans made by simple rules of thumb under the same rules, to compare the plan with.
struct Baselines {
  let problem: CastingProblem
  let empty: AllocationState
  let threads: Int

  /// Baselines that obey every rule, and a note on those that could not be made to.
  func made() -> (baselines: [Baseline], note: String?) {
    var baselines: [Baseline] = []
    var broken: [RuleOfThumb] = []
    let field = BaselineField(problem: problem, empty: empty, threads: threads)
    let rules = RuleOfThumb.allCases.filter { $0.applies(to: field) }
    for (rule, state) in zip(rules, states(rules, field)) {
      guard let state else {
        broken.append(rule)
        continue
      }
      baselines.append(
        Baseline(
          name: BaselineWording.name(rule), value: state.value, spend: state.rowActivity[0],
          deals: state.chosenCount))
    }
    return (baselines, BaselineWording.leftOut(broken))
  }

  /// The rules of thumb know nothing of each other, so each may have a thread.
  private func states(_ rules: [RuleOfThumb], _ field: BaselineField) -> [AllocationState?] {
    var states = [AllocationState?](repeating: nil, count: rules.count)
    states.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: rules.count, blockSize: 1, threads: threads) { number, _ in
        output.base[number] = BaselinePlan(rule: rules[number], field: field).state()
      }
    }
    return states
  }
}

/// How people choose when they do not calculate.
enum RuleOfThumb: CaseIterable, Sendable {
  case topFollowers, bestEngagement, valuePerYen, equalSplitOverNiches, oneStar

  func applies(to field: BaselineField) -> Bool {
    switch self {
    case .bestEngagement: field.problem.campaign.roster.engagementRates.isPresent
    case .equalSplitOverNiches: field.nicheCount > 1
    case .topFollowers, .valuePerYen, .oneStar: true
    }
  }
}
