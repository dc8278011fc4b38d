/// ASCII digits with at most one point, short enough for one exact operation: most cells there are.
@frozen public struct PlainNumber: Equatable, Sendable {
  /// All digits as one whole number.
  public let digits: UInt64
  /// Digits behind the point; 0 where there are none.
  public let decimals: Int

  /// Nil for any other text.
  @inlinable
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    guard count > 0, count <= 16 else { return nil }
    var digits: UInt64 = 0
    var point = -1
    for index in 0..<count {
      let digit = bytes[index] &- 48
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else if bytes[index] == 46, point < 0 {
        point = index
      } else {
        return nil
      }
    }
    // Integers up to 2^53 are doubles.
    guard digits <= 1 << 53, point < 0 || count > 1 else { return nil }
    self.digits = digits
    decimals = point < 0 ? 0 : count - 1 - point
  }

  /// Whether the point may part thousands as well: `45.000`, but not `0.032` or `45000.000`.
  @inlinable
  public var hasAmbiguousPoint: Bool {
    decimals == 3 && digits >= 1000 && digits < 1_000_000
  }

  /// The double nearest to the number, the point before decimals.
  @inlinable
  public var usualValue: Double {
    decimals == 0 ? Double(digits) : Double(digits) / powersOfTen[decimals]
  }

  /// The double nearest to the number.
  public func value(in notation: NumberNotation, isRate: Bool) -> Double {
    let isGrouped = notation.decimals == .comma && hasAmbiguousPoint
    let isPerCent = isRate && notation.isPerCent
    let places = (isGrouped ? 0 : decimals) + (isPerCent ? 2 : 0) - notation.power
    if places == 0 { return Double(digits) }
    if places > 0 { return Double(digits) / powersOfTen[places] }
    return Double(digits) * powersOfTen[-places]
  }
}
