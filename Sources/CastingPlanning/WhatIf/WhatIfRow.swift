/// What a scenario comes to, beside the base.
public struct WhatIfRow: Sendable {
  /// How the search for its plan ended.
  public enum Status: String, Sendable {
    /// Proved to the gap asked for.
    case optimal
    /// A limit came first.
    case feasible
    /// No plan obeys the rules.
    case infeasible
    /// A limit came before any plan.
    case unknown
    /// It is proved that no plan reaches the brief's target; what is shown is the best there is.
    case unreached
  }

  /// What the row is called; `Wording` has the words.
  public var name: ScenarioName
  /// Money.
  public var budget: Double
  /// How the search ended.
  public var status: Status
  /// In units of the objective; nil without a plan.
  public var value: Double?
  /// Nil where no plan obeys the rules.
  public var bound: Double?
  /// (bound − value) / |bound|; nil without a plan.
  public var gap: Double?
  /// Money.
  public var spend: Double
  /// What its plan brings, whatever the objective; nil without a plan.
  public var totals: PlanTotals?
  /// What a yen earns between this budget and the next larger one of the same study: the difference of
  /// the two plans over that of the budgets; nil where there is none.
  public var marginalReturn: Double?
  /// What was found in answer to the brief's target; nil where it has none.
  public var target: TargetAnswer?
  /// How many deals its plan has.
  public var dealCount: Int
  /// Deals that the base does not have, in roster order.
  public var added: [ScenarioDeal]
  /// Deals that only the base has, in roster order.
  public var dropped: [ScenarioDeal]
  /// From this budget to the next of the sweep: deals that go, then those that come, those that
  /// bring most for their money first. Values add up to the difference of the two plans.
  public var next: [ScenarioStep]
  /// Name of the row whose plan was better than what was found for this one.
  public var takenFrom: ScenarioName?
  /// What the plan may come to, before `risk_aversion`; nil where that was not asked for.
  public var outcomes: Outcomes?
  /// Names of the rules left out because they cannot hold without the groups that the row drops.
  public var liftedRules: [String] = []
  /// Names of rules that cannot hold together; nil where there is a plan, or that was not looked for.
  public var clash: [String]?
  /// Why the plan casts nobody; nil where it casts somebody, and without a plan.
  public var emptyReason: EmptyPlanReason?
}
