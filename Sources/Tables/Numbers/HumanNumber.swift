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
/// Exact: the double nearest to the decimal written, so `3.4万` is 34000 and `0.1` is 0.1. This is
/// how a value is read that stands alone, as an option's; cells of a table are read as
/// their whole column is, see `WrittenNumber`.
public enum HumanNumber {
  /// What a text says.
  @frozen public enum Reading: Equatable, Sendable {
    case number(Double)
    /// Nothing but blanks.
    case missing
    case fault(NumberFault)
  }

  /// Reads a count or an amount; signs are allowed, `%` is a fault.
  ///
  /// - Parameter currency: that a mark beside the number may name; nil: any.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, in currency: Currency? = .yen
  ) -> Reading {
    read(bytes, isRate: false, currency)
  }

  /// Reads a rate, as `3.2%` or `0.032`; a bare number above 1 is a fault that asks.
  public static func parseRate(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    read(bytes, isRate: true, .yen)
  }

  /// Reads a count or an amount from a string.
  ///
  /// - Parameter currency: that a mark beside the number may name; nil: any.
  public static func parse(_ text: String, in currency: Currency? = .yen) -> Reading {
    var text = text
    return text.withUTF8 { parse($0, in: currency) }
  }

  /// Reads a rate from a string.
  public static func parseRate(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { parseRate($0) }
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, isRate: Bool, _ allowed: Currency?
  ) -> Reading {
    if let plain = PlainNumber(bytes) {
      let number = plain.value(in: .usual, isRate: isRate)
      return isRate && number > 1 ? .fault(.bareAboveOne) : .number(number)
    }
    let text = TextBytes.trimmed(bytes)
    if text.isEmpty { return .missing }
    do throws(NumberFault) {
      let written = try WrittenNumber(text)
      // A value that stands alone is stated, not estimated.
      guard written.upper == nil, !written.isApproximate else { return .fault(.notANumber) }
      if let currency = written.currency, let allowed, currency != allowed {
        return .fault(.foreignCurrency)
      }
      return .number(try written.value(in: .usual, isRate: isRate).lower)
    } catch {
      return .fault(error)
    }
  }

  /// Integers up to 2^53 are doubles.
  static let maximumExact: UInt64 = 1 << 53
}

/// How the numbers of one column are written: decided once, for all of its cells.
public struct NumberNotation: Equatable, Sendable {
  /// The mark between whole units and decimals; the other one parts thousands.
  public enum Decimals: String, CaseIterable, Codable, Sendable {
    case point, comma
    /// Every cell has one reading alone, some with points and some with commas.
    case either
  }

  /// The mark of the decimals.
  public var decimals = Decimals.point
  /// Whether a bare number of a rate counts hundredths: 3.2 is 3.2 %.
  public var isPerCent = false
  /// Power of ten that a number without a unit of its own counts: 4 below a header `料金(万円)`.
  public var power = 0

  /// Decimal points, and bare rates as fractions.
  public static let usual = NumberNotation()

  /// States a notation.
  public init(decimals: Decimals = .point, isPerCent: Bool = false, power: Int = 0) {
    self.decimals = decimals
    self.isPerCent = isPerCent
    self.power = power
  }
}

/// 10^0 … 10^22, all exact in double precision.
@usableFromInline
let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
