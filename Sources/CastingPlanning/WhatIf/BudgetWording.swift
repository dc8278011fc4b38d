import Casting

/// What is said of a budget that was found rather than stated.
public enum BudgetWording {
  /// Below the plan.
  static func note(_ answer: BudgetAnswer, _ plan: Plan) -> String {
    switch answer.question {
    case .target(let target):
      return leastSpend(
        plan.spend, reaching: target, bound: answer.spendBound, objective: plan.objective)
    case .minimumReturn(let rate):
      return "\(Yen.text(answer.budget)) is spent: beyond that another yen would earn less than "
        + "\(written(rate)), the minimum_marginal_return."
    }
  }

  /// - Parameters:
  ///   - spend: JPY, that was found.
  ///   - least: JPY: no plan that reaches the target costs less.
  public static func leastSpend(
    _ spend: Double, reaching target: Double, bound least: Double?, objective: Objective
  ) -> String {
    let start =
      "The least spend found that reaches \(ObjectiveAmount.text(target, objective)) is "
      + "\(Yen.text(spend))"
    guard let least, least > 0 else { return start + "." }
    return least >= spend
      ? start + ", and no plan that costs less reaches it."
      : start + "; no plan that costs less than \(Yen.text(least.rounded(.down))) reaches it."
  }

  /// On stderr.
  public static func unreached(_ miss: UnreachedTarget) -> String {
    let target = ObjectiveAmount.text(miss.target, miss.objective)
    let money = miss.budget.isFinite ? " with \(Yen.text(miss.budget))" : ", at any budget"
    return miss.isProved
      ? "no plan that obeys the rules reaches \(target)\(money): at most "
        + "\(ObjectiveAmount.text(miss.bound, miss.objective)) is possible, and "
        + "\(ObjectiveAmount.text(miss.value, miss.objective)) was found"
      : "no plan was found that reaches \(target)\(money): the best is worth "
        + "\(ObjectiveAmount.text(miss.value, miss.objective)), and more than "
        + "\(ObjectiveAmount.text(miss.bound, miss.objective)) is not possible; allow more with "
        + "--time-limit or --gap"
  }

  private static func written(_ rate: Double) -> String {
    rate == rate.rounded() ? Yen.grouped(rate) : "\(rate)"
  }
}
