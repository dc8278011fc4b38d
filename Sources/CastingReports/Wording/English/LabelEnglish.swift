import Casting

/// What several rooms put together alike, in English.
enum LabelEnglish {
  /// The campaign's currency in a sentence: `yen`, `USD`.
  static var money: String { Amount.currency == .yen ? "yen" : Amount.currency.code }

  /// `1 deal`, `1,234 deals`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(Amount.whole(Double(count))) \(noun)\(count == 1 ? "" : "s")"
  }

  /// `a, b and c`.
  static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
