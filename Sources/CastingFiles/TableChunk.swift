import Casting
import Tables

/// A run of records of a table, read into typed columns.
///
/// Everything is local to the run, so that runs can be read at the same time; lines are counted
/// from the run's first.
struct TableChunk {
  let schema: TableSchema
  let match: HeaderMatch
  let file: String
  var texts: [TextColumn]
  var categories: [CategoryColumn]
  /// A row's number cells in the order of `numberSteps`, row after row; NaN is an empty cell.
  var numbers: [Double] = []
  var days: [[CalendarDay?]]
  var lines: [UInt32] = []
  var identifierHashes: [UInt64] = []
  var issues = InputIssues()
  /// Whether no row was left out for a fault in its structure.
  var isWhole = true
  /// Line breaks in the run.
  var lineCount = 0
  /// Offset behind the last record.
  var end = 0
  var cache: [CategoryCache]
  var scratch: [UInt8] = []
  private(set) var numberSteps: [NumberStep] = []
  private(set) var otherSteps: [FieldStep] = []

  init(schema: TableSchema, match: HeaderMatch, file: String) {
    self.schema = schema
    self.match = match
    self.file = file
    let count = schema.columns.count
    texts = Array(repeating: TextColumn(), count: count)
    categories = Array(repeating: CategoryColumn(), count: count)
    days = Array(repeating: [], count: count)
    cache = Array(repeating: CategoryCache(), count: count)
    for (field, column) in match.columnOfField.enumerated() {
      guard let column else { continue }
      if case .number(let rule) = schema.columns[column].kind {
        numberSteps.append(
          NumberStep(
            field: field, column: column, isRequired: schema.columns[column].isRequired,
            rule: rule))
      } else {
        otherSteps.append(
          FieldStep(field: field, column: column, specification: schema.columns[column]))
      }
    }
  }

  /// Forgets the rows but keeps their storage, and what was learnt about categories.
  mutating func removeAllRows() {
    for column in schema.columns.indices {
      texts[column].removeAll()
      categories[column].removeAllRows()
      days[column].removeAll(keepingCapacity: true)
    }
    numbers.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    identifierHashes.removeAll(keepingCapacity: true)
    issues = InputIssues()
    isWhole = true
  }

  /// Reads the records that start in `range`.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, range: Range<Int>
  ) {
    removeAllRows()
    if let offset = TextEncodingCheck.firstInvalid(bytes, in: range) {
      let line = 1 + CSVScanner.lineBreaks(in: bytes, range.lowerBound..<offset)
      issues.append(.notUTF8(InputPlace(file: file, line: line), byte: bytes[offset]))
      isWhole = false
      end = range.upperBound
      lineCount = CSVScanner.lineBreaks(in: bytes, range)
      return
    }
    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter, range: range)
    while scanner.next() {
      guard isSound(scanner) else { continue }
      lines.append(UInt32(truncatingIfNeeded: scanner.line))
      readNumbers(scanner)
      for index in otherSteps.indices { readCell(otherSteps[index], scanner) }
    }
    lineCount = scanner.nextLine - 1
    end = scanner.position
  }

  /// A field to read as a number, without anything that is counted by reference.
  struct NumberStep {
    var field: Int
    var column: Int
    var isRequired: Bool
    var rule: NumberRule
  }

  /// A field to read otherwise.
  struct FieldStep {
    var field: Int
    var column: Int
    var specification: ColumnSpecification
  }

  /// Whether the record has the header's fields; records of blanks are skipped in silence.
  private mutating func isSound(_ scanner: CSVScanner) -> Bool {
    let count = scanner.fieldCount
    if scanner.faults.isEmpty && count == match.headers.count && !scanner.isBlank { return true }
    if scanner.faults.isEmpty && scanner.isBlank { return false }
    for fault in scanner.faults {
      let place = InputPlace(
        file: file, line: scanner.line(at: fault.offset), column: fault.field + 1)
      issues.append(.structure(fault, text: scanner.text(fault.field), at: place))
    }
    guard scanner.faults.isEmpty else {
      isWhole = false
      return false
    }
    let surplus = match.headers.count..<max(count, match.headers.count)
    if count > match.headers.count && surplus.allSatisfy({ scanner.trimmedBytes($0).isEmpty }) {
      return true
    }
    isWhole = false
    issues.append(
      .fieldCount(
        count, expected: match.headers.count, at: InputPlace(file: file, line: scanner.line)))
    return false
  }
}
