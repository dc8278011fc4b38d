/// A day as spreadsheets count them.
enum SerialDay {
  /// 9999-12-31 counted from 1900.
  private static let last = 2_958_465.0
  /// 1904-01-01 counted from 1900.
  private static let offsetOf1904 = 1462.0

  /// Days since 1970-01-01; nil where the number is no day: before the first, behind the last, or the 60th of 1900,
  /// 29 February, which that year did not have.
  static func daysSince1970(_ serial: Double, from1904: Bool) -> Int? {
    let whole = (from1904 ? serial + offsetOf1904 : serial).rounded(.down)
    // The first day of the other count is day 0.
    guard whole >= (from1904 ? offsetOf1904 : 1), whole <= last, whole != 60 else { return nil }
    // Days before the false one are counted from a day later.
    return Int(whole) - (whole < 60 ? 25_568 : 25_569)
  }

  /// Appends a day as yyyy-mm-dd.
  static func append(daysSince1970 days: Int, to bytes: inout [UInt8]) {
    // Years of 400 are alike; counted from 0000-03-01, leap days stand last (H. Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms").
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    append(year, digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day, digits: 2, to: &bytes)
  }

  private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var power = digits == 4 ? 1000 : 10
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// Whether bytes begin with a day, yyyy-mm-dd, alone or followed by a time: the form of cells of the type `d`.
  static func startsWithDay(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    let text = Array(bytes.prefix(11))
    guard text.count >= 10, text.count == 10 || text[10] == UInt8(ascii: "T"),
      text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-")
    else { return false }
    func number(_ range: Range<Int>) -> Int? {
      text[range].allSatisfy { $0 &- 48 < 10 }
        ? text[range].reduce(0) { $0 * 10 + Int($1 - 48) } : nil
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year > 0, (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
