/// The side of a rule that costs value.
public enum RulePressure: String, Sendable, CaseIterable, Encodable {
  case lower, upper
  case neither = "none"
}

extension Plan {
  /// A rule presses where its usual step moves the value by this share of it at least: less is rounding
  /// of prices.
  private static let leastPressure = 0.0005

  /// Which side of a rule presses, at the plan's prices.
  public func pressure(of rule: RuleReport) -> RulePressure {
    let moved = rule.price.magnitude * (rule.isWhole ? 1 : usualStep(of: rule.unit))
    guard moved > 0, moved >= Self.leastPressure * value.magnitude else { return .neither }
    return rule.price > 0 ? .upper : .lower
  }

  /// In the unit of the rule's price: ¥10,000, one percentage point of the spend, or one.
  private func usualStep(of unit: RuleUnit) -> Double {
    switch unit {
    case .yen: money.usualStep
    case .shareOfSpend: 0.01 * spend
    case .deals, .creators, .orders, .units, .posts: 1
    case .viewers: 1000
    }
  }
}
