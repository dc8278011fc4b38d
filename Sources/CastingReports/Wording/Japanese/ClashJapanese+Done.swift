import Casting
import CastingPlanning

/// Rules that were changed, and rules that are broken, in Japanese.
extension ClashJapanese {
  /// `予算を¥500,000から¥600,000に引き上げ`.
  static func done(_ change: RuleChange) -> String {
    func moved(
      _ verb: String, _ rule: String, _ side: CampaignRule.Side, _ from: Double, _ to: Double,
      _ unit: RuleUnit
    ) -> String {
      let limit = rule == RuleNames.budget ? "" : side == .minimum ? "の下限" : "の上限"
      return "\(LabelJapanese.rule(rule))\(limit)を\(LabelJapanese.amount(from, unit))から"
        + "\(LabelJapanese.amount(to, unit))に\(verb)"
    }
    switch change {
    case .raise(let rule, let side, let from, let to, let unit):
      return moved("引き上げ", rule, side, from, to, unit)
    case .lower(let rule, let side, let from, let to, let unit):
      return moved("引き下げ", rule, side, from, to, unit)
    case .widen(let rule, let from, let to):
      return "\(LabelJapanese.rule(rule))を\(from.iso)から\(to.iso)までに拡大"
    case .drop(let rule): return "\(LabelJapanese.rule(rule))を解除"
    }
  }

  static func note(_ rule: RelaxedRule) -> String {
    let reason =
      rule.rivals.isEmpty
      ? "どの計画でも守れないため"
      : LabelJapanese.listed(rule.rivals.map(LabelJapanese.rule)) + "と両立しないため"
    return "条件の緩和：\(done(rule.change))（\(reason)）。"
  }

  /// `「micro: spend_share ≥ 0.5」（50.0 %以上のところ12.5 %）`.
  static func text(_ breach: RuleBreach) -> String {
    let rule = LabelJapanese.rule(breach.rule)
    guard let found = breach.found, found.isFinite else { return rule }
    func amount(_ number: Double) -> String {
      breach.unit == .shareOfSpend
        ? RuleAmount.rounded(number, breach.unit) : LabelJapanese.amount(number, breach.unit)
    }
    let bound = breach.side == .minimum ? "以上" : "以下"
    let limit = breach.limit.map { amount($0) + bound + "のところ" } ?? ""
    return "\(rule)（\(limit)\(amount(found))）"
  }
}
