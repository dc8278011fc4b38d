import Casting
import Tables

extension TableChunk {
  /// Reads one cell into its column; a bad one leaves an issue and an empty cell.
  mutating func readCell(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    switch step.specification.kind {
    case .number: break
    case .text: readText(step, scanner, isIdentifier: false)
    case .identifier: readText(step, scanner, isIdentifier: true)
    case .category: readCategory(step, nil, scanner)
    case .word(let words): readCategory(step, words, scanner)
    case .day: readDay(step, scanner)
    }
  }

  /// Reads all number cells of a record.
  mutating func readNumbers(_ scanner: borrowing CSVScanner) {
    for step in numberSteps {
      let bytes = scanner.rawBytes(step.field)
      let reading = step.rule.isRate ? HumanNumber.parseRate(bytes) : HumanNumber.parse(bytes)
      if case .number(let number) = reading, step.rule.accepts(number) {
        numbers.append(number)
      } else {
        numbers.append(.nan)
        if reading != .missing || step.isRequired { report(reading, step, scanner) }
      }
    }
  }

  private mutating func report(
    _ reading: HumanNumber.Reading, _ step: NumberStep, _ scanner: borrowing CSVScanner
  ) {
    let cell = cell(
      FieldStep(
        field: step.field, column: step.column, specification: schema.columns[step.column]),
      scanner)
    switch reading {
    case .number: issues.appendRow(.outOfRange(cell, step.rule))
    case .missing: issues.appendRow(.emptyCell(cell, step.rule))
    case .fault(let fault): issues.appendRow(.badNumber(cell, step.rule, fault))
    }
  }

  private mutating func readText(
    _ step: FieldStep, _ scanner: borrowing CSVScanner, isIdentifier: Bool
  ) {
    var isEmpty = false
    scanner.withText(step.field, scratch: &scratch) { bytes in
      isEmpty = bytes.isEmpty
      texts[step.column].append(utf8: bytes)
      if isIdentifier { identifierHashes.append(IdentifierIndex.hash(bytes)) }
    }
    if isEmpty && step.specification.isRequired {
      issues.appendRow(.emptyCell(cell(step, scanner), nil))
    }
  }

  private mutating func readCategory(
    _ step: FieldStep, _ words: WordList?, _ scanner: borrowing CSVScanner
  ) {
    var isKnown = true
    var isEmpty = false
    scanner.withText(step.field, scratch: &scratch) { bytes in
      isEmpty = bytes.isEmpty
      let hash = IdentifierIndex.hash(bytes)
      if let code = cache[step.column].code(hash, bytes) {
        isKnown = code >= 0
        categories[step.column].append(code: max(code, 0))
        return
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let level: String? = if let words, !text.isEmpty { words.word(for: text) } else { text }
      isKnown = level != nil
      let code = categories[step.column].code(for: level ?? "")
      cache[step.column].remember(hash, text, code: isKnown ? code : -1)
      categories[step.column].append(code: code)
    }
    if !isKnown, let words { issues.appendRow(.unknownWord(cell(step, scanner), words)) }
    if isEmpty && step.specification.isRequired {
      issues.appendRow(.emptyCell(cell(step, scanner), nil))
    }
  }

  private mutating func readDay(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    if let day = CalendarDay(plain: scanner.trimmedBytes(step.field)) {
      days[step.column].append(day)
      return
    }
    let text = scanner.text(step.field)
    let day = text.isEmpty ? nil : CalendarDay(written: text)
    if day == nil && !text.isEmpty { issues.appendRow(.badDay(cell(step, scanner))) }
    days[step.column].append(day)
  }

  private func cell(_ step: FieldStep, _ scanner: borrowing CSVScanner) -> Cell {
    Cell(
      name: step.specification.name, isRequired: step.specification.isRequired,
      text: scanner.text(step.field),
      place: InputPlace(
        file: file, line: line(scanner, at: scanner.fields[step.field].start),
        column: step.field + 1))
  }
}

/// A cell or a value that an issue is about.
struct Cell: Sendable {
  /// Name of its column or key.
  var name: String
  var isRequired: Bool
  /// As written.
  var text: String
  var place: InputPlace
}

/// Codes of category cells by the hash of their bytes: most rows repeat a few values.
struct CategoryCache {
  private struct Level {
    var text: [UInt8]
    var code: Int32
  }

  private var levelOfHash: [UInt64: Level] = [:]

  /// The code remembered for these bytes; −1 for a text that is not in the closed list.
  func code(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let known = levelOfHash[hash], known.text.elementsEqual(bytes) else { return nil }
    return known.code
  }

  mutating func remember(_ hash: UInt64, _ text: String, code: Int32) {
    levelOfHash[hash] = Level(text: Array(text.utf8), code: code)
  }
}
