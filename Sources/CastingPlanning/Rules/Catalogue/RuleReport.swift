/// A rule, how far it is used and what it costs.
public struct RuleReport: Sendable {
  /// In the words of the brief; what `explain` and what-ifs call it.
  public var name: String
  /// −∞ when there is none.
  public var lower: Double
  /// What the plan comes to, in the unit of the limits.
  public var activity: Double
  /// +∞ when there is none.
  public var upper: Double
  /// Value gained per unit by which the pressing side is relaxed: positive when the upper side
  /// presses, negative when the lower does, 0 when neither.
  public var price: Double
  /// Of the limits and the activity.
  public var unit = RuleUnit.deals
  /// Whether the rule can only be lifted whole: the price is then that of the whole rule, by how
  /// much the bound at the plan's prices would rise without it.
  public var isWhole = false
  /// The name without blanks; unlike any other of the plan.
  public var id = ""
  /// What the best plan without the rule is worth more at most, found by solving without it: in units of
  /// the objective, never negative; nil where that was not solved.
  public var cost: Double?
  /// What the rule is, for programs; nil where that is not known.
  public var kind: RuleKind?
  /// Whom or what it is about: an id, ids, or a filter in words; nil where it is about all.
  public var subject: String?
}
