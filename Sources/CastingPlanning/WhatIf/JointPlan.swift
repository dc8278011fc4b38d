import Allocation

/// One plan for several scenarios at once, to be booked before it is known which of them comes.
public struct JointPlan: Sendable {
  /// What the plan comes to in one scenario.
  public struct Part: Sendable, Equatable {
    /// Of the scenario.
    public var name: ScenarioName
    /// Weight of the scenario, 0…1; all of them sum to 1.
    public var probability: Double
    /// What the plan is worth there, in units of the objective.
    public var value: Double
    /// What the best plan that was found for this scenario alone is worth more.
    public var regret: Double
    /// Money.
    public var spend: Double
  }

  /// The mean of `parts`, and its bound; nil values where no plan obeys the rules of all.
  public var row: WhatIfRow
  /// In the order of the base and the rows.
  public var parts: [Part]
  /// Name of the scenario whose own plan is the one shown; nil where it was made for all.
  public var isPlanOf: ScenarioName?
}

extension WhatIfStudy {
  /// Why one plan for all scenarios cannot be made.
  public enum JointFault: Error, Sendable, Equatable {
    case objectives, formats, keptPlans
    /// A scenario asks for its budget.
    case budgetQuestion
  }

  /// The plan that is worth most on average, of those that obey the rules of every scenario.
  ///
  /// Throws `JointFault`.
  ///
  /// - Parameter probabilities: by row, base first; sum to 1. Rows that weigh nothing do not count.
  public func jointPlan(
    probabilities: [Double], settings: PlannerSettings
  ) throws -> JointPlan {
    let rows = zip([base] + plans, probabilities).filter { $0.1 > 0 }
    let (scenarios, weights) = (rows.map(\.0), rows.map(\.1))
    if scenarios.contains(where: { $0.budgetAnswer != nil }) { throw JointFault.budgetQuestion }
    let joint: JointProblem
    do throws(JointProblem.Obstacle) {
      joint = try JointProblem(scenarios.map(\.problem), weights: weights)
    } catch {
      switch error {
      case .objectives: throw JointFault.objectives
      case .formats: throw JointFault.formats
      case .keptPlans: throw JointFault.keptPlans
      }
    }
    let solution = AllocationSolver(valid: joint.allocation, settings: settings.allocation)
      .solve(from: nil)
    var candidates: [(name: ScenarioName?, choices: [WarmStart.Choice])] = scenarios.filter(
      \.hasPlan
    )
    .map { ($0.scenario.name, $0.choices) }
    if solution.value > -.infinity {
      candidates.insert((nil, joint.allocation.choices(solution.chosenOptions)), at: 0)
    }
    // The first of the best, so that the plan for all stands where others are as good.
    var best: (number: Int, parts: [JointPlan.Part], value: Double)?
    for (number, candidate) in candidates.enumerated() {
      guard let parts = Self.parts(candidate.choices, scenarios, weights) else { continue }
      let value = zip(parts, weights).reduce(0) { $0 + $1.0.value * $1.1 }
      if best.map({ value > $0.value + 1e-9 * $0.value.magnitude }) ?? true {
        best = (number, parts, value)
      }
    }
    let bound = Self.bound(
      scenarios, weights, joint.boundHolds ? solution : nil, value: best?.value)
    let choices = best.map { candidates[$0.number].choices }
    return JointPlan(
      row: Self.row(
        choices, of: scenarios, value: best?.value, bound: bound,
        isInfeasible: best == nil
          && (solution.outcome == .infeasible || scenarios.contains(where: \.isInfeasible)),
        spend: best?.parts.map(\.spend).max() ?? 0, beside: base, gap: settings.relativeGap),
      parts: best?.parts ?? [], isPlanOf: best.flatMap { candidates[$0.number].name })
  }

  /// What a plan comes to in each scenario; nil where it breaks a rule of one.
  private static func parts(
    _ choices: [WarmStart.Choice], _ scenarios: [ScenarioPlan], _ weights: [Double]
  ) -> [JointPlan.Part]? {
    var parts: [JointPlan.Part] = []
    for (scenario, weight) in zip(scenarios, weights) {
      guard let state = scenario.state(of: choices), state.keepsEveryRule else { return nil }
      parts.append(
        JointPlan.Part(
          name: scenario.scenario.name, probability: weight, value: state.value,
          regret: scenario.hasPlan ? scenario.value - state.value : 0,
          spend: state.spend))
    }
    return parts
  }

  /// The mean of the scenarios' own bounds, as if it were known which of them comes, or what the
  /// problem of all proves, whichever is less.
  private static func bound(
    _ scenarios: [ScenarioPlan], _ weights: [Double], _ solution: AllocationSolution?,
    value: Double?
  ) -> Double {
    let apart = zip(scenarios, weights).reduce(0) { $0 + $1.0.bound * $1.1 }
    let together = solution.map { $0.outcome == .infeasible ? .infinity : $0.bound } ?? .infinity
    return max(min(apart, together), value ?? -.infinity)
  }

  private static func row(
    _ choices: [WarmStart.Choice]?, of scenarios: [ScenarioPlan], value: Double?, bound: Double,
    isInfeasible: Bool, spend: Double, beside base: ScenarioPlan, gap: Double
  ) -> WhatIfRow {
    let deals = choices?.compactMap(scenarios[0].deal) ?? []
    let changes = ScenarioDeal.changes(from: base.deals, to: deals)
    let found = value.map { AllocationSolution.relativeGap(value: $0, bound: bound) }
    return WhatIfRow(
      name: .changes([.allAtOnce]),
      budget: scenarios.map { $0.scenario.campaign.brief.budget ?? .infinity }.min() ?? .infinity,
      status: found.map { $0 <= max(gap, 1e-9) ? .optimal : .feasible }
        ?? (isInfeasible ? .infeasible : .unknown),
      value: value, bound: isInfeasible ? nil : bound, gap: found, spend: spend,
      dealCount: deals.count,
      added: changes.added, dropped: changes.dropped, next: [], takenFrom: nil)
  }
}
