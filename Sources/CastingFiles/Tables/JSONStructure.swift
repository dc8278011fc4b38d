/// The brackets and texts of a JSON value, byte by byte, without a look at what stands between them.
struct JSONStructure {
  enum Step {
    case inside
    /// The value ends with the byte.
    case ended
    /// The byte cannot stand here: a bracket that closes another, a line break in a text, or an object at
    /// the start of a line where no value is due, as behind an object that was cut off.
    case broken
  }

  /// What closes each bracket that is open.
  private(set) var closers: [UInt8] = []
  private(set) var isInText = false
  /// The last byte that is no blank; a quote stands for a whole text.
  private(set) var previous: UInt8 = 0
  /// Lines that are not blank, behind the first.
  private(set) var lines = 0
  private var isEscaped = false
  private var isAtLineStart = false

  /// Deeper than this there are no tables.
  private static let maximumDepth = 256

  var depth: Int { closers.count }

  /// Whether the next byte stands in a text and is not escaped.
  var isInPlainText: Bool { isInText && !isEscaped }

  mutating func take(_ byte: UInt8) -> Step {
    if isInText { return takeInText(byte) }
    if JSONText.isBlank(byte) {
      if JSONText.isLineBreak(byte) { isAtLineStart = true }
      return .inside
    }
    if isAtLineStart { lines += 1 }
    defer {
      previous = byte
      isAtLineStart = false
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "{"):
      if isAtLineStart && !expectsValue { return .broken }
      closers.append(UInt8(ascii: "}"))
    case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard closers.popLast() == byte else { return .broken }
      if closers.isEmpty { return .ended }
    default: break
    }
    return closers.count > Self.maximumDepth ? .broken : .inside
  }

  private mutating func takeInText(_ byte: UInt8) -> Step {
    if JSONText.isLineBreak(byte) { return .broken }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInText = false
    }
    return .inside
  }

  private var expectsValue: Bool {
    switch previous {
    case 0, UInt8(ascii: ":"), UInt8(ascii: "["): true
    case UInt8(ascii: ","): closers.last == UInt8(ascii: "]")
    default: false
    }
  }
}

/// Bytes of JSON text.
enum JSONText {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Offset of the first byte from `start` on that means something in a text: a quote, a backslash or a line break;
  /// the end of the bytes where there is none.
  static func plainEnd(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var position = start
    while position < bytes.count {
      // Eight bytes at a time, as long as none of them can mean anything.
      while position + 8 <= bytes.count {
        let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
        if mayMeanSomething(word) { break }
        position += 8
      }
      let end = min(position + 8, bytes.count)
      while position < end {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || isLineBreak(byte) {
          return position
        }
        position += 1
      }
    }
    return position
  }

  /// Whether a quote, a backslash or a byte below 0x10, where line breaks are, may be among the eight: false is certain
  /// (H. Warren, "Hacker's Delight", 6-1).
  private static func mayMeanSomething(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let low = (word &- (ones << 4)) & ~word
    return (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | low) & tops != 0
  }

  /// Offset behind the text whose quote stands at `start`; nil where it does not end.
  static func end(ofTextAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = plainEnd(from: start + 1, in: bytes)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      let isEscape = bytes[position] == UInt8(ascii: "\\")
      position = plainEnd(from: min(position + (isEscape ? 2 : 1), bytes.count), in: bytes)
    }
    return nil
  }

  /// Offset behind the object or list that opens at `start`; nil where it does not close.
  static func end(ofValueAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let end = end(ofTextAt: position, in: bytes) else { return nil }
        position = end - 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }
}
