import Casting
import CastingPlanning

/// Rules that were changed, and rules that are broken, in English.
extension ClashEnglish {
  /// `budget: raised from ¥500,000 to ¥600,000`.
  static func done(_ change: RuleChange) -> String {
    func moved(
      _ verb: String, _ rule: String, _ side: CampaignRule.Side, _ from: Double, _ to: Double,
      _ unit: RuleUnit
    ) -> String {
      let limit =
        rule == RuleNames.budget ? "" : side == .minimum ? "minimum " : "maximum "
      return "\(rule): \(limit)\(verb) from \(RuleAmount.text(from, unit)) "
        + "to \(RuleAmount.text(to, unit))"
    }
    switch change {
    case .raise(let rule, let side, let from, let to, let unit):
      return moved("raised", rule, side, from, to, unit)
    case .lower(let rule, let side, let from, let to, let unit):
      return moved("lowered", rule, side, from, to, unit)
    case .widen(let rule, let from, let to): return "\(rule): widened to \(from.iso) to \(to.iso)"
    case .drop(let rule): return "\(rule): given up"
    }
  }

  static func note(_ rule: RelaxedRule) -> String {
    let reason =
      rule.rivals.isEmpty
      ? "because no plan can obey it"
      : "because it cannot hold together with "
        + LabelEnglish.listed(rule.rivals.map { "\"\($0)\"" })
    return "Relaxed: \(done(rule.change)), \(reason)."
  }

  /// `"micro: share of spend ≥ 50 %" (12.5 %, not at least 50.0 %)`.
  static func text(_ breach: RuleBreach) -> String {
    let rule = "\"\(breach.rule)\""
    guard let found = breach.found, found.isFinite else { return rule }
    let bound = breach.side == .minimum ? "at least" : "at most"
    let limit =
      breach.limit.map { ", not \(bound) \(RuleAmount.rounded($0, breach.unit))" } ?? ""
    return "\(rule) (\(RuleAmount.rounded(found, breach.unit))\(limit))"
  }
}
