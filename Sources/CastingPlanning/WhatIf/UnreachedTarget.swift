import Casting

/// A target that no plan was found to reach.
public struct UnreachedTarget: Sendable, Equatable {
  /// The unit of all values.
  public var objective: Objective
  /// In units of the objective.
  public var target: Double
  /// Of the best plan.
  public var value: Double
  /// No plan within the budget is worth more; below the target, it is proved out of reach.
  public var bound: Double
  /// Money: the most that may be spent; infinite where the brief does not say.
  public var budget: Double

  package init(
    objective: Objective, target: Double, value: Double, bound: Double, budget: Double
  ) {
    self.objective = objective
    self.target = target
    self.value = value
    self.bound = bound
    self.budget = budget
  }

  /// Whether it is proved that no plan within the budget reaches the target.
  public var isProved: Bool { bound < target }
}
