import Casting
import Foundation
import Tables

extension TableChunk {
  /// Reads one cell into its column; a bad one leaves an issue and an empty cell.
  mutating func readCell(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    switch step.role {
    case .text: readText(step, scanner, isIdentifier: false)
    case .identifier: readText(step, scanner, isIdentifier: true)
    case .category, .word: readCategory(step, scanner)
    case .day: readDay(step, scanner)
    }
  }

  private mutating func readText(
    _ step: FieldStep, _ scanner: borrowing CSVScanner, isIdentifier: Bool
  ) {
    if !step.joined.isEmpty {
      let parts = ([step.field] + step.joined).map { scanner.text($0) }.filter { !$0.isEmpty }
      texts[step.column].append(parts.joined(separator: ";"))
      return
    }
    var isEmpty = false
    scanner.withText(step.field, scratch: &scratch) { bytes in
      isEmpty = bytes.isEmpty
      texts[step.column].append(utf8: bytes)
      if isIdentifier { identifierHashes.append(IdentifierIndex.hash(bytes)) }
    }
    if isEmpty && step.isRequired {
      issues.appendRow(.emptyCell(cell(step.field, of: step.column, scanner), nil))
    }
  }

  private mutating func readCategory(
    _ step: FieldStep, _ scanner: borrowing CSVScanner
  ) {
    var isKnown = true
    var isEmpty = false
    scanner.withText(step.field, scratch: &scratch) { bytes in
      isEmpty = bytes.isEmpty
      let hash = CategoryCache.hash(bytes)
      if let code = cache[step.column].code(hash, bytes) {
        isKnown = code >= 0
        categories[step.column].append(code: max(code, 0))
        return
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let level = text.isEmpty ? text : Self.level(text, schema.columns[step.column].kind)
      isKnown = level != nil
      let code = categories[step.column].code(for: level ?? "")
      cache[step.column].remember(hash, text, code: isKnown ? code : -1)
      categories[step.column].append(code: code)
    }
    if !isKnown, case .word(let words) = schema.columns[step.column].kind {
      issues.appendRow(.unknownWord(cell(step.field, of: step.column, scanner), words))
    }
    if isEmpty && step.isRequired {
      issues.appendRow(.emptyCell(cell(step.field, of: step.column, scanner), nil))
    }
  }

  /// What a text means in a column; nil where it is none of the column's words.
  private static func level(_ text: String, _ kind: ColumnKind) -> String? {
    guard case .word(let words) = kind else { return text }
    return words.word(for: text)
  }

  private mutating func readDay(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    let bytes = scanner.trimmedBytes(step.field)
    let plain = CalendarDay(plain: bytes)
    if plain != nil || bytes.isEmpty {
      days[step.column].append(plain)
      return
    }
    let text = scanner.text(step.field)
    let day = text.isEmpty ? nil : CalendarDay(written: text)
    if day == nil && !text.isEmpty {
      issues.appendRow(.badDay(cell(step.field, of: step.column, scanner)))
    }
    days[step.column].append(day)
  }

  func cell(
    _ field: Int, of column: Int, _ scanner: borrowing CSVScanner
  ) -> Cell {
    Cell(
      name: .named(schema.columns[column].name), isRequired: schema.columns[column].isRequired,
      text: scanner.text(field),
      place: InputPlace(
        file: file, line: line(scanner, at: scanner.fields[field].start), column: field + 1,
        header: match.headers[field]))
  }
}

/// A cell or a value that an issue is about.
struct Cell: Sendable {
  /// Its column or key.
  var name: InputSubject
  var isRequired: Bool
  /// As written.
  var text: String
  var place: InputPlace
}

/// Codes of category cells by the hash of their bytes: most rows repeat a few values.
struct CategoryCache {
  private struct Level {
    var hash: UInt64
    var start: Int
    var count: Int
    var code: Int32
  }

  private var levels: [Level] = []
  /// Texts of the levels, end to end.
  private var texts: [UInt8] = []
  /// Position in `levels` + 1, open addressing by hash; 0 is a free slot.
  private var slots = [Int32](repeating: 0, count: 64)

  /// The code remembered for these bytes; −1 for a text that is not in the closed list.
  func code(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let level = levels[Int(slots[slot]) - 1]
      if level.hash == hash, level.count == bytes.count, matches(level, bytes) {
        return level.code
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ level: Level, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard level.count > 0 else { return true }
    return texts.withUnsafeBufferPointer {
      memcmp($0.baseAddress! + level.start, bytes.baseAddress!, level.count) == 0
    }
  }

  mutating func remember(_ hash: UInt64, _ text: String, code: Int32) {
    levels.append(
      Level(hash: hash, start: texts.count, count: text.utf8.count, code: code))
    texts.append(contentsOf: text.utf8)
    if levels.count * 2 > slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      for position in levels.indices { occupy(position) }
    } else {
      occupy(levels.count - 1)
    }
  }

  private mutating func occupy(_ position: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: levels[position].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(position + 1)
  }

  /// Eight bytes at a time; only as good as a cache needs.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15
    var index = 0
    while index + 8 <= raw.count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      index += 8
    }
    while index < raw.count {
      hash = (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    hash = (hash ^ (hash >> 29)) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 32)
  }
}
