import Tables

extension TableReading {
  /// Reads JSON Lines: an object a line, its keys the headers.
  ///
  /// Keys may differ from line to line, so the text is read twice: first for all keys, in the order
  /// of first appearance, then for the rows.
  mutating func readJSONLines(_ text: inout TextBlock) {
    noteForm(
      "JSON Lines", encoding: text.stream.encoding, isCompressed: text.stream.isCompressed)
    if text.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
      issues.append(.jsonList(file.path))
      return
    }
    var keys = JSONKeys()
    var reader = JSONObjectReader()
    Self.forEachLine(&text) { line, _, _ in
      // What cannot be read is reported with the rows.
      guard (try? reader.read(line)) != nil else { return true }
      keys.add(reader)
      return keys.names.count <= JSONKeys.maximumCount
    }
    guard keys.names.count <= JSONKeys.maximumCount else {
      issues.append(.tooManyKeys(file.path, maximum: JSONKeys.maximumCount))
      return
    }
    // Without any key there is no object that could be read, and the faults say all.
    if !keys.names.isEmpty { match(headers: keys.names, line: nil) }
    table.hasFieldPlaces = false
    readRows(keys)
  }

  private mutating func readRows(_ keys: JSONKeys) {
    guard var text = open() else { return }
    text.readMore()
    var rows = JSONRows(keys: keys, chunk: TableChunk(table))
    let lineCount = Self.forEachLine(&text) { line, number, isLastOfBlock in
      rows.read(line, number, file: file.path)
      if isLastOfBlock || rows.isFull { rows.flush(into: &self) }
      return rows.isText && !isStopped
    }
    rows.flush(into: &self)
    report(text.problem, line: lineCount + 1)
  }

  /// Calls `body` with each line that is not blank, its number, and whether the block that holds it
  /// ends behind it, until it returns false; returns the number of the last line.
  @discardableResult
  private static func forEachLine(
    _ text: inout TextBlock,
    _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) -> Bool
  ) -> Int {
    var number = 0
    while true {
      var goesOn = true
      text.consumed = text.bytes.withUnsafeBufferPointer { bytes in
        // A carriage return at the very end may be half a line break.
        let last = bytes.lastIndex { $0 == 10 }
        let end = text.isWhole ? bytes.count : (last ?? bytes.lastIndex { $0 == 13 } ?? -1) + 1
        goesOn = lines(of: bytes, end: end, &number, body)
        return end
      }
      if !goesOn || text.isEnd { return number }
      text.readMore()
    }
  }

  private static func lines(
    of bytes: UnsafeBufferPointer<UInt8>, end: Int, _ number: inout Int,
    _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) -> Bool
  ) -> Bool {
    var start = 0
    while start < end {
      var stop = start
      while stop < end && bytes[stop] != 10 && bytes[stop] != 13 { stop += 1 }
      number += 1
      let line = UnsafeBufferPointer(rebasing: bytes[start..<stop])
      if stop + 1 < end && bytes[stop] == 13 && bytes[stop + 1] == 10 { stop += 1 }
      start = stop + 1
      if TextBytes.trimmed(line).isEmpty { continue }
      if !body(line, number, start >= end) { return false }
    }
    return true
  }
}

/// The keys of JSON objects, in the order of first appearance.
struct JSONKeys {
  /// A table with more columns than this is none.
  static let maximumCount = 1000

  private(set) var names: [String] = []
  private var bytes: [[UInt8]] = []
  private var fieldOfKey: [[UInt8]: Int] = [:]

  mutating func add(_ reader: borrowing JSONObjectReader) {
    var next = 0
    for member in reader.members where names.count <= Self.maximumCount {
      if let field = field(of: reader.storage[member.path], expected: next) {
        next = field + 1
        continue
      }
      let key = Array(reader.storage[member.path])
      fieldOfKey[key] = names.count
      bytes.append(key)
      names.append(String(decoding: key, as: UTF8.self))
    }
  }

  /// - Parameter expected: the field behind the last one found: objects repeat their order.
  func field(of key: ArraySlice<UInt8>, expected: Int) -> Int? {
    if expected < bytes.count && key.elementsEqual(bytes[expected]) { return expected }
    return fieldOfKey[Array(key)]
  }
}
