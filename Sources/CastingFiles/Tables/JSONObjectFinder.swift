import Tables

/// Finds the objects of a JSON text that are rows, in blocks of it.
struct JSONObjectFinder {
  /// What is wrong between the objects.
  enum Fault: Equatable {
    case expectedObject, expectedComma, unclosed, textBehind
    /// In a wrapper or a map.
    case expected(JSONFault.Token)
  }

  /// An object, or the line or lines that should have been one.
  struct Found {
    var range: Range<Int>
    /// The quoted key of a map.
    var key: [UInt8]?
  }

  private enum State {
    case start
    /// Before a list's first object, before another, and behind one.
    case firstObject, object, separator
    /// In a wrapper or a map: before its first key, before another, behind one, before a value, in one
    /// that is passed over, and behind one.
    case firstKey, key, colon, value, passing, member
    case end
  }

  /// Why no further objects are looked for.
  private(set) var fault: Fault?
  private let layout: JSONLayout
  private var state = State.start
  private var key: [UInt8] = []
  /// Members of the wrapper so far.
  private var members = 0
  private var passed = PassedValue()

  init(_ layout: JSONLayout) { self.layout = layout }

  /// Objects in the bytes, in order, and the bytes that are done with: up to the fault where there is
  /// one, or to an object that is not whole.
  ///
  /// - Parameter isWhole: whether nothing follows the bytes.
  mutating func objects(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (found: [Found], consumed: Int) {
    switch layout {
    case .lines: Self.lines(in: bytes, isWhole: isWhole)
    case .objects: Self.spans(in: bytes, isWhole: isWhole)
    case .list, .wrapped, .map, .severalLists: members(in: bytes, isWhole: isWhole)
    }
  }

  private mutating func members(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (found: [Found], consumed: Int) {
    var found: [Found] = []
    var position = 0
    while position < bytes.count {
      if state == .passing {
        position = passed.pass(bytes, from: position)
        if passed.isAtEnd { state = .member }
        continue
      }
      if JSONText.isBlank(bytes[position]) {
        position += 1
        continue
      }
      guard let end = step(bytes, position, &found) else {
        if isWhole { fault = unclosed }
        return (found, position)
      }
      if fault != nil { return (found, position) }
      position = end
    }
    if isWhole && state != .end { fault = unclosed }
    return (found, position)
  }

  /// Takes what stands at a position; the position behind it, nil where it is not whole.
  private mutating func step(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ found: inout [Found]
  ) -> Int? {
    switch (state, bytes[position]) {
    case (.start, UInt8(ascii: "[")): state = .firstObject
    case (.start, UInt8(ascii: "{")): state = .firstKey
    case (.firstObject, UInt8(ascii: "{")), (.object, UInt8(ascii: "{")):
      guard let end = JSONText.end(ofValueAt: position, in: bytes) else { return nil }
      found.append(Found(range: position..<end))
      state = .separator
      return end
    case (.firstObject, UInt8(ascii: "]")), (.separator, UInt8(ascii: "]")):
      state = layout == .list ? .end : .member
    case (.separator, UInt8(ascii: ",")): state = .object
    case (.separator, _): fault = .expectedComma
    case (.firstKey, UInt8(ascii: "\"")), (.key, UInt8(ascii: "\"")):
      guard let end = JSONText.end(ofTextAt: position, in: bytes) else { return nil }
      if layout == .map { key = Array(bytes[position..<end]) }
      state = .colon
      return end
    case (.firstKey, UInt8(ascii: "}")), (.member, UInt8(ascii: "}")): state = .end
    case (.firstKey, _), (.key, _): fault = .expected(.quote)
    case (.colon, UInt8(ascii: ":")): state = .value
    case (.colon, _): fault = .expected(.colon)
    case (.value, _): return stepIntoValue(bytes, position, &found)
    case (.member, UInt8(ascii: ",")): state = .key
    case (.member, _): fault = .expected(.commaOrBrace)
    case (.end, _): fault = .textBehind
    default: fault = .expectedObject
    }
    return position + 1
  }

  private mutating func stepIntoValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ found: inout [Found]
  ) -> Int? {
    if layout == .map {
      guard bytes[position] == UInt8(ascii: "{") else {
        fault = .expectedObject
        return position
      }
      guard let end = JSONText.end(ofValueAt: position, in: bytes) else { return nil }
      found.append(Found(range: position..<end, key: key))
      state = .member
      return end
    }
    defer { members += 1 }
    if case .wrapped(_, let member) = layout, member == members,
      bytes[position] == UInt8(ascii: "[")
    {
      state = .firstObject
      return position + 1
    }
    state = .passing
    passed = PassedValue()
    return position
  }

  private var unclosed: Fault {
    switch state {
    case .firstObject, .object, .separator: .unclosed
    default: layout == .list ? .unclosed : .expected(.commaOrBrace)
    }
  }
}

/// A value that is passed over, whatever its length.
private struct PassedValue {
  private(set) var isAtEnd = false
  private var depth = 0
  private var isInText = false
  private var isEscaped = false

  /// Offset behind the value, or the end of the bytes.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start - 1
    while position + 1 < bytes.count {
      position += 1
      if isInText && !isEscaped {
        position = JSONText.plainEnd(from: position, in: bytes)
        if position == bytes.count { break }
      }
      let byte = bytes[position]
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
        if depth == 0 {
          isAtEnd = true
          return position
        }
        if byte != UInt8(ascii: ",") { depth -= 1 }
      default: break
      }
    }
    return bytes.count
  }
}
