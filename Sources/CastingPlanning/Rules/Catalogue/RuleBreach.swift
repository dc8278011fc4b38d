/// A rule that a list of deals breaks.
public struct RuleBreach: Sendable, Equatable {
  /// As plans call it.
  public var rule: String
  /// Which limit is broken.
  public var side: CampaignRule.Side
  /// Nil where the rule has no number.
  public var limit: Double?
  /// The limit that the list would need.
  public var found: Double?
  /// Of both.
  public var unit: RuleUnit

  package init(
    rule: String, side: CampaignRule.Side, limit: Double?, found: Double?, unit: RuleUnit
  ) {
    self.rule = rule
    self.side = side
    self.limit = limit
    self.found = found
    self.unit = unit
  }
}
