import Tables

extension TableReading {
  /// Reads JSON Lines, an object a line, or one list of objects; their keys are the headers.
  ///
  /// Keys may differ from line to line, so the text is read twice: first for all keys, in the order
  /// of first appearance, then for the rows.
  mutating func readJSONLines(_ text: inout TextBlock) {
    let isList = text.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[")
    noteForm(
      isList ? .jsonList : .jsonLines, encoding: text.stream.encoding,
      isCompressed: text.stream.isCompressed)
    var keys = JSONKeys()
    var reader = JSONObjectReader()
    Self.forEachObject(&text, isList) { line, _, _ in
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
    table.countsRows = isList
    readRows(keys, isList)
  }

  private mutating func readRows(_ keys: JSONKeys, _ isList: Bool) {
    guard var text = open() else { return }
    text.readMore()
    var rows = JSONRows(
      keys: keys, isList: isList, chunk: TableChunk(table), source.faultSettings)
    let (count, fault) = Self.forEachObject(&text, isList) { line, number, isLastOfBlock in
      rows.read(line, number, file: file.path)
      if isLastOfBlock || rows.isFull { rows.flush(into: &self) }
      return rows.isText && !isStopped
    }
    rows.flush(into: &self)
    if let fault, text.problem == nil {
      issues.append(.jsonList(fault, at: InputPlace(file: file.path, line: count + 1)))
      table.isWhole = false
    }
    report(text.problem, line: count + 1)
  }

  /// Calls `body` with each object, the number of its line or its own in a list, and whether the
  /// block that holds it ends behind it, until it returns false; returns the last number, and what
  /// is wrong with the list behind it.
  @discardableResult
  private static func forEachObject(
    _ text: inout TextBlock, _ isList: Bool,
    _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) -> Bool
  ) -> (count: Int, fault: JSONList.Fault?) {
    guard isList else { return (forEachLine(&text, body), nil) }
    var list = JSONList()
    var number = 0
    while true {
      var goesOn = true
      text.consumed = text.bytes.withUnsafeBufferPointer { bytes in
        let (ranges, consumed) = list.objects(in: bytes, isWhole: text.isWhole)
        for range in ranges where goesOn {
          number += 1
          let object = UnsafeBufferPointer(rebasing: bytes[range])
          goesOn = body(object, number, range == ranges.last)
        }
        return consumed
      }
      if !goesOn { return (number, nil) }
      if list.fault != nil || text.isEnd { return (number, list.fault) }
      text.readMore()
    }
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
