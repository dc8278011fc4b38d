/// In which encoding a text is written, as its bytes tell.
package enum TextEncodingCheck: Equatable, Sendable {
  /// UTF-8, whose text starts after a byte-order mark of so many bytes (0 or 3).
  case utf8(textStart: Int)
  /// UTF-16 with its byte-order mark, two bytes, in front.
  case utf16(isLittleEndian: Bool)
  /// Shift_JIS with Microsoft's extensions, what Excel writes in Japan.
  case cp932
  /// Bytes that are none of these, from this offset on.
  case other(offset: Int)

  /// Bytes behind the first that is not ASCII which decide: more would not change the answer.
  static let windowLength = 1 << 20

  /// Reads the bytes up to the first that is not ASCII, and a window behind it.
  ///
  /// - Parameter isWhole: whether the text ends here; else a character may be cut by the end.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool = true) {
    let mark = bytes.prefix(3)
    if mark.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isLittleEndian: true)
      return
    }
    if mark.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isLittleEndian: false)
      return
    }
    let textStart = mark.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
    self = .utf8(textStart: textStart)
    guard let first = Self.firstInvalidASCII(bytes, in: textStart..<bytes.count) else { return }
    let end = min(bytes.count, first + Self.windowLength)
    let evidence = Evidence(bytes, in: first..<end, isWhole: isWhole && end == bytes.count)
    guard let offset = evidence.firstInvalid else { return }
    let isJapanese =
      textStart == 0 && evidence.invalid > evidence.sequences
      && CP932Evidence(bytes, in: first..<end, isWhole: isWhole && end == bytes.count).isConvincing
    self = isJapanese ? .cp932 : .other(offset: offset)
  }

  /// Offset of the first byte in a range that is not ASCII text (a NUL is not text either).
  static func firstInvalidASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] >= 0x80 || bytes[index] == 0 { return index }
      index += 1
    }
    return nil
  }

  /// Offset of the first byte in a range that is not UTF-8 text (a NUL is not text either).
  package static func firstInvalid(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // No high bit set, and no zero byte.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      // Japanese is three bytes after three bytes, most leads of which allow any two to follow.
      while index + 3 <= range.upperBound {
        let lead = raw[index]
        guard lead > 0xE0, lead < 0xF0, lead != 0xED else { break }
        let rest = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt16.self)
        guard rest & 0xC0C0 == 0x8080 else { return index }
        index += 3
      }
      guard index < range.upperBound else { return nil }
      guard let length = sequenceLength(bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// Bytes of the well-formed sequence at `index`: Unicode 15, table 3-7.
  @inline(__always)
  fileprivate static func sequenceLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return lead == 0 ? nil : 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return nil }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return nil }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// How well bytes fit UTF-8: one foreign byte in much UTF-8 is a fault of that byte, not a sign
  /// of another encoding.
  private struct Evidence {
    var firstInvalid: Int?
    /// Bytes that belong to no well-formed sequence.
    var invalid = 0
    /// Well-formed sequences of two bytes or more.
    var sequences = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, isWhole: Bool) {
      var index = range.lowerBound
      while index < range.upperBound {
        if let length = sequenceLength(bytes, at: index) {
          if length > 1 { sequences += 1 }
          index += length
          continue
        }
        if !isWhole && index + 4 > range.upperBound { return }
        if firstInvalid == nil { firstInvalid = index }
        invalid += 1
        index += 1
      }
    }
  }
}
