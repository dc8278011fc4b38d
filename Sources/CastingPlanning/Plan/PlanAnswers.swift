import Casting

/// What a plan is told beside its deals.
struct PlanAnswers {
  var deals: [PlannedDeal]
  /// The creators nearest to coming in first.
  var leftOut: [LeftOutFinding]
  var rules: [RuleReport]
  var budgetStep: BudgetStep?
  /// No plan is worth more; infinite where nothing was asked.
  var bound = Double.infinity
}

extension LeftOutFinding {
  /// Finds up to which fee she comes in.
  mutating func solve(_ trials: inout FeeTrials) {
    guard mayEnter, let deal else { return }
    fee = trials.entry(of: deal, guess: pricedFee)
  }
}
