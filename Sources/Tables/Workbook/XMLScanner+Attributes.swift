#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One attribute of a tag; ranges count from the scanner's base.
struct XMLAttribute {
  /// Without its prefix.
  var name: Range<Int>
  var hasPrefix: Bool
  /// Between the quotes, entities as they are.
  var value: Range<Int>
}

extension XMLScanner {
  /// Whether the element last opened has this local name.
  @inline(__always)
  func isNamed(_ word: StaticString) -> Bool { holds(name, word) }

  /// Whether a range holds exactly these bytes.
  @inline(__always)
  func holds(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount
      && memcmp(base + range.lowerBound, word.utf8Start, range.count) == 0
  }

  /// Takes the first attribute off what is left of a tag's attributes; nil where none is left.
  func nextAttribute(_ rest: inout Range<Int>) throws(WorkbookProblem) -> XMLAttribute? {
    let end = rest.upperBound
    var index = rest.lowerBound
    while index < end, base[index] <= .space { index += 1 }
    guard index < end else { return nil }
    var attribute = XMLAttribute(name: index..<index, hasPrefix: false, value: 0..<0)
    var start = index
    while index < end, base[index] != UInt8(ascii: "="), base[index] > .space {
      if base[index] == UInt8(ascii: ":") {
        attribute.hasPrefix = true
        start = index + 1
      }
      index += 1
    }
    attribute.name = start..<index
    while index < end, base[index] <= .space || base[index] == UInt8(ascii: "=") { index += 1 }
    guard index < end, base[index] == .quote || base[index] == UInt8(ascii: "'") else {
      throw damage(.malformed)
    }
    let quote = base[index]
    index += 1
    let value = index
    while index < end, base[index] != quote { index += 1 }
    guard index < end else { throw damage(.malformed) }
    attribute.value = value..<index
    rest = index + 1..<end
    return attribute
  }

  /// The value of an attribute without prefix, or with any if asked for, of the element last opened; nil
  /// where it has none, or none that is text.
  func value(of name: StaticString, prefixed: Bool = false) -> String? {
    var rest = attributes
    while let attribute = try? nextAttribute(&rest) {
      guard attribute.hasPrefix == prefixed, holds(attribute.name, name) else { continue }
      var bytes: [UInt8] = []
      guard (try? appendDecoded(attribute.value, to: &bytes)) != nil else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  /// Whether an attribute without prefix says yes.
  func isTrue(_ name: StaticString) -> Bool {
    let value = value(of: name)
    return value == "1" || value == "true"
  }

  /// A whole number without sign, of at most 18 digits; nil for anything else.
  @inline(__always)
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var number = 0
    for index in range {
      let digit = base[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// Passes over the rest of the element last opened.
  mutating func skipElement() throws(WorkbookProblem) {
    let outer = depth - 1
    while depth > outer { _ = try next() }
  }
}
