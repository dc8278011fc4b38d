import Casting
import CastingPlanning

/// Numbers of rules, by their unit.
enum RuleAmount {
  /// `¥1,234`, `12.5 %` or `3`, with every digit there is.
  static func text(_ number: Double, _ unit: RuleUnit) -> String {
    switch unit {
    case .yen: Amount.exactMoney(number)
    case .shareOfSpend: exactPercent(number)
    case .deals, .creators, .orders, .units, .viewers, .posts: Amount.whole(number)
    }
  }

  /// What a list of deals came to, or may come to: shares with one decimal.
  static func rounded(_ number: Double, _ unit: RuleUnit) -> String {
    unit == .shareOfSpend ? Amount.decimal(number * 100, 1) + " %" : text(number, unit)
  }

  /// A share with every digit it has: `46.23 %`.
  private static func exactPercent(_ share: Double) -> String {
    for places in 0...10 {
      let text = Amount.decimal(share * 100, places)
      if let read = Double(text.filter { $0 != "," }), (read / 100 - share).magnitude < 1e-13 {
        return text + " %"
      }
    }
    return "\(share * 100) %"
  }

  /// A change of a number relative to it, digits not grouped: `1653 %`, `20 %`, `0.4 %`.
  static func percent(_ share: Double) -> String {
    Amount.decimal(share * 100, share >= 0.1 ? 0 : share >= 0.001 ? 1 : 4)
      .filter { $0 != "," } + " %"
  }

  /// `+¥100,000`, `-2`; a size and which way it goes.
  static func signed(_ from: Double, _ to: Double, _ amount: (Double) -> String) -> String {
    (from < to ? "+" : "-") + amount((to - from).magnitude)
  }
}
