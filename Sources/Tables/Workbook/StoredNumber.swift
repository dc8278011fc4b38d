/// A number as a workbook stores it: in ASCII, with a point and perhaps an exponent.
struct StoredNumber {
  let value: Double
  /// Whether the stored bytes are the number's text already.
  let isPlain: Bool
  /// Whether it is whole and has more than 15 digits.
  let isLong: Bool

  /// Nil for what is no finite number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 400, let decimal = Decimal(bytes) else { return nil }
    value = decimal.value ?? Double(String(decoding: bytes, as: UTF8.self)) ?? .infinity
    guard value.isFinite else { return nil }
    let isWhole = value.rounded() == value
    isLong = isWhole && value.magnitude >= 1e15
    isPlain =
      isLong
      || (decimal.digits <= 15 && !decimal.hasExponent && !decimal.hasOddZeros
        && !(isWhole && decimal.fraction > 0))
  }

  /// The text of a number that is not plain.
  var text: String { CSVWriter.shortest(value == 0 ? 0 : value) }

  /// Digits, point and exponent of a number's text.
  private struct Decimal {
    private var mantissa: UInt64 = 0
    private var exponent = 0
    private var isNegative = false
    /// Digits from the first that is not zero.
    private(set) var digits = 0
    /// Digits behind the point.
    private(set) var fraction = 0
    private(set) var hasExponent = false
    /// `007`, `-0`, `.5`: zeros before others, a zero with a sign, or none before the point.
    private(set) var hasOddZeros = false

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      var index = 0
      if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
        isNegative = first == UInt8(ascii: "-")
        hasOddZeros = !isNegative
        index = 1
      }
      let start = index
      read(bytes, &index)
      let whole = index - start
      if whole == 0 || (whole > 1 && bytes[start] == UInt8(ascii: "0")) { hasOddZeros = true }
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        index += 1
        let point = index
        read(bytes, &index)
        fraction = index - point
        if fraction == 0 { hasOddZeros = true }
      }
      guard whole + fraction > 0 else { return nil }
      if digits == 0 && isNegative { hasOddZeros = true }
      if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
        index += 1
        guard readExponent(bytes, &index) else { return nil }
      }
      guard index == bytes.count else { return nil }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
      while index < bytes.count {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return }
        if digits > 0 || digit > 0 { digits += 1 }
        if digits <= 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        index += 1
      }
    }

    private mutating func readExponent(
      _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
    ) -> Bool {
      hasExponent = true
      var isBelow = false
      if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
      {
        isBelow = bytes[index] == UInt8(ascii: "-")
        index += 1
      }
      let start = index
      while index < bytes.count, index < start + 5, bytes[index] &- UInt8(ascii: "0") < 10 {
        exponent = exponent * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        index += 1
      }
      if isBelow { exponent.negate() }
      return index > start
    }

    /// The nearest double, where one operation on exact doubles gives it (W. Clinger, "How to Read Floating Point
    /// Numbers Accurately", 1990); nil for others.
    var value: Double? {
      let power = exponent - fraction
      guard digits <= 15, abs(power) <= 22 else { return nil }
      let scale = powersOfTen[abs(power)]
      let magnitude = power < 0 ? Double(mantissa) / scale : Double(mantissa) * scale
      return isNegative ? -magnitude : magnitude
    }
  }
}
