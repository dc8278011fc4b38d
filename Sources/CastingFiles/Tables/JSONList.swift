/// Finds the objects of one JSON list, `[{…}, {…}]`, in blocks of its text.
struct JSONList {
  /// What is wrong with the list between its objects.
  enum Fault: Equatable {
    case expectedObject, expectedComma, unclosed, textBehind
  }

  private enum State {
    case before, first, object, separator, behind
  }

  private var state = State.before
  /// Why no further objects are looked for.
  private(set) var fault: Fault?

  /// Whole objects in the bytes, in order, and the bytes that are done with.
  ///
  /// - Parameter isWhole: whether nothing follows the bytes.
  mutating func objects(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (ranges: [Range<Int>], consumed: Int) {
    var ranges: [Range<Int>] = []
    var position = 0
    while position < bytes.count, fault == nil {
      let byte = bytes[position]
      if byte == 0x20 || (9...13).contains(byte) {
        position += 1
        continue
      }
      switch (state, byte) {
      case (.before, UInt8(ascii: "[")): state = .first
      case (.first, UInt8(ascii: "]")), (.separator, UInt8(ascii: "]")): state = .behind
      case (.separator, UInt8(ascii: ",")): state = .object
      case (.first, UInt8(ascii: "{")), (.object, UInt8(ascii: "{")):
        guard let end = Self.end(of: position, in: bytes) else {
          if isWhole { fault = .unclosed }
          return (ranges, position)
        }
        ranges.append(position..<end)
        position = end
        state = .separator
        continue
      case (.separator, _): fault = .expectedComma
      case (.behind, _): fault = .textBehind
      default: fault = .expectedObject
      }
      position += 1
    }
    if isWhole && fault == nil && state != .behind { fault = .unclosed }
    return (ranges, position)
  }

  /// Offset behind the object that opens at `start`; nil where it does not close.
  private static func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var depth = 0
    var isInText = false
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where isInText: position += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText, UInt8(ascii: "[") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: "]") where !isInText:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }
}
