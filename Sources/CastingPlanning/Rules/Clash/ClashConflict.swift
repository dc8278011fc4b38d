import Casting

/// What stands against one rule of a clash. Numbers are in `unit`.
public enum ClashConflict: Fact {
  /// Whose rules stand against it.
  public enum Opponents: String, Sendable, Encodable {
    /// Nobody's: the rule cannot be obeyed by itself.
    case none
    /// Those of the clash.
    case clash
    /// All others of the campaign.
    case campaign
  }

  /// A rule that holds or does not, without a number.
  case whole(rule: String)
  /// It allows less than the others need.
  case tooLow(rule: String, limit: Double, needed: Double, unit: RuleUnit, against: Opponents)
  /// It asks for more than the others leave room for.
  case tooHigh(rule: String, limit: Double, possible: Double, unit: RuleUnit, against: Opponents)
}

extension ClashingRule {
  /// What stands against the rule: a fact, which `Wording.conflict` puts into words.
  ///
  /// - Parameter isAlone: whether the clash has no other rule.
  public func conflict(alone isAlone: Bool) -> ClashConflict {
    guard case .limit(let from, let to) = change else { return .whole(rule: rule.name) }
    let opponents: ClashConflict.Opponents =
      isAlone ? .none : scope == .campaign ? .campaign : .clash
    return rule.side == .minimum
      ? .tooHigh(rule: rule.name, limit: from, possible: to, unit: rule.unit, against: opponents)
      : .tooLow(rule: rule.name, limit: from, needed: to, unit: rule.unit, against: opponents)
  }
}

/// A change that a plan was made with, and the rules for whose sake: none where no plan can obey the
/// rule by itself.
public struct RelaxedRule: Sendable, Equatable {
  /// What was done to the rule.
  public var change: RuleChange
  /// Names of the other rules of the clash.
  public var rivals: [String]

  package init(_ change: RuleChange, rivals: [String]) {
    self.change = change
    self.rivals = rivals
  }
}

extension ClashReport {
  /// The cheapest change of every clash, with its reason.
  public var relaxedRules: [RelaxedRule] {
    clashes.map { clash in
      RelaxedRule(
        RuleChange(clash.rules[clash.cheapest]),
        rivals: clash.rules.indices.filter { $0 != clash.cheapest }
          .map { clash.rules[$0].rule.name })
    }
  }
}
