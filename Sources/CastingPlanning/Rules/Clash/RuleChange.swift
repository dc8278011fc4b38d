import Casting

/// What is done to a rule that no plan can obey as it stands.
public enum RuleChange: Fact {
  /// A limit moves; `unit` is that of both numbers.
  case raise(rule: String, side: CampaignRule.Side, from: Double, to: Double, unit: RuleUnit)
  case lower(rule: String, side: CampaignRule.Side, from: Double, to: Double, unit: RuleUnit)
  /// The campaign takes place on more days.
  case widen(rule: String, from: CalendarDay, to: CalendarDay)
  /// The rule is given up.
  case drop(rule: String)

  /// - Parameter unit: of the rule's limit.
  package init(_ relaxation: Relaxation, unit: RuleUnit) {
    switch (relaxation.from, relaxation.to) {
    case (.limit(let from), .limit(let to)):
      self.init(rule: relaxation.rule, side: relaxation.side, from: from, to: to, unit: unit)
    case (_, .days(let window)):
      self = .widen(rule: relaxation.rule, from: window.from, to: window.to)
    default: self = .drop(rule: relaxation.rule)
    }
  }

  fileprivate init(
    rule: String, side: CampaignRule.Side, from: Double, to: Double, unit: RuleUnit
  ) {
    self =
      from < to
      ? .raise(rule: rule, side: side, from: from, to: to, unit: unit)
      : .lower(rule: rule, side: side, from: from, to: to, unit: unit)
  }
}

extension RuleChange {
  /// What would be enough to mend a clash.
  package init(_ rule: ClashingRule) {
    self.init(rule.relaxation, unit: rule.rule.unit)
  }
}

extension Campaign {
  /// The change that a plan takes for granted; one of a rule that the campaign does not have counts
  /// in deals.
  public func change(_ relaxation: Relaxation) -> RuleChange {
    let rule = rules.first { $0.name == relaxation.rule && $0.side == relaxation.side }
    return RuleChange(relaxation, unit: rule?.unit ?? .deals)
  }
}
