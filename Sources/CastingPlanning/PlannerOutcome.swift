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

/// Seconds that the parts of planning took; not part of the plan, which must not vary.
public struct PlannerTimings: Sendable {
  /// Response, affinities, and the problem built from them.
  public var scoring: Double
  /// The search for plan and bound, and what is told beside them.
  public var solving: Double
  /// Other budgets.
  public var curve = 0.0

  package init(scoring: Double, solving: Double) {
    self.scoring = scoring
    self.solving = solving
  }
}
