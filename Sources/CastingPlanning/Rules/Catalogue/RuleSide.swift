import Casting

/// One side of a rule, as the rule states it: what can be kept, loosened or dropped by itself.
package struct RuleSide: Sendable {
  package var side: CampaignRule.Side
  /// Nil where there is no number to move.
  package var limit: Double?
  /// Of the limit.
  package var unit: RuleUnit
  /// The kind as files name it.
  package var word: String
  /// In which turn clashes look at it.
  package var order: ClashOrder
  /// What is given up when the rule is dropped.
  package var burden = RuleBurden.everybody
  /// Limits nearer to each other than this are one.
  package var grain: Double
  /// Days that can be widened.
  package var days: CampaignWindow?
  /// Where it is called otherwise than the rule.
  package var name: String?

  package init(
    _ side: CampaignRule.Side, limit: Double? = nil, unit: RuleUnit, word: String,
    order: ClashOrder
  ) {
    self.side = side
    self.limit = limit
    self.unit = unit
    self.word = word
    self.order = order
    grain = unit == .shareOfSpend ? 1e-7 : 1
  }
}

/// Sides of rules from the most telling: what must be, then what limits it.
package enum ClashOrder: Int, Sendable {
  case productNeed, quotaNeed, lock, together
  case budget, productLimit, quotaLimit, creatorLimit, apart, keep, slots, window, ban
}

/// What users give up with a rule, from the least.
package enum RuleBurden: Int, Sendable {
  case oneCreator, group, ban, everybody
}

/// A side of a rule under the settings of all rules.
package struct RuleView: Sendable {
  let ruleSet: RuleSet
  let state: RuleState
  /// Place among the sides of `ruleSet`.
  let number: Int

  /// What rounding may hide in a count or a share, and in a sum of yen.
  package static let slack = 1e-12
  package static let yenSlack = 1e-6

  package var side: CampaignRule { ruleSet.sides[number] }

  /// NaN where there is none.
  package var limit: Double { state.limit(of: number) }

  /// Days that are allowed.
  package var days: CampaignWindow? { state.days(of: number) }

  /// The first rule of a kind, and its limit; nil where it does not hold.
  package func kept<Rule: CastingRule>(_ kind: Rule.Type) -> (rule: Rule, limit: Double)? {
    guard let (rule, side) = ruleSet.firstSide(of: kind), state.isKept[side] else { return nil }
    return (rule, state.limit(of: side))
  }
}
