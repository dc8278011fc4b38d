/// Why a text was not taken as a number.
public enum NumberFault: String, Error, CaseIterable, Codable {
  case notANumber = "not_a_number"
  /// Thousands and decimals cannot be told apart: `12,34`, `1.234,5`, `1.234.567`.
  case ambiguousGrouping = "ambiguous_grouping"
  /// `5%` where no rate is meant.
  case unexpectedPercent = "unexpected_percent"
  case foreignCurrency = "foreign_currency"
  /// `3.2` where a rate is meant: 3.2 % or 320 %?
  case bareAboveOne = "bare_above_one"
  case tooLarge = "too_large"
}

/// Numbers as people write them: `12,345`, `1.2M`, `3.4万`, `¥50,000`, `3.2%`, full-width digits.
///
/// Exact: the double nearest to the decimal written, so `3.4万` is 34000 and `0.1` is 0.1.
public enum HumanNumber {
  /// What a text says.
  @frozen public enum Reading: Equatable, Sendable {
    case number(Double)
    /// Nothing but blanks.
    case missing
    case fault(NumberFault)
  }

  /// Reads a count or an amount of yen; signs are allowed, `%` is a fault.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    if let number = parsePlain(bytes) { return .number(number) }
    return parseWritten(bytes, isRate: false)
  }

  /// Reads a rate, as `3.2%` or `0.032`; a bare number above 1 is a fault that asks.
  public static func parseRate(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    if let number = parsePlain(bytes) {
      return number > 1 ? .fault(.bareAboveOne) : .number(number)
    }
    return parseWritten(bytes, isRate: true)
  }

  /// Reads a count or an amount from a string.
  public static func parse(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  /// Reads a rate from a string.
  public static func parseRate(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { parseRate($0) }
  }

  /// ASCII digits with at most one point, short enough for one exact operation; else nil.
  private static func parsePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let count = bytes.count
    guard count > 0, count <= 16 else { return nil }
    var mantissa: UInt64 = 0
    var point = -1
    for index in 0..<count {
      let digit = bytes[index] &- 48
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else if bytes[index] == 46, point < 0 {
        point = index
      } else {
        return nil
      }
    }
    guard point >= 0 else { return mantissa <= maximumExact ? Double(mantissa) : nil }
    guard count > 1, mantissa <= maximumExact else { return nil }
    return Double(mantissa) / powersOfTen[count - 1 - point]
  }

  /// Integers up to 2^53 are doubles.
  static let maximumExact: UInt64 = 1 << 53
}

/// 10^0 … 10^22, all exact in double precision.
let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
