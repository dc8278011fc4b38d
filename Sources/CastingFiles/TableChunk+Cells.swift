import Casting
import Tables

extension TableChunk {
  /// Reads one cell into its column; a bad one leaves an issue and an empty cell.
  mutating func readCell(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    switch step.specification.kind {
    case .number(let rule): readNumber(step, rule, scanner)
    case .text: readText(step, scanner, isIdentifier: false)
    case .identifier: readText(step, scanner, isIdentifier: true)
    case .category: readCategory(step, nil, scanner)
    case .word(let words): readCategory(step, words, scanner)
    case .day: readDay(step, scanner)
    }
  }

  private mutating func readNumber(
    _ step: FieldStep, _ rule: NumberRule, _ scanner: borrowing CSVScanner
  ) {
    let bytes = scanner.rawBytes(step.field)
    var number = Double.nan
    switch rule.isRate ? HumanNumber.parseRate(bytes) : HumanNumber.parse(bytes) {
    case .number(let found) where rule.accepts(found): number = found
    case .number:
      issues.append(.outOfRange(cell(step, scanner), rule))
    case .missing:
      if step.specification.isRequired { issues.append(.emptyCell(cell(step, scanner), rule)) }
    case .fault(let fault):
      issues.append(.badNumber(cell(step, scanner), rule, fault))
    }
    numbers[step.column].append(number)
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
      issues.append(.emptyCell(cell(step, scanner), nil))
    }
  }

  private mutating func readCategory(
    _ step: FieldStep, _ words: WordList?, _ scanner: borrowing CSVScanner
  ) {
    var isKnown = true
    scanner.withText(step.field, scratch: &scratch) { bytes in
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
    if !isKnown, let words { issues.append(.unknownWord(cell(step, scanner), words)) }
  }

  private mutating func readDay(_ step: FieldStep, _ scanner: borrowing CSVScanner) {
    let text = scanner.text(step.field)
    let day = text.isEmpty ? nil : CalendarDay(written: text)
    if day == nil && !text.isEmpty { issues.append(.badDay(cell(step, scanner))) }
    days[step.column].append(day)
  }

  private func cell(_ step: FieldStep, _ scanner: borrowing CSVScanner) -> Cell {
    Cell(
      name: step.specification.name, isRequired: step.specification.isRequired,
      text: scanner.text(step.field),
      place: InputPlace(
        file: file, line: scanner.line(at: scanner.fields[step.field].start),
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
  private var codeOfHash: [UInt64: (text: [UInt8], code: Int32)] = [:]

  /// The code remembered for these bytes; −1 for a text that is not in the closed list.
  func code(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let known = codeOfHash[hash], known.text.elementsEqual(bytes) else { return nil }
    return known.code
  }

  mutating func remember(_ hash: UInt64, _ text: String, code: Int32) {
    codeOfHash[hash] = (Array(text.utf8), code)
  }
}
