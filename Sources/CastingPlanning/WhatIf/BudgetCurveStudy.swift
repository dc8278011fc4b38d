import Allocation

/// Plans again at other budgets and holds the answers against the plan and against each other.
///
/// The plan stays what it is, so that it is the same whether the curve is asked for or not. Work is
/// counted in nodes and choices, not in time: every machine makes the same curve.
struct BudgetCurveStudy {
  /// Nearer than this takes longer and moves no line that anybody sees.
  private static let gap = 0.01
  /// Nodes of branching that one budget may take.
  private static let nodes = 40
  let problem: CastingProblem
  /// Of the problem: where the searches begin.
  let solution: AllocationSolution
  let settings: PlannerSettings

  /// Gives the plan its curve, or the reason for which it has none. Throws as `HeldCampaign` does.
  func add(to plan: inout Plan) throws {
    (plan.curve, plan.curveOmission) = (nil, omission(of: plan))
    if plan.curveOmission == nil { plan.curve = try curve(around: plan) }
  }

  private func omission(of plan: Plan) -> BudgetCurve.Omission? {
    if settings.curvePoints < 1 { return .notAsked }
    if !plan.budget.isFinite { return .noBudget }
    // A search that did not come so near here would not at other budgets either.
    return plan.gap <= limits.relativeGap || plan.status == .optimal ? nil : .searchStopped
  }

  private var limits: PlannerSettings {
    var limits = settings
    limits.relativeGap = max(Self.gap, settings.relativeGap)
    limits.maximumNodes = min(Self.nodes, settings.maximumNodes)
    // Trees of all budgets together take no more than the other questions about a plan.
    limits.maximumWork = settings.feeTrialWork / settings.curvePoints
    limits.timeLimit = .infinity
    return limits
  }

  private func curve(around plan: Plan) throws -> BudgetCurve {
    let own = ScenarioPlan(
      scenario: Scenario(name: .changes([.base]), campaign: problem.campaign, relation: .same),
      problem: problem,
      solution: solution, empty: AllocationState(problem.allocation))
    let budgets = BudgetCurve.budgets(
      around: plan.budget, count: settings.curvePoints, in: plan.money
    )
    .filter { $0 != plan.budget }
    let study = try WhatIfStudy(HeldCampaign(own, settings: limits), base: own, budgets: budgets)
    var curve = BudgetCurve(points: study.plans.map { point($0, beside: plan) })
    let place = curve.points.firstIndex { $0.budget > plan.budget } ?? curve.points.count
    curve.points.insert(
      BudgetCurve.Point(
        budget: plan.budget, value: plan.value, bound: plan.bound, deals: plan.deals.count),
      at: place)
    curve.fillReturns()
    return curve
  }

  /// A larger budget allows the plan, a smaller one nothing that is worth more than the plan's bound.
  ///
  /// A plan of a smaller budget that is worth more than the plan, by less than the plan's gap, is shown
  /// with no more than the plan's value: that much can be had there, and values never fall.
  private func point(_ other: ScenarioPlan, beside plan: Plan) -> BudgetCurve.Point {
    var point = BudgetCurve.Point(
      budget: other.scenario.campaign.brief.budget ?? .infinity,
      value: other.hasPlan ? other.value : nil, bound: other.isInfeasible ? nil : other.bound,
      deals: other.hasPlan ? other.dealCount : nil)
    if point.budget > plan.budget {
      if point.value ?? -.infinity <= plan.value {
        (point.value, point.deals) = (plan.value, plan.deals.count)
      }
      point.bound = max(point.bound ?? plan.bound, plan.bound)
    } else {
      point.value = point.value.map { min($0, plan.value) }
      point.bound = point.bound.map { min($0, plan.bound) }
    }
    return point
  }
}
