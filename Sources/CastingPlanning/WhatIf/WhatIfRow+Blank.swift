// Blank values to be filled field by field.

extension WhatIfRow {
  /// A scenario of which nothing is known yet.
  ///
  /// - Parameter budget: Money.
  package init(name: ScenarioName, budget: Double) {
    self.init(
      name: name, budget: budget, status: .unknown, value: nil, bound: nil, gap: nil, spend: 0,
      dealCount: 0, added: [], dropped: [], next: [], takenFrom: nil)
  }
}

extension JointPlan {
  /// A plan of no scenario yet.
  package init(row: WhatIfRow) { self.init(row: row, parts: [], isPlanOf: nil) }
}

extension JointPlan.Part {
  /// A scenario in which the plan is worth nothing.
  package init(name: ScenarioName, probability: Double) {
    self.init(name: name, probability: probability, value: 0, regret: 0, spend: 0)
  }
}
