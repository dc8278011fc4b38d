import Casting
import CastingPlanning

/// A currency as people read it.
extension Money {
  /// What stands before an amount: `¥`, `$`, and the code with a blank where a sign could mean several currencies.
  var mark: String { Self.signs[code] ?? code + "\u{A0}" }

  /// One of it in a sentence: `¥1`, `$1`.
  var one: String { mark + "1" }

  private static let signs = [
    "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "INR": "₹", "TRY": "₺", "VND": "₫",
    "PHP": "₱", "NGN": "₦", "UAH": "₴", "RUB": "₽", "ILS": "₪", "TWD": "NT$", "HKD": "HK$",
    "SGD": "S$", "AUD": "A$", "CAD": "C$", "BRL": "R$",
  ]

  /// What programs find for `yen` as a unit or a name: `amount` where amounts are none of yen.
  static var codeOfYen: String { Amount.currency == .yen ? "yen" : "amount" }

  /// Writes all amounts in this currency that a closure writes.
  public func written<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Amount.$currency.withValue(self, operation: body)
  }
}

extension RuleUnit {
  /// For programs.
  var code: String { self == .yen ? Money.codeOfYen : rawValue }

  /// Nil where a code is none.
  init?(code: String) { self.init(rawValue: code == "amount" ? RuleUnit.yen.rawValue : code) }
}
