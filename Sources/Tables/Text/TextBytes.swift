/// Small questions about text held as UTF-8 bytes.
package enum TextBytes {
  /// The bytes without blanks (space, tab, no-break space, ideographic space) at either end.
  package static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // The common cell starts and ends with a printing ASCII character.
    if first &- 0x21 < 0x5E && last &- 0x21 < 0x5E { return bytes }
    return trimmedSlowly(bytes)
  }

  private static func trimmedSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<
    UInt8
  > {
    var start = 0
    var end = bytes.count
    while let length = blankLength(bytes, from: start, to: end) { start += length }
    while let length = blankLength(bytes, endingAt: end, from: start) { end -= length }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func blankLength(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard start < end else { return nil }
    if isASCIIBlank(bytes[start]) { return 1 }
    if end - start >= 2 && bytes[start] == 0xC2 && bytes[start + 1] == 0xA0 { return 2 }
    let isIdeographic =
      end - start >= 3 && bytes[start] == 0xE3 && bytes[start + 1] == 0x80
      && bytes[start + 2] == 0x80
    return isIdeographic ? 3 : nil
  }

  private static func blankLength(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int
  ) -> Int? {
    for length in 1...3 where end - length >= start {
      if blankLength(bytes, from: end - length, to: end) == length { return length }
    }
    return nil
  }

  private static func isASCIIBlank(_ byte: UInt8) -> Bool {
    byte == .space || byte == 9 || byte == .lineFeed || byte == .carriageReturn
  }
}
