import Casting

/// One side of one rule of a campaign: what can be kept, loosened or dropped by itself.
public struct CampaignRule: Sendable, Equatable {
  /// Which end of a rule it is.
  public enum Side: String, Sendable, Encodable {
    case minimum = "min"
    case maximum = "max"
    /// The rule holds or it does not; there is no limit to move.
    case whole = "rule"
  }

  package var label: RuleLabel
  /// The kind as files name it.
  package var word: String
  /// As plans and reports call it: the user's own words.
  public var name: String
  /// Which end of the rule, or the whole of it.
  public var side: Side
  /// Nil where there is no number to move.
  public var limit: Double?
  /// Of the limit.
  public var unit: RuleUnit
  /// Place among the campaign's rules: of two that say the same each is one of its own.
  package var number = 0
  package var order: ClashOrder
  package var burden: RuleBurden
  package var grain: Double
  package var days: CampaignWindow?

  package init(_ side: RuleSide, of rule: any CastingRule) {
    self.init(side, label: rule.label, name: side.name ?? rule.name)
  }

  package init(_ side: RuleSide, label: RuleLabel, name: String) {
    self.label = label
    self.name = name
    self.side = side.side
    word = side.word
    limit = side.limit
    unit = side.unit
    order = side.order
    burden = side.burden
    grain = side.grain
    days = side.days
  }

  /// Whether the name is this side's alone, of a rule with two: `P1 creators (minimum)`.
  func isCalled(_ text: String) -> Bool {
    switch side {
    case .minimum: text == name + " (minimum)"
    case .maximum: text == name + " (maximum)"
    case .whole: false
    }
  }
}
