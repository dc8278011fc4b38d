import Tables

/// Rows of JSON objects on their way into a table, a block of text at a time.
struct JSONRows {
  /// Where the key of an object in a map goes.
  struct Identifier {
    /// Of the column.
    var name: String
    /// Of the header.
    var field: Int
    /// Whether no object holds the column, so that it stands behind the keys.
    var isAdded: Bool
  }

  let keys: JSONKeys
  /// Nil where objects have no keys.
  let identifier: Identifier?
  var chunk: TableChunk
  /// False once an object holds bytes that are no text.
  private(set) var isText = true
  private var reader = JSONObjectReader()
  private var keyReader = JSONObjectReader()
  private var records = RecordBlock()
  /// The objects of the records, for the places of their values.
  private var objects: [JSONTextObject] = []
  private var issues: InputIssues
  private let faultSettings: FaultSettings
  /// Member of each field in the current object; −1 is none.
  private var memberOfField: [Int]

  init(
    keys: JSONKeys, identifier: Identifier?, chunk: TableChunk, _ settings: FaultSettings
  ) {
    faultSettings = settings
    issues = InputIssues(settings, isPart: true)
    self.keys = keys
    self.identifier = identifier
    self.chunk = chunk
    memberOfField = Array(repeating: -1, count: keys.names.count)
  }

  var isFull: Bool { records.isFull }

  /// Adds an object; its bytes must stay until the next `flush`.
  mutating func read(_ object: JSONTextObject, file: String) {
    if let offset = TextEncodingCheck.firstInvalid(object.bytes, in: object.bytes.indices) {
      issues.append(.notUTF8(place(offset, of: object, file), byte: object.bytes[offset]))
      isText = false
      return
    }
    guard readMembers(object, file), let key = key(of: object, file) else {
      records.countLost()
      return
    }
    for field in memberOfField.indices {
      let value = field == identifier?.field && isEmpty(field) ? key[...] : self.value(field)
      value.withUnsafeBufferPointer { records.append(utf8: $0) }
    }
    if identifier?.isAdded == true { key.withUnsafeBufferPointer { records.append(utf8: $0) } }
    records.endRow(line: object.start.line)
    objects.append(object)
  }

  /// Reads the values and finds the field of each; false, with an issue, where that cannot be done.
  private mutating func readMembers(_ object: JSONTextObject, _ file: String) -> Bool {
    do throws(JSONFault) {
      try reader.read(object.bytes)
    } catch {
      issues.appendRow(.json(error, at: place(error.offset, of: object, file)))
      return false
    }
    for field in memberOfField.indices { memberOfField[field] = -1 }
    var next = 0
    for (position, member) in reader.members.enumerated() {
      let path = reader.storage[member.path]
      guard let field = keys.field(of: path, expected: next) else { continue }
      next = field + 1
      guard memberOfField[field] < 0 else {
        issues.appendRow(
          .repeatedKey(keys.names[field], at: place(member.offset, of: object, file)))
        return false
      }
      memberOfField[field] = position
    }
    return true
  }

  /// The key of the object, empty where it has none; nil, with an issue, where it is no text or the object
  /// says otherwise.
  private mutating func key(of object: JSONTextObject, _ file: String) -> [UInt8]? {
    guard let identifier, let quoted = object.key else { return [] }
    guard let key = quoted.withUnsafeBufferPointer({ keyReader.text(quotedIn: $0) }) else {
      issues.appendRow(
        .json(
          JSONFault(kind: .badEscape, offset: 0), at: place(0, of: object, file)))
      return nil
    }
    guard !identifier.isAdded, !isEmpty(identifier.field) else { return key }
    let own = trimmed(value(identifier.field))
    guard own != trimmed(key[...]) else { return key }
    let member = reader.members[memberOfField[identifier.field]]
    issues.appendRow(
      .keyDiffers(
        identifier.name, key: String(decoding: key, as: UTF8.self),
        value: String(decoding: own, as: UTF8.self),
        at: place(member.offset, of: object, file)))
    return nil
  }

  private func value(_ field: Int) -> ArraySlice<UInt8> {
    let member = memberOfField[field]
    return member < 0 ? [] : reader.storage[reader.members[member].value]
  }

  private func isEmpty(_ field: Int) -> Bool { trimmed(value(field)).isEmpty }

  private func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { Array(TextBytes.trimmed($0)) }
  }

  /// Moves the rows read so far into the table.
  mutating func flush(into reading: inout TableReading) {
    let places = JSONPlaces(keys: keys, objects: objects)
    reading.take(records, &chunk) { places.place(record: $0, field: $1) }
    reading.issues.append(contentsOf: issues)
    if !issues.isEmpty { reading.table.isWhole = false }
    issues = InputIssues(faultSettings, isPart: true)
    records = RecordBlock()
    objects.removeAll(keepingCapacity: true)
  }

  private func place(_ offset: Int, of object: JSONTextObject, _ file: String) -> InputPlace {
    let place = object.place(offset)
    return InputPlace(file: file, line: place.line, column: place.column)
  }
}

/// Where values stand in the objects of a block.
private struct JSONPlaces {
  let keys: JSONKeys
  let objects: [JSONTextObject]

  /// The line and the character at which a value begins; of the object where it does not have it.
  func place(record: Int, field: Int) -> (line: Int, column: Int?) {
    let object = objects[record]
    var reader = JSONObjectReader()
    guard keys.names.indices.contains(field), (try? reader.read(object.bytes)) != nil else {
      return (object.start.line, nil)
    }
    let member = reader.members.first {
      reader.storage[$0.path].elementsEqual(keys.names[field].utf8)
    }
    guard let member else { return (object.start.line, nil) }
    let place = object.place(member.offset)
    return (place.line, place.column)
  }
}
