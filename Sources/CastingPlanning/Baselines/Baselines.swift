import Allocation
import LinearAlgebra

/// Plans made by simple rules of thumb, to compare the plan with.
struct Baselines {
  let problem: CastingProblem
  let empty: AllocationState
  let settings: PlannerSettings

  struct Made {
    var baselines: [Baseline]
    /// On those that could not be made to obey the rules.
    var note: PlanNote?
    /// Options of the one that is worth most of those that obey them.
    var best: [Int]?
  }

  /// Baselines under the same rules, and a note on those that could not be made to obey them. Where
  /// the settings ask for strategies these are made within the budget alone, with the rules they
  /// break, and each has its outcomes.
  func made() -> Made {
    let field = BaselineField(problem: problem, empty: empty, threads: settings.threads)
    let rules = RuleOfThumb.allCases.filter { $0.applies(to: field) }
    var made: [RuleOfThumb: Baseline] = [:]
    var best: AllocationState?
    for (rule, state) in zip(rules, states(rules, field)) {
      guard let state else { continue }
      made[rule] = baseline(rule, state, of: problem)
      if state.value > best?.value ?? -.infinity { best = state }
    }
    let broken = rules.filter { made[$0] == nil }
    if settings.comparesStrategies && !broken.isEmpty {
      made.merge(free(broken)) { own, _ in own }
    }
    let missing = rules.filter { made[$0] == nil }
    return Made(
      baselines: rules.compactMap { made[$0] },
      note: missing.isEmpty ? nil : .notCompared(ways: missing), best: best?.chosenOptions)
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
    for (rule, state) in zip(rules, states(rules, field)) {
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
      rule: rule, value: state.value, spend: state.spend,
      deals: state.chosenCount)
    if settings.comparesStrategies {
      baseline.outcomes = OutcomeModel(
        problem: problem, seed: settings.seed, threads: settings.threads
      ).outcomes(of: state.chosenOptions)
      baseline.largestShare = problem.largestShare(
        of: state.chosenOptions, locks: self.problem.locks)
    }
    return baseline
  }

  /// The rules of thumb know nothing of each other, so each may have a thread.
  private func states(
    _ rules: [RuleOfThumb], _ field: BaselineField
  ) -> [AllocationState?] {
    var states = [AllocationState?](repeating: nil, count: rules.count)
    states.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: rules.count, blockSize: 1, threads: settings.threads) { number, _ in
        output.base[number] = BaselinePlan(rule: rules[number], field: field).state()
      }
    }
    return states
  }
}

extension RuleOfThumb {
  func applies(to field: BaselineField) -> Bool {
    switch self {
    case .bestEngagement: field.problem.campaign.roster.engagementRates.isPresent
    case .equalSplitOverNiches: field.nicheCount > 1
    case .topFollowers, .valuePerYen, .oneStar: true
    }
  }
}

extension CastingProblem {
  /// Share of what the deals add, in the booking order of a plan, that the creator with most of it
  /// carries; nil where they add nothing.
  ///
  /// - Parameter locks: of the campaign, whose deals are booked first.
  func largestShare(of options: [Int], locks: CampaignLocks) -> Double? {
    let empty = AllocationState(allocation)
    var added: [Int: Double] = [:]
    let booking = BookingOrder(
      options: options,
      isLocked: {
        locks.names(creator: empty.itemOfOption($0), product: self.product(ofOption: $0))
      }, empty: empty)
    for step in booking.steps {
      added[empty.itemOfOption(step.option), default: 0] += step.marginalValue
    }
    let total = booking.steps.reduce(0) { $0 + $1.marginalValue }
    guard total > 0, let largest = added.values.max() else { return nil }
    return largest / total
  }
}
