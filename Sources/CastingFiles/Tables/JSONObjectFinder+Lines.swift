import Tables

// Objects that follow each other without anything between them.

extension JSONObjectFinder {
  /// Lines that are not blank.
  static func lines(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (found: [Found], consumed: Int) {
    // A carriage return at the very end may be half a line break.
    let last = bytes.lastIndex { $0 == 10 }
    let end = isWhole ? bytes.count : (last ?? bytes.lastIndex { $0 == 13 } ?? -1) + 1
    var found: [Found] = []
    var start = 0
    while start < end {
      let stop = lineEnd(bytes, from: start, limit: end)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<stop])
      if !line.allSatisfy(JSONText.isBlank) { found.append(Found(range: start..<stop)) }
      start = stop + 1
    }
    return (found, end)
  }

  /// Objects with the rest of the line on which they end, each from the line on which it begins.
  static func spans(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (found: [Found], consumed: Int) {
    var found: [Found] = []
    var start = 0
    while true {
      while start < bytes.count, JSONText.isBlank(bytes[start]) { start += 1 }
      guard start < bytes.count else { return (found, start) }
      guard let end = spanEnd(bytes, from: start, isWhole: isWhole) else { return (found, start) }
      found.append(Found(range: start..<end))
      start = end
    }
  }

  /// Where the object that begins at `start` ends, or what should have been one; nil where it is not whole.
  private static func spanEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool
  ) -> Int? {
    var structure = JSONStructure()
    var lineStart = start
    for position in start..<bytes.count {
      let step = structure.take(bytes[position])
      if JSONText.isLineBreak(bytes[position]) { lineStart = position + 1 }
      switch step {
      case .inside where structure.depth == 0 && !structure.isInText && lineStart > start:
        // No object at all.
        return lineStart
      case .inside: continue
      case .ended: return wholeLine(bytes, from: position + 1, isWhole)
      case .broken where bytes[position] == UInt8(ascii: "{") && lineStart > start: return lineStart
      case .broken: return nextObject(bytes, from: position, isWhole)
      }
    }
    return isWhole ? bytes.count : nil
  }

  /// The first line behind `start` that begins with an object.
  private static func nextObject(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isWhole: Bool
  ) -> Int? {
    var position = start
    while let line = wholeLine(bytes, from: position, isWhole), line < bytes.count {
      let first = bytes[line...].first { !JSONText.isBlank($0) }
      if first == UInt8(ascii: "{") { return line }
      position = line + 1
    }
    return isWhole ? bytes.count : nil
  }

  private static func wholeLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isWhole: Bool
  ) -> Int? {
    let end = lineEnd(bytes, from: start, limit: bytes.count)
    return end < bytes.count || isWhole ? end : nil
  }

  private static func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    var end = start
    while end < limit && !JSONText.isLineBreak(bytes[end]) { end += 1 }
    return end
  }
}
