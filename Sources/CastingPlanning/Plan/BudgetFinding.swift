import Casting

/// What a budget that was found rather than stated answers. Money is money.
public enum BudgetFinding: Fact {
  /// The least spend found that reaches the target; no plan that costs less than `noLessThan` does.
  case leastSpend(target: Double, objective: Objective, spend: Double, noLessThan: Double?)
  /// Beyond the budget another yen would earn less than the return asked for.
  case returnReached(budget: Double, rate: Double)
}

extension BudgetFinding {
  init(_ answer: BudgetAnswer, _ plan: Plan) {
    switch answer.question {
    case .target(let target):
      self = .leastSpend(
        target: target, objective: plan.objective,
        spend: plan.totals?.clientSpend ?? plan.spend, noLessThan: answer.spendBound)
    case .minimumReturn(let rate): self = .returnReached(budget: answer.budget, rate: rate)
    }
  }
}
