import Casting
import Tables
import Yams

extension Money {
  /// A currency with the decimals of its smallest amount; two where it is not known.
  package init(_ currency: Currency) {
    self.init(code: currency.code, decimals: currency.decimals ?? 2)
  }
}

/// The money of a campaign, and what other money is worth in it.
extension BriefParser {
  /// `currency: JPY`
  mutating func readCurrency(_ entry: Entry) {
    guard let code = currencyCode(entry) else { return }
    currency = Currency(code)
    loaded.brief.terms.money = Money(currency)
  }

  /// `exchange_rates: {USD: 150}`
  mutating func readExchangeRates(_ entry: Entry) {
    var met: Set<String> = []
    for part in entries(entry.value, .named(entry.name), nil) {
      let key = cell(part.key, InputSubject.named(entry.name))
      guard let code = currencyCode(part.name, key) else { continue }
      if code == currency.code {
        issues.append(InputIssue(key, .brief(.ownExchangeRate(currency: code))))
      } else if !met.insert(code).inserted {
        issues.append(InputIssue(key, .brief(.repeatedBriefKey)))
      } else if let rate = number(part, .exchangeRate) {
        loaded.brief.terms.exchangeRates[code] = rate
      }
    }
  }

  mutating func currencyCode(_ entry: Entry) -> String? {
    text(entry).flatMap { currencyCode($0, cell(entry.value, .named(entry.name))) }
  }

  private mutating func currencyCode(_ text: String, _ cell: Cell) -> String? {
    let code = text.uppercased()
    if Currency(code).decimals != nil { return code }
    issues.append(InputIssue(cell, .brief(.unknownCurrency(name: cell.name))))
    return nil
  }
}
