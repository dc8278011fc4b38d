import Casting
import Foundation

extension CalendarDay {
  /// The day of `2026-12-01` or `2026/12/01` in these very bytes, as most tables have it; nil for
  /// whatever needs a closer look.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == bytes[7],
      bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The day of `2026-12-01`, `2026/12/1`, `2026.12.1`, `2026年12月1日` or `令和8年12月1日`, in digits
  /// of either width; a time of day behind it is left out. Nil for anything else: a day whose year
  /// does not come first can be read in two ways.
  init?(written text: String) {
    let folded = text.precomposedStringWithCompatibilityMapping
    let date = folded.prefix { !$0.isWhitespace && $0 != "T" }
    let time = folded[date.endIndex...].dropFirst()
    guard time.isEmpty || Self.isTime(time), let parts = Self.parts(String(date)) else {
      return nil
    }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  private static func parts(_ date: String) -> (year: Int, month: Int, day: Int)? {
    let isJapanese = date.contains("年")
    let separators: [Character] = isJapanese ? ["年", "月", "日"] : ["-", "/", "."]
    let used = Set(date.filter { separators.contains($0) })
    guard isJapanese ? used.count == 3 && date.last == "日" : used.count == 1 else { return nil }
    var fields = date.split(omittingEmptySubsequences: false) { used.contains($0) }
    if isJapanese { fields.removeLast() }
    guard fields.count == 3, let month = number(fields[1]), let day = number(fields[2]) else {
      return nil
    }
    if isJapanese && fields[0].hasPrefix("令和") {
      // The first year of the era, which began on 1 May 2019, is written 元.
      let year = fields[0].dropFirst(2)
      return (year == "元" ? 1 : number(year)).map { (2018 + $0, month, day) }
    }
    guard fields[0].utf8.count == 4, let year = number(fields[0]) else { return nil }
    return (year, month, day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Digits, colons and what marks a fraction or a zone, as `00:00:00.000Z`.
  private static func isTime(_ text: Substring) -> Bool {
    text.contains(":") && text.allSatisfy { "0123456789:.+-Z ".contains($0) }
  }
}
