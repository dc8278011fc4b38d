/// How a roster's numbers are written, all of them alike.
struct NumberQuirks {
  let rates: QuirkRates

  /// Columns of rates.
  static let shares: Set<String> = [
    "engagement_rate", "reply_rate", "repeat_viewer_share", "authentic_share", "commission",
    "female_share", "age_13_19", "age_20_29", "age_30_39", "age_40_49", "age_50_59", "age_60_plus",
  ]

  private static let whole: Set<String> = [
    "followers", "views_live", "views_video", "fee_live", "fee_video", "guarantee",
    "activation_cost",
  ]

  private static let isShare = SyntheticRoster.columns.map { shares.contains($0) }
  private static let isWhole = SyntheticRoster.columns.map { whole.contains($0) }
  private static let isMeasure = SyntheticRoster.columns.map { $0 == "uplink_mbps" }

  /// The cell as it is written; cells that a quirk of the row is in stay as they are.
  func written(_ cell: String, column: Int) -> String {
    if cell.isEmpty { return cell }
    if Self.isShare[column] {
      return decimals(rates.has(.perCentWithoutSign) ? Self.perCent(cell) : cell)
    }
    if Self.isMeasure[column] { return decimals(cell) }
    guard Self.isWhole[column], let number = Int(cell) else { return cell }
    if rates.has(.tenThousands), number >= 10_000 { return Self.tenThousands(number) }
    if rates.has(.dotThousands) { return Self.grouped(cell, by: ".") }
    if rates.has(.commaThousands) { return Self.grouped(cell, by: ",") }
    return cell
  }

  private func decimals(_ text: String) -> String {
    rates.has(.commaDecimals) ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  /// `0.032` as `3.2`: the point two places on.
  static func perCent(_ share: String) -> String {
    let parts = share.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, share.allSatisfy({ $0.isNumber || $0 == "." })
    else { return share }
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    while decimals.count < 2 { decimals += "0" }
    let digits = String((whole + decimals.prefix(2)).drop { $0 == "0" })
    let rest = decimals.dropFirst(2)
    return (digits.isEmpty ? "0" : digits) + (rest.isEmpty ? "" : "." + rest)
  }

  /// `34000` as `3.4万`.
  private static func tenThousands(_ number: Int) -> String {
    var decimals = String(String(number % 10_000 + 10_000).dropFirst())
    while decimals.last == "0" { decimals.removeLast() }
    return String(number / 10_000) + (decimals.isEmpty ? "" : "." + decimals) + "万"
  }

  private static func grouped(_ digits: String, by mark: String) -> String {
    digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? mark : "") + String(digit)
    }.joined()
  }
}
