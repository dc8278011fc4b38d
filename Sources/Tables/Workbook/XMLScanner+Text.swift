#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension XMLScanner {
  /// Appends the text last found.
  @inline(__always)
  func appendText(to bytes: inout [UInt8]) throws(WorkbookProblem) {
    if isLiteral {
      appendLines(text, to: &bytes)
    } else {
      try appendDecoded(text, to: &bytes)
    }
  }

  /// Appends the text of the string item that was just opened, `<si>` or `<is>`, up to its end: the runs of
  /// rich text joined, without readings (`<rPh>`, the kana above kanji).
  ///
  /// - Throws: `foreignByte` too.
  mutating func appendItem(to bytes: inout [UInt8]) throws(WorkbookProblem) {
    let outer = depth - 1
    let start = bytes.count
    var isInText = false
    while true {
      switch try next() {
      case .start where isNamed("rPh"): try skipElement()
      case .start: isInText = isNamed("t")
      case .text where isInText:
        try appendText(to: &bytes)
        guard bytes.count - start <= Self.longestToken else { throw damage(.malformed) }
      case .text: break
      case .end, .finished:
        isInText = false
        guard depth == outer else { continue }
        bytes.replaceEscapes(from: start)
        guard bytes.isText(from: start) else { throw damage(.foreignByte) }
        return
      }
    }
  }

  /// Appends bytes with entities replaced by what they stand for.
  func appendDecoded(_ range: Range<Int>, to bytes: inout [UInt8]) throws(WorkbookProblem) {
    var start = range.lowerBound
    while start < range.upperBound,
      let found = memchr(base + start, Int32(UInt8(ascii: "&")), range.upperBound - start)
    {
      let mark = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(base)
      appendLines(start..<mark, to: &bytes)
      // The longest there is: &#x10FFFF; with zeros before it.
      let limit = min(range.upperBound, mark + 16)
      guard let end = (mark..<limit).first(where: { base[$0] == UInt8(ascii: ";") }),
        let scalar = entity(mark + 1..<end)
      else { throw damage(.malformed) }
      bytes.append(contentsOf: UTF8.encode(scalar)!)
      start = end + 1
    }
    appendLines(start..<range.upperBound, to: &bytes)
  }

  /// Line breaks become line feeds, as XML has it (XML 1.0, 2.11).
  @inline(__always)
  private func appendLines(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let source = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    guard memchr(source.baseAddress!, Int32(UInt8.carriageReturn), source.count) != nil else {
      bytes.append(contentsOf: source)
      return
    }
    for index in source.indices {
      if source[index] != .carriageReturn {
        bytes.append(source[index])
      } else if index + 1 == source.count || source[index + 1] != .lineFeed {
        bytes.append(.lineFeed)
      }
    }
  }

  private func entity(_ range: Range<Int>) -> Unicode.Scalar? {
    if holds(range, "amp") { return "&" }
    if holds(range, "lt") { return "<" }
    if holds(range, "gt") { return ">" }
    if holds(range, "quot") { return "\"" }
    if holds(range, "apos") { return "'" }
    guard range.count > 1, base[range.lowerBound] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = base[range.lowerBound + 1] == UInt8(ascii: "x")
    let digits = range.dropFirst(isHexadecimal ? 2 : 1)
    let text = String(
      decoding: UnsafeBufferPointer(start: base + digits.lowerBound, count: digits.count),
      as: UTF8.self)
    return UInt32(text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}

extension [UInt8] {
  /// Whether the bytes from an offset on are UTF-8 text.
  func isText(from start: Int) -> Bool {
    withUnsafeBufferPointer { TextEncodingCheck.firstInvalid($0, in: start..<count) == nil }
  }

  /// Replaces `_x000D_` and the like from an offset on by the characters that Excel means by them (ECMA-376
  /// part 1, 22.9.2.19, ST_Xstring); a NUL, and halves of a pair without the other, stay as they are written.
  mutating func replaceEscapes(from start: Int) {
    guard var index = self[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var target = index
    while index < count {
      if let (scalar, length) = escape(at: index) {
        for unit in UTF8.encode(scalar)! {
          self[target] = unit
          target += 1
        }
        index += length
      } else {
        self[target] = self[index]
        target += 1
        index += 1
      }
    }
    removeLast(count - target)
  }

  private func escape(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard let first = escapedUnit(at: index), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 7) }
    guard UTF16.isLeadSurrogate(UInt16(first)), let second = escapedUnit(at: index + 7),
      UTF16.isTrailSurrogate(UInt16(second))
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 14) }
  }

  private func escapedUnit(at index: Int) -> UInt32? {
    guard index + 7 <= count, self[index] == UInt8(ascii: "_"),
      self[index + 1] == UInt8(ascii: "x"), self[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for byte in self[index + 2..<index + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
