/// A number as somebody wrote it, before it is known how the column it stands in is written.
///
/// `1.234` is one and a bit, or one thousand and some: which of them only the column can tell. Reads
/// signs, currencies, units of ten thousand, per cent, tenths (`8割`), ranges (`3万〜5万`) and
/// approximations (`約3万`, `200+`).
public struct WrittenNumber: Equatable, Sendable {
  /// What the marks among its digits can mean.
  public enum Form: Int, CaseIterable, Sendable {
    /// No mark, or one that cannot be misread.
    case plain
    /// One reading alone: decimals behind a point, or behind a comma.
    case pointDecimals, commaDecimals
    /// One mark with three digits behind it: thousands or decimals.
    case ambiguousPoint, ambiguousComma
  }

  /// The number, or the lower end of a range.
  var lower: Side
  /// The upper end of a range.
  var upper: Side?
  /// Written with `%` or as tenths.
  public var isPercent: Bool { lower.isPercent }
  /// Written with `約`, `+`, `以上` or the like.
  public private(set) var isApproximate = false
  /// Written with a sign or a code of one.
  public var currency: Currency? { lower.currency ?? upper?.currency }
  /// Whether both ends of a range are written.
  public var isRange: Bool { upper != nil }

  /// Reads a text without blanks at either end.
  public init(_ text: UnsafeBufferPointer<UInt8>) throws(NumberFault) {
    guard text.count <= 96 else { throw .notANumber }
    var symbols = WrittenSymbol.read(text)[...]
    while let symbol = symbols.first, [.approximately, .atLeast, .wave, .blank].contains(symbol) {
      isApproximate = isApproximate || symbol != .blank
      symbols.removeFirst()
    }
    lower = try Side(&symbols)
    try readTail(&symbols)
    guard symbols.isEmpty else { throw .notANumber }
  }

  /// Reads the upper end of a range, or what makes the number an approximate one.
  private mutating func readTail(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault) {
    while let symbol = symbols.first {
      switch symbol {
      case .blank: break
      case .wave, .dash, .sign(negative: true), .to:
        symbols.removeFirst()
        symbols = symbols.drop { $0 == .blank }
        if symbols.isEmpty {
          // `3,980円～`: from this on.
          guard symbol == .wave || symbol == .to else { throw .notANumber }
          isApproximate = true
        } else {
          try readUpper(&symbols)
        }
        continue
      case .atLeast, .approximately, .sign(negative: false): isApproximate = true
      default: throw .notANumber
      }
      symbols.removeFirst()
    }
  }

  private mutating func readUpper(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault) {
    guard upper == nil, !lower.isNegative else { throw .notANumber }
    var side = try Side(&symbols)
    guard !side.isNegative,
      lower.currency == nil || side.currency == nil
        || lower.currency == side.currency
    else { throw .notANumber }
    if lower.isPercent && !side.isPercent { throw .notANumber }
    lower.takeUnits(of: side)
    side.currency = side.currency ?? lower.currency
    upper = side
  }

  /// Form of the digits; of both ends of a range, the one that says more.
  public var form: Form {
    let other = upper?.form ?? .plain
    return lower.form == .plain ? other : lower.form
  }

  /// The number, or both ends of the range; the same twice for a number.
  ///
  /// Throws `.bareAboveOne` for a bare rate above 1 where those are fractions, and
  /// `.ambiguousGrouping` where the column's notation does not fit the digits.
  public func value(
    in notation: NumberNotation, isRate: Bool
  ) throws(NumberFault) -> (lower: Double, upper: Double) {
    let low = try lower.value(in: notation, isRate: isRate)
    guard let upper else { return (low, low) }
    let high = try upper.value(in: notation, isRate: isRate)
    guard low <= high else { throw .notANumber }
    return (low, high)
  }
}

extension WrittenNumber {
  /// Whether a unit such as `万` or `M` stands behind the digits.
  public var isScaled: Bool { (upper ?? lower).parts.contains { $0.power != 0 } }

  /// Whether the unit is Japanese, as `万`.
  public var hasFallingUnit: Bool { (upper ?? lower).isFalling }

  /// The number or the upper end where no mark is in doubt; nil where one is.
  public var undoubted: Double? {
    form == .ambiguousPoint || form == .ambiguousComma ? nil : largest(decimals: .either)
  }

  /// The number or the upper end, whatever it is a share or a count of; nil where the marks say
  /// otherwise.
  public func largest(decimals: NumberNotation.Decimals) -> Double? {
    let notation = NumberNotation(decimals: decimals, isPerCent: isPercent)
    return try? value(in: notation, isRate: isPercent).upper
  }
}
