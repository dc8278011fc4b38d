import Casting

/// What a brief asks in place of naming what to spend.
public enum BudgetQuestion: Sendable, Equatable {
  /// The least spend that reaches a value, in units of the objective.
  case target(Double)
  /// To spend as long as one more yen earns at least so much, in units of the objective per yen.
  case minimumReturn(Double)
}

/// What was found in answer, and what is proved about it.
public struct BudgetAnswer: Sendable, Equatable {
  /// What the brief asked.
  public var question: BudgetQuestion
  /// Money: the budget that the plan is made with.
  public var budget: Double
  /// For a target. Money: no plan that reaches it costs less.
  public var spendBound: Double?
  /// Whether the search came to its end, and no limit stopped it.
  public var isSettled = true
  /// For a minimum return: no plan's value less the return times its spend is more.
  public var surplusBound: Double?
}

extension Brief {
  /// What the brief asks in place of naming what to spend; a budget beside it is the most there is.
  package var budgetQuestion: BudgetQuestion? {
    if let target { return .target(target) }
    return minimumMarginalReturn.map { .minimumReturn($0) }
  }

  /// Whether the spend per creator is a share of what only the answer to a minimum return would tell.
  package var isShareOfNothing: Bool {
    guard budget == nil, minimumMarginalReturn != nil, case .shareOfBudget = spendPerCreator else {
      return false
    }
    return true
  }

  /// The brief with the budget that answers its question.
  ///
  /// A limit per creator that is a share of the budget goes by the budget that is stated, where one is.
  package func settled(on found: Double) -> Brief {
    var brief = self
    if let budget, case .shareOfBudget(let share) = spendPerCreator {
      brief.spendPerCreator = .yen(share * budget)
    }
    brief.budget = found
    brief.target = nil
    brief.minimumMarginalReturn = nil
    return brief
  }
}

extension Campaign {
  /// The campaign with the budget that answers its brief's question.
  public func settled(on budget: Double) -> Campaign {
    var campaign = self
    campaign.brief = brief.settled(on: budget)
    return campaign
  }
}
