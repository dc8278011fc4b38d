import Allocation

/// Plans made by simple rules of thumb under the same rules, to compare the plan with.
struct Baselines {
  let problem: CastingProblem
  let empty: AllocationState
  let threads: Int

  /// Baselines that obey every rule, and a note for each that could not be made to.
  func made() -> (baselines: [Baseline], notes: [String]) {
    var baselines: [Baseline] = []
    var notes: [String] = []
    let field = BaselineField(problem: problem, empty: empty, threads: threads)
    for rule in RuleOfThumb.allCases where rule.applies(to: field) {
      guard let state = BaselinePlan(rule: rule, field: field).state() else {
        notes.append(BaselineWording.leftOut(rule))
        continue
      }
      baselines.append(
        Baseline(
          name: BaselineWording.name(rule), value: state.value, spend: state.rowActivity[0],
          deals: state.chosenCount))
    }
    return (baselines, notes)
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
