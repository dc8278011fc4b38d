import Casting

/// A change to a rule that a plan takes for granted.
public struct Relaxation: Sendable, Equatable {
  /// The rule's name.
  public var rule: String
  /// `min` or `max` where a limit moved; `rule` where the rule was given up or its days widened.
  public var side: CampaignRule.Side
  /// What the rule says in the brief.
  public var from: Setting
  /// What it says in the plan.
  public var to: Setting

  /// What a rule says.
  public enum Setting: Sendable, Equatable {
    case limit(Double)
    case days(CampaignWindow)
    /// The rule holds, as it is written.
    case kept
    case dropped

    /// The number, where the rule has one that holds.
    package var limit: Double? {
      if case .limit(let limit) = self { limit } else { nil }
    }

    package var isKept: Bool { self != .dropped }

    /// Whether a later change of the same rule starts here: a window is named by its rule alone.
    func mayGrowOn(from start: Setting) -> Bool {
      if case .days = self { return true }
      return self == start
    }
  }

  package init(rule: String, side: CampaignRule.Side, from: Setting, to: Setting) {
    self.rule = rule
    self.side = side
    self.from = from
    self.to = to
  }
}

extension Campaign {
  /// The campaign with its rules relaxed; nil when one of them is not a rule of it as it stands.
  public func relaxed(by relaxations: [Relaxation]) -> Campaign? {
    relaxed(by: relaxations, of: .standard)
  }

  func relaxed(by relaxations: [Relaxation], of catalogue: RuleCatalogue) -> Campaign? {
    guard !relaxations.isEmpty else { return self }
    let ruleSet = RuleSet(self, catalogue)
    let rules = ruleSet.sides
    var state = RuleState(rules)
    var used: Set<Int> = []
    for relaxation in relaxations {
      let place = rules.indices.first { place in
        !used.contains(place) && rules[place].name == relaxation.rule
          && rules[place].side == relaxation.side && rules[place].stands(at: relaxation.from)
      }
      guard let place else { return nil }
      used.insert(place)
      switch relaxation.to {
      case .limit, .days: state = state.setting(place, to: relaxation.to)
      case .dropped: state = state.dropping(place)
      case .kept: break
      }
    }
    return ruleSet.edited(self, state)
  }
}

extension CampaignRule {
  fileprivate func stands(at setting: Relaxation.Setting) -> Bool {
    switch setting {
    case .limit(let from): limit == from
    case .kept: true
    case .days, .dropped: false
    }
  }
}
