import Casting

/// What planning ended with. A limit that stopped it is an outcome, not an error.
public enum PlannerOutcome: Sendable {
  case plan(Plan, PlannerTimings)
  /// No plan obeys the rules: which of them clash, and what would mend it.
  case infeasible(ClashReport)
  /// Plans obey the rules, but none is known that reaches the brief's target.
  case unreached(UnreachedTarget)
  /// A limit came before any plan that obeys the rules was found.
  case unknown
}

/// A target that no plan was found to reach.
public struct UnreachedTarget: Sendable, Equatable {
  public var objective: Objective
  /// In units of the objective.
  public var target: Double
  /// Of the best plan.
  public var value: Double
  /// No plan within the budget is worth more; below the target, it is proved out of reach.
  public var bound: Double
  /// JPY: the most that may be spent; infinite where the brief does not say.
  public var budget: Double

  public var isProved: Bool { bound < target }
}

/// Seconds that the parts of planning took; not part of the plan, which must not vary.
public struct PlannerTimings: Sendable {
  /// Response, affinities, and the problem built from them.
  public var scoring: Double
  public var solving: Double

  public init(scoring: Double, solving: Double) {
    self.scoring = scoring
    self.solving = solving
  }
}
