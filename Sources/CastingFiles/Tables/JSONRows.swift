import Tables

/// Rows of JSON objects on their way into a table, a block of lines at a time.
struct JSONRows {
  let keys: JSONKeys
  /// Whether objects are counted instead of lines: those of a list may share a line or take many.
  let isList: Bool
  var chunk: TableChunk
  /// False once a line holds bytes that are no text.
  private(set) var isText = true
  private var reader = JSONObjectReader()
  private var records = RecordBlock()
  /// The objects of the block, for the places of their values.
  private var lines: [UnsafeBufferPointer<UInt8>] = []
  private var issues: InputIssues
  private let faultSettings: FaultSettings
  /// Member of each field in the current object; −1 is none.
  private var memberOfField: [Int]

  init(keys: JSONKeys, isList: Bool, chunk: TableChunk, _ settings: FaultSettings) {
    faultSettings = settings
    issues = InputIssues(settings, isPart: true)
    self.keys = keys
    self.isList = isList
    self.chunk = chunk
    memberOfField = Array(repeating: -1, count: keys.names.count)
  }

  var isFull: Bool { records.isFull }

  /// Adds a line; its bytes must stay until the next `flush`.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, _ number: Int, file: String) {
    if let offset = TextEncodingCheck.firstInvalid(line, in: line.indices) {
      issues.append(.notUTF8(InputPlace(file: file, line: number), byte: line[offset]))
      isText = false
      return
    }
    do throws(JSONFault) {
      try reader.read(line)
    } catch {
      issues.appendRow(
        .json(error, at: place(error.offset, of: line, number, file: file)))
      records.countLost()
      return
    }
    guard takeMembers(line, number, file: file) else {
      records.countLost()
      return
    }
    for field in memberOfField.indices {
      let member = memberOfField[field]
      let range = member < 0 ? 0..<0 : reader.members[member].value
      reader.storage.withUnsafeBufferPointer {
        records.append(utf8: UnsafeBufferPointer(rebasing: $0[range]))
      }
    }
    records.endRow(line: number)
    lines.append(line)
  }

  /// Finds the field of each member; false when a key is given twice.
  private mutating func takeMembers(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, file: String
  ) -> Bool {
    for field in memberOfField.indices { memberOfField[field] = -1 }
    var next = 0
    for (position, member) in reader.members.enumerated() {
      let path = reader.storage[member.path]
      guard let field = keys.field(of: path, expected: next) else { continue }
      next = field + 1
      guard memberOfField[field] < 0 else {
        issues.appendRow(
          .repeatedKey(
            keys.names[field], at: place(member.offset, of: line, number, file: file)))
        return false
      }
      memberOfField[field] = position
    }
    return true
  }

  /// Moves the rows read so far into the table.
  mutating func flush(into reading: inout TableReading) {
    let places = JSONPlaces(keys: keys, lines: lines, numbers: records.lines)
    let isList = isList
    reading.take(records, &chunk) { isList ? nil : places.column(of: $0) }
    reading.issues.append(contentsOf: issues)
    if !issues.isEmpty { reading.table.isWhole = false }
    issues = InputIssues(faultSettings, isPart: true)
    records = RecordBlock()
    lines.removeAll(keepingCapacity: true)
  }

  private func place(
    _ offset: Int, of line: UnsafeBufferPointer<UInt8>, _ number: Int, file: String
  ) -> InputPlace {
    InputPlace(
      file: file, line: number, column: isList ? nil : JSONPlaces.column(offset, in: line))
  }
}

/// Where values stand in the lines of a block.
private struct JSONPlaces {
  let keys: JSONKeys
  let lines: [UnsafeBufferPointer<UInt8>]
  /// Number of each line in its file.
  let numbers: [UInt32]

  /// The character at which the value of an issue's field begins, from 1.
  func column(of issue: InputIssue) -> Int? {
    guard let number = issue.line, let field = issue.column.map({ $0 - 1 }),
      let record = numbers.firstIndex(of: UInt32(number)), keys.names.indices.contains(field)
    else { return nil }
    var reader = JSONObjectReader()
    guard (try? reader.read(lines[record])) != nil else { return nil }
    let member = reader.members.first {
      reader.storage[$0.path].elementsEqual(keys.names[field].utf8)
    }
    return member.map { Self.column($0.offset, in: lines[record]) }
  }

  static func column(_ offset: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
    String(decoding: line.prefix(offset), as: UTF8.self).count + 1
  }
}
