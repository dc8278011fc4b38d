import Allocation
import LinearAlgebra

/// Plans made by simple rules of thumb, to compare the plan with.
struct Baselines {
  let problem: CastingProblem
  let empty: AllocationState
  let settings: PlannerSettings

  /// Baselines under the same rules, and a note on those that could not be made to obey them. Where
  /// the settings ask for strategies these are made within the budget alone, with the rules they
  /// break, and each has its outcomes.
  func made() -> (baselines: [Baseline], note: String?) {
    let field = BaselineField(problem: problem, empty: empty, threads: settings.threads)
    let rules = RuleOfThumb.allCases.filter { $0.applies(to: field) }
    // A star with the company that rules ask for is no single star.
    let ruled = rules.filter { !settings.comparesStrategies || $0 != .oneStar }
    var made: [RuleOfThumb: Baseline] = [:]
    for (rule, state) in zip(ruled, states(ruled, field, takesNextStar: false)) {
      if let state { made[rule] = baseline(rule, state, of: problem) }
    }
    let broken = rules.filter { made[$0] == nil }
    if settings.comparesStrategies && !broken.isEmpty {
      made.merge(free(broken)) { own, _ in own }
    }
    return (
      rules.compactMap { made[$0] }, BaselineWording.leftOut(rules.filter { made[$0] == nil })
    )
  }

  /// Baselines that know of no rule but the budget; empty where there is nothing to choose from.
  private func free(_ rules: [RuleOfThumb]) -> [RuleOfThumb: Baseline] {
    guard
      let free = try? FreeCasting(
        problem.campaign, rules: problem.rules.catalogue, keepsBudget: true,
        threads: settings.threads, reusing: problem.response)
    else { return [:] }
    let field = BaselineField(
      problem: free.problem, empty: AllocationState(free.problem.allocation),
      threads: settings.threads)
    var made: [RuleOfThumb: Baseline] = [:]
    for (rule, state) in zip(rules, states(rules, field, takesNextStar: true)) {
      guard let state else { continue }
      var baseline = baseline(rule, state, of: free.problem)
      baseline.breaches = free.breaches(of: state.chosenOptions)
      made[rule] = baseline
    }
    return made
  }

  private func baseline(
    _ rule: RuleOfThumb, _ state: AllocationState, of problem: CastingProblem
  ) -> Baseline {
    var baseline = Baseline(
      name: BaselineWording.name(rule), value: state.value, spend: state.rowActivity[0],
      deals: state.chosenCount)
    if settings.comparesStrategies {
      baseline.outcomes = OutcomeModel(
        problem: problem, seed: settings.seed, threads: settings.threads
      ).outcomes(of: state.chosenOptions)
      baseline.largestShare = problem.largestShare(of: state.chosenOptions)
    }
    return baseline
  }

  /// The rules of thumb know nothing of each other, so each may have a thread.
  private func states(
    _ rules: [RuleOfThumb], _ field: BaselineField, takesNextStar: Bool
  ) -> [AllocationState?] {
    var states = [AllocationState?](repeating: nil, count: rules.count)
    states.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: rules.count, blockSize: 1, threads: settings.threads) { number, _ in
        output.base[number] = BaselinePlan(
          rule: rules[number], field: field, takesNextStar: takesNextStar
        ).state()
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

extension CastingProblem {
  /// Share of what the deals add, in booking order, that the creator with most of it carries; nil
  /// where they add nothing.
  func largestShare(of options: [Int]) -> Double? {
    let empty = AllocationState(allocation)
    var added: [Int: Double] = [:]
    let booking = BookingOrder(
      options: options, isLocked: { PlanAssembly.isLocked($0, self, empty) }, empty: empty)
    for step in booking.steps {
      added[empty.itemOfOption(step.option), default: 0] += step.marginalValue
    }
    let total = booking.steps.reduce(0) { $0 + $1.marginalValue }
    guard total > 0, let largest = added.values.max() else { return nil }
    return largest / total
  }
}
