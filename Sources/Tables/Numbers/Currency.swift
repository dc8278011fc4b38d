/// A currency by its code in ISO 4217.
public struct Currency: Hashable, Sendable, Codable {
  /// Three capital letters.
  public let code: String

  /// A currency by its code.
  public init(_ code: String) { self.code = code }

  /// Japanese yen.
  public static let yen = Currency("JPY")

  /// Codes that are read in cells and headers.
  static let codes: Set<String> = [
    "JPY", "USD", "EUR", "GBP", "KRW", "CNY", "TWD", "HKD", "SGD", "AUD", "CAD", "NZD", "INR",
    "IDR",
    "MYR", "THB", "VND", "PHP", "TRY", "BRL", "MXN", "PLN", "SEK", "NOK", "DKK", "CHF", "CZK",
    "HUF",
    "AED", "SAR", "ILS", "ZAR", "RUB", "UAH", "PKR", "BDT", "NGN", "KES", "EGP", "CLP", "COP",
    "ARS",
  ]

  /// Signs and words, the longest first: `US$` before `$`.
  static let signs: [(sign: [Unicode.Scalar], currency: Currency)] = [
    ("YEN", "JPY"), ("RMB", "CNY"), ("人民元", "CNY"), ("ユーロ", "EUR"), ("ウォン", "KRW"),
    ("米ドル", "USD"), ("ドル", "USD"), ("US$", "USD"), ("NT$", "TWD"), ("HK$", "HKD"),
    ("S$", "SGD"), ("A$", "AUD"), ("C$", "CAD"), ("R$", "BRL"), ("RP", "IDR"), ("RS.", "INR"),
    ("RS", "INR"), ("RM", "MYR"), ("ZŁ", "PLN"), ("KR", "SEK"), ("TL", "TRY"), ("円", "JPY"),
    ("¥", "JPY"), ("\u{FFE5}", "JPY"), ("元", "CNY"), ("원", "KRW"), ("$", "USD"), ("€", "EUR"),
    ("£", "GBP"), ("\u{FFE1}", "GBP"), ("₩", "KRW"), ("₹", "INR"), ("₺", "TRY"), ("₫", "VND"),
    ("฿", "THB"), ("₱", "PHP"), ("₦", "NGN"), ("₴", "UAH"), ("₽", "RUB"), ("₪", "ILS"),
  ].map { (Array($0.0.unicodeScalars), Currency($0.1)) }

  /// The currency that a header names, as `Fee (USD)`, `price_sgd`, `料金(円)`, `₹`; nil for none.
  public static func named(in header: String) -> Currency? {
    let text = header.uppercased()
    let words = text.split { !$0.isLetter }
    if let code = words.first(where: { codes.contains(String($0)) }) {
      return Currency(String(code))
    }
    let scalars = Array(text.unicodeScalars)
    // Two letters may be part of any word.
    for (sign, currency) in signs
    where !sign.allSatisfy({ $0.properties.isAlphabetic && $0.isASCII }) {
      if scalars.indices.contains(where: { scalars[$0...].starts(with: sign) }) { return currency }
    }
    return nil
  }
}
