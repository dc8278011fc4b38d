/// What a cell's number format makes of its number.
enum NumberFormat: UInt8, Sendable {
  case plain
  /// A share: 0.032 is shown as 3.2 %.
  case rate
  /// A day, with or without a time.
  case day
  /// A number with a currency or a unit beside it.
  case marked

  /// A format that every spreadsheet program knows by its number (ECMA-376 part 1, 18.8.30); those that differ
  /// by language, 27 to 36 and 50 to 58, are days in all of them.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self = .rate
    // [h]:mm:ss counts hours and no days.
    case 46: self = .plain
    case 14...22, 27...36, 45, 47, 50...58: self = .day
    default: self = .plain
    }
  }

  /// A code such as `yyyy"年"m"月"`, `0.0%` or `#,##0;[Red]-#,##0`, of which the first section counts: it is that
  /// of positive numbers.
  init(code: String) {
    var isDay = false
    var isRate = false
    var bytes = Array(code.utf8)[...]
    while let byte = bytes.popFirst(), byte != UInt8(ascii: ";") {
      switch byte {
      // A quoted text, then characters that are shown, filled with, or whose width is left blank.
      case .quote: bytes = bytes.drop { $0 != .quote }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"): _ = bytes.popFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        if Self.isElapsedTime(inside) {
          self = .plain
          return
        }
      case UInt8(ascii: "%"): isRate = true
      case let byte where Self.dayLetters.contains(byte | 0x20): isDay = true
      default: break
      }
    }
    self = isDay ? .day : isRate ? .rate : .plain
  }

  private static let dayLetters = Array("ymdhs".utf8)

  /// `[h]`, `[mm]`, `[ss]`: a duration, not a time of a day.
  private static func isElapsedTime(_ inside: ArraySlice<UInt8>) -> Bool {
    guard let first = inside.first.map({ $0 | 0x20 }) else { return false }
    return Array("hms".utf8).contains(first) && inside.allSatisfy { $0 | 0x20 == first }
  }
}
