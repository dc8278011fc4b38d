/// What a little more budget would bring: two budgets, both solved.
public struct BudgetStep: Sendable, Equatable {
  /// Money by which the budget is larger.
  public var yen: Double
  /// What the best plan found with it is worth more than the plan, in units of the objective; never
  /// negative.
  public var adds: Double
  /// No plan with it is worth more than the plan by more than this.
  public var addsAtMost: Double

  package init(yen: Double, adds: Double, addsAtMost: Double) {
    self.yen = yen
    self.adds = adds
    self.addsAtMost = addsAtMost
  }
}
