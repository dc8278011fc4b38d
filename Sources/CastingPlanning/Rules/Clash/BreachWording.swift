import Casting

/// What is said of a rule that a list of deals breaks.
public enum BreachWording {
  /// `"micro: share of spend ≥ 50 %" (12.5 %)`: the rule, and what it would have to allow.
  public static func words(_ breach: RuleBreach) -> String {
    let rule = "\"\(breach.rule)\""
    guard let found = breach.found, found.isFinite else { return rule }
    let limit = breach.limit.map { ", not \(bound(breach.side)) \(amount($0, breach.unit))" } ?? ""
    return "\(rule) (\(amount(found, breach.unit))\(limit))"
  }

  private static func bound(_ side: CampaignRule.Side) -> String {
    side == .minimum ? "at least" : "at most"
  }

  private static func amount(_ number: Double, _ unit: RuleUnit) -> String {
    unit == .shareOfSpend
      ? Yen.decimal(number * 100, places: 1) + " %" : ClashWording.amount(number, unit)
  }
}
