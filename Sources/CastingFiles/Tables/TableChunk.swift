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
  /// Fees that are no single amount, in the order read.
  var openFees: [OpenFee] = []
  var lines: [UInt32] = []
  var identifierHashes: [UInt64] = []
  var issues: InputIssues
  private let faultSettings: FaultSettings
  /// Whether no row was left out for a fault in its structure.
  var isWhole = true
  /// Line breaks in the run.
  var lineCount = 0
  /// Records of the run that are not blank, whether they could be read or not.
  var recordCount = 0
  /// Positions among those of records that could not be read.
  var lostRecords: [Int] = []
  /// Rows in which something was wrong with a cell.
  var faultyRows: [Int] = []
  /// What the cells of number columns look like, in the order of `numberSteps`.
  var evidence: [NumberEvidence]
  /// What the rows look like that may be none of the table.
  var shape = RowShapes()
  /// Rows that end with more fields than the header has, all of them empty.
  private(set) var rowsWithSurplus = 0
  /// Whether the run holds a byte that is not UTF-8 text.
  private(set) var hasForeignByte = false
  /// Offset behind the last record.
  var end = 0
  /// Line from which on the text is no part of the table, counted as `line(_:at:)` does.
  var endLine = Int.max
  /// Whether that line was met.
  private(set) var hasMetEnd = false
  var cache: [CategoryCache]
  var scratch: [UInt8] = []
  /// Line of each record in its source, where that is not the text read.
  private var sourceLines: [UInt32]?
  /// Position of the current record in the text.
  private var record = 0
  private(set) var numberSteps: [NumberStep] = []
  private(set) var otherSteps: [FieldStep] = []
  /// Whether the whole table was read before: what its number columns look like is known, and that it is text.
  let isReread: Bool
  /// How the table is read.
  private let conventions: TableConventions
  /// Fields in which a word for a total stands.
  let nameFields: [Int]

  /// A run of the table, whose header is known.
  init(_ table: TypedTable) {
    schema = table.schema
    match = table.match ?? HeaderMatch()
    file = table.file
    faultSettings = table.faultSettings
    issues = InputIssues(faultSettings, isPart: true)
    let count = schema.columns.count
    texts = Array(repeating: TextColumn(), count: count)
    categories = Array(repeating: CategoryColumn(), count: count)
    days = Array(repeating: [], count: count)
    cache = Array(repeating: CategoryCache(), count: count)
    conventions = table.conventions
    isReread = table.isReread
    evidence = []
    let joined = Set(match.joined.values.joined())
    let fields =
      match.columnOfField.enumerated().map { (field: $0, column: $1) }
      + match.substitutes.sorted { $0.key < $1.key }.map { (field: $1, column: Int?.some($0)) }
    for (field, column) in fields {
      guard let column, !joined.contains(field) else { continue }
      if case .number(let rule) = schema.columns[column].kind {
        numberSteps.append(
          NumberStep(
            field: field, column: column, isRequired: match.isRequired(column, of: schema),
            rule: rule, notation: conventions.notation(of: column),
            isOpen: conventions.openColumns.contains(column),
            isFee: schema.columns[column].isFee))
      } else {
        otherSteps.append(
          FieldStep(
            field: field, column: column, isRequired: schema.columns[column].isRequired,
            role: FieldStep.Role(schema.columns[column].kind),
            joined: match.joined[column] ?? []))
      }
    }
    evidence = Array(repeating: NumberEvidence(), count: numberSteps.count)
    nameFields = match.nameFields(of: schema)
  }

  /// Forgets the rows but keeps their storage, and what was learnt about categories.
  mutating func removeAllRows() {
    for column in schema.columns.indices {
      texts[column].removeAll()
      categories[column].removeAllRows()
      days[column].removeAll(keepingCapacity: true)
    }
    numbers.removeAll(keepingCapacity: true)
    openFees.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    identifierHashes.removeAll(keepingCapacity: true)
    issues = InputIssues(faultSettings, isPart: true)
    isWhole = true
    recordCount = 0
    lostRecords.removeAll()
    faultyRows.removeAll()
    rowsWithSurplus = 0
    hasForeignByte = false
    evidence = Array(repeating: NumberEvidence(), count: numberSteps.count)
    shape = RowShapes(numbers: numberSteps.count)
  }

  /// Reads the records that start in `range`.
  ///
  /// - Parameters:
  ///   - isFinal: whether the text ends with the range; otherwise a record that reaches its end is
  ///     left for the next run, since more of it may follow.
  ///   - lines: the line of each record, where the text was made from something else.
  ///   - lost: positions of records that the text lacks since they could not be read.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, range: Range<Int>,
    isFinal: Bool = true, lines sourceLines: [UInt32]? = nil, lost: [Int] = []
  ) {
    removeAllRows()
    self.sourceLines = sourceLines
    if !isReread, let offset = TextEncodingCheck.firstInvalid(bytes, in: range),
      isFinal || offset + 4 <= range.upperBound
    {
      hasForeignByte = true
      let line = 1 + CSVScanner.lineBreaks(in: bytes, range.lowerBound..<offset)
      issues.append(.notUTF8(InputPlace(file: file, line: line), byte: bytes[offset]))
      isWhole = false
      end = range.upperBound
      lineCount = CSVScanner.lineBreaks(in: bytes, range)
      return
    }
    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter, range: range)
    lineCount = -1
    record = -1
    issues.openRows()
    var nextLine = 1
    while scanner.next() {
      if scanner.line > nextLine { shape.addBlank() }
      nextLine = scanner.nextLine
      if !isFinal && scanner.position >= bytes.count {
        lineCount = scanner.line - 1
        end = scanner.recordStart
        break
      }
      record += 1
      if line(scanner, at: scanner.recordStart) >= endLine {
        hasMetEnd = true
        lineCount = scanner.line - 1
        end = range.upperBound
        break
      }
      guard isSound(scanner), !isTotal(scanner) else { continue }
      recordCount += 1
      let issueCount = issues.total
      lines.append(UInt32(truncatingIfNeeded: line(scanner, at: scanner.recordStart)))
      readNumbers(scanner)
      for index in otherSteps.indices { readCell(otherSteps[index], scanner) }
      if issues.total > issueCount {
        closeFaultyRow(lines.count - 1)
        lookAtShape(scanner)
      } else if shape.isAfterBlank && hasOneValue(scanner) {
        // Nothing may be wrong with a remark where followers need not be stated.
        lookAtShape(scanner)
      } else {
        shape.addSound()
      }
    }
    if lineCount < 0 {
      lineCount = scanner.nextLine - 1
      end = scanner.position
    }
    if !lost.isEmpty { count(lost) }
  }

  /// Line of an offset in the current record, from the run's first or in the record's own source.
  func line(_ scanner: borrowing CSVScanner, at offset: Int) -> Int {
    guard let sourceLines else {
      return offset == scanner.recordStart ? scanner.line : scanner.line(at: offset)
    }
    return Int(sourceLines[record])
  }

  /// Gives every row, and whatever was seen in one, another line.
  mutating func replaceLines(_ line: (UInt32) -> UInt32) {
    for row in lines.indices { lines[row] = line(lines[row]) }
    for index in evidence.indices { evidence[index].replaceLines(line) }
    shape.replaceLines(line)
  }

  /// Counts records that the text lacks: the others move behind them.
  private mutating func count(_ lost: [Int]) {
    lostRecords = lost
    recordCount += lost.count
    isWhole = false
  }

  /// A field to read as a number, without anything that is counted by reference.
  struct NumberStep {
    var field: Int
    var column: Int
    var isRequired: Bool
    var rule: NumberRule
    var notation: NumberNotation
    /// Whether two readings fit the column: its cells are looked at, and not used.
    var isOpen: Bool
    /// Whether a range, or a word in place of an amount, is kept.
    var isFee: Bool
    /// Whether plain digits mean what they say.
    let isUsual: Bool

    init(
      field: Int, column: Int, isRequired: Bool, rule: NumberRule, notation: NumberNotation,
      isOpen: Bool, isFee: Bool
    ) {
      (self.field, self.column, self.isRequired) = (field, column, isRequired)
      (self.rule, self.notation, self.isOpen, self.isFee) = (rule, notation, isOpen, isFee)
      isUsual =
        notation.power == 0 && notation.decimals != .comma
        && !(rule.isRate && notation.isPerCent)
    }

    @inline(__always)
    func value(of plain: PlainNumber) -> Double {
      isUsual ? plain.usualValue : plain.value(in: notation, isRate: rule.isRate)
    }
  }

  /// A fee that is a range, or to be asked for.
  struct OpenFee {
    /// Of the run.
    var row: Int
    var column: Int
    /// The lower end, ∞ for one to be asked for.
    var low: Double
  }

  /// A field to read otherwise; likewise.
  struct FieldStep {
    enum Role {
      case identifier, text, category, word, day

      init(_ kind: ColumnKind) {
        self =
          switch kind {
          case .identifier: .identifier
          case .category: .category
          case .word: .word
          case .day: .day
          case .text, .number: .text
          }
      }
    }

    var field: Int
    var column: Int
    var isRequired: Bool
    var role: Role
    /// Fields whose texts are joined to its own.
    var joined: [Int]
  }

  /// Whether the record has the header's fields; records of blanks are skipped in silence.
  private mutating func isSound(_ scanner: borrowing CSVScanner) -> Bool {
    let count = scanner.fieldCount
    if scanner.position - scanner.recordStart > TextBlock.maximumRecord && scanner.faults.isEmpty {
      let place = InputPlace(file: file, line: line(scanner, at: scanner.recordStart))
      issues.append(.recordTooLong(place, maximum: TextBlock.maximumRecord))
      lose(scanner)
      return false
    }
    if scanner.faults.isEmpty && count == match.headers.count && !scanner.isBlank { return true }
    if scanner.faults.isEmpty && scanner.isBlank {
      shape.addBlank()
      return false
    }
    for fault in scanner.faults {
      let place = InputPlace(
        file: file, line: line(scanner, at: fault.offset), column: fault.field + 1)
      let issue = InputIssue.structure(fault, text: scanner.text(fault.field), at: place)
      // An open quote swallows the rows behind it: to leave out its own would not be enough.
      if fault.kind == .unclosedQuote { issues.append(issue) } else { issues.appendRow(issue) }
    }
    guard scanner.faults.isEmpty else {
      lose(scanner)
      return false
    }
    let surplus = match.headers.count..<max(count, match.headers.count)
    if count > match.headers.count && surplus.allSatisfy({ scanner.trimmedBytes($0).isEmpty }) {
      rowsWithSurplus += 1
      return true
    }
    issues.appendRow(
      .fieldCount(
        count, expected: match.headers.count, at: InputPlace(file: file, line: scanner.line)))
    lose(scanner)
    lookAtShape(scanner)
    return false
  }

  private mutating func lose(_ scanner: borrowing CSVScanner) {
    closeLostRow(scanner)
    isWhole = false
    lostRecords.append(recordCount)
    recordCount += 1
  }
}
