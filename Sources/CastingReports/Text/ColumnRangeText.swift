import CastingReview

/// The numbers of a column as people read them.
enum ColumnRangeText {
  /// A number of a column with its sign of currency or per cent.
  static func text(_ number: Double, _ unit: ColumnUnit) -> String {
    switch unit {
    case .yen: Amount.money(number)
    case .share: Amount.decimal(number * 100, decimals(number * 100)) + " %"
    default: Amount.decimal(number, decimals(number))
    }
  }

  /// What is counted, for programs.
  static func code(_ unit: ColumnUnit) -> String {
    switch unit {
    case .none: ""
    case .yen: Amount.currency.code
    default: unit.rawValue
    }
  }

  /// As few as show the number to about two digits.
  private static func decimals(_ number: Double) -> Int {
    if number == number.rounded() || number.magnitude >= 100 { return 0 }
    return number.magnitude >= 1 ? 1 : number.magnitude >= 0.1 ? 2 : 3
  }
}
