import CastingPlanning

extension PlanWording {
  /// The rule without which the plan would be worth most, of those that were solved without.
  static func dearestRule(_ plan: Plan) -> String? {
    let solved = plan.rules.filter { $0.cost != nil }
    guard let first = solved.first else { return nil }
    let dearest = solved.dropFirst().reduce(first) { $1.cost ?? 0 > $0.cost ?? 0 ? $1 : $0 }
    let cost = dearest.cost ?? 0
    guard cost > plan.value.magnitude * 1e-7, cost > 1e-6 else { return nil }
    let gain =
      "the plan would be worth at most \(Amount.value(cost, plan.objective, rule: .up)) more."
    if solved.count == plan.rules.count(where: { $0.name != "budget" }) {
      return "The rule that costs most is \(dearest.name): without it \(gain)"
    }
    // The others may cost more.
    return solved.count == 1
      ? "Without the rule \(dearest.name) \(gain)"
      : "Of \(solved.count) rules that were solved without, \(dearest.name) costs most: without it \(gain)"
  }

  /// What more budget would bring, where it would bring anything.
  static func budgetStep(_ step: BudgetStep?, _ plan: (value: Double, objective: Objective))
    -> String?
  {
    guard let step, step.adds > plan.value.magnitude * 1e-7, step.adds >= 0.005 else { return nil }
    return "Another \(Amount.yen(step.yen)) of budget would add about "
      + "\(Amount.price(step.adds, plan.objective))."
  }
}
