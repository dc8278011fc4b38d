import Casting

/// Numbers as people read them: grouped digits, money, percents.
enum Amount {
  /// What amounts of money are written in; see `Money.written`.
  @TaskLocal static var currency = Money.yen

  /// `1,234`, rounded to a whole number; `–` when not finite.
  static func whole(_ number: Double, rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero)
    -> String
  {
    guard number.isFinite, number.magnitude < 1e18 else { return "–" }
    let rounded = Int(number.rounded(rule))
    return (rounded < 0 ? "-" : "") + grouped(String(rounded.magnitude))
  }

  /// `¥1,234`, `$1,234.50`; `–` when not finite.
  static func money(_ number: Double, rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero)
    -> String
  {
    let decimals = currency.decimals
    return marked(
      decimals == 0 ? whole(number, rule: rule) : decimal(number, decimals, rule: rule))
  }

  /// Money with so many decimals: `¥4.72`, `-¥0.03`.
  static func money(_ number: Double, decimals: Int) -> String {
    marked(decimal(number, decimals))
  }

  /// Money of a rule, which may be a part of the smallest amount.
  static func exactMoney(_ number: Double) -> String {
    number == currency.snapped(number).rounded()
      ? money(number) : money(number, decimals: max(2, currency.decimals))
  }

  /// A number with the mark of its currency behind its sign.
  static func marked(_ text: String) -> String {
    if text == "–" { return text }
    let mark = currency.mark
    return text.hasPrefix("-") ? "-" + mark + text.dropFirst() : mark + text
  }

  /// A fixed number of decimals, digits grouped: `1,234.57`.
  static func decimal(
    _ number: Double, _ decimals: Int,
    rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard number.isFinite, (number * scale).magnitude < 1e15 else { return whole(number) }
    let scaled = Int((number * scale).rounded(rule))
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let head = grouped(String(padded.dropLast(decimals)))
    return (scaled < 0 ? "-" : "") + head + (decimals > 0 ? "." + padded.suffix(decimals) : "")
  }

  /// A rate however small, in per cent without zeros at the end: `2 %`, `0.02 %`.
  static func rate(_ rate: Double) -> String { trimmed(rate * 100, 5) + " %" }

  /// A rate as a brief has it: `0.0002`.
  static func rateAsWritten(_ rate: Double) -> String { trimmed(rate, 7) }

  private static func trimmed(_ number: Double, _ decimals: Int) -> String {
    var text = decimal(number, decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A part of a whole, with a digit more where it is small.
  static func part(_ count: Int, of all: Int) -> String {
    let share = Double(count) / Double(max(1, all))
    return share < 0.001 ? "< 0.1 %" : share < 0.1 ? decimal(share * 100, 1) + " %" : percent(share)
  }

  /// A share as a whole percent: `31 %`.
  static func percent(_ share: Double) -> String { decimal(share * 100, 0) + " %" }

  /// A share as it would be typed, with at most one decimal: `31%`, `57.3%`.
  static func plainPercent(_ share: Double) -> String {
    let text = decimal(share * 100, 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }

  /// A gap as a percent rounded up, so that "within" stays true: `0.03 %`, `0.00002 %`.
  static func gap(_ gap: Double) -> String {
    let percent = gap * 100
    // A gap of 0.03 % that rounding left a hair above must not become 0.04 %.
    let tolerant = percent * (1 - 1e-9)
    var decimals = 2
    var unit = 0.01
    while tolerant < unit && decimals < 6 {
      decimals += 1
      unit /= 10
    }
    return decimal(tolerant, decimals, rule: .up) + " %"
  }

  /// An amount in the unit of the objective: `¥1,234`, `1,234 orders`, `1,234 people`.
  static func value(
    _ number: Double, _ objective: Objective,
    rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    switch objective {
    case .gmv, .profit, .ltv: money(number, rule: rule)
    case .orders: whole(number, rule: rule) + " orders"
    case .reach: whole(number, rule: rule) + " people"
    }
  }

  /// A small amount in the unit of the objective, with about three digits.
  static func price(_ number: Double, _ objective: Objective) -> String {
    switch objective {
    case .gmv, .profit, .ltv: small(number, objective)
    case .orders: small(number, objective) + " orders"
    case .reach: small(number, objective) + " people"
    }
  }

  /// The same without the name of the unit.
  static func small(_ number: Double, _ objective: Objective) -> String {
    if number.magnitude >= 100 { return objective.isMoney ? money(number) : whole(number) }
    let decimals =
      switch number.magnitude {
      case 10...: 1
      case 0.1...: 2
      case 0.001...: 4
      default: 6
      }
    let text = decimal(number, decimals)
    return objective.isMoney ? marked(text) : text
  }

  /// As it would be typed: `2`, `1.25`.
  static func plain(_ number: Double) -> String {
    number == number.rounded() ? whole(number) : "\(number)"
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0 && (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
