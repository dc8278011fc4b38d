import Casting
import Tables

/// Reads a table into typed columns, whatever form its file has.
///
/// Plain UTF-8 is read where it lies, in fixed runs of records on several threads; other text is
/// unpacked and converted block by block; JSON Lines and SQLite become delimited records, a block
/// at a time, so that every form meets the same rules for cells.
struct TableFile {
  let file: MappedFile
  /// Table of a SQLite file; nil for text, or for the only table there is.
  var tableName: String?
  let schema: TableSchema
  /// What the brief says of its columns, by their names.
  let statements: [String: ColumnStatement]
  /// Values that the brief states for all rows, by the names of their columns.
  var values: [String: String] = [:]
  /// Whether the brief names the formats in play.
  var statesFormats = true
  /// How amounts are taxed; nil where nothing is said.
  var terms = DealTerms()
  /// Whether all of it was read before: what is looked at then is not looked at again.
  var isReread = false
  let threads: Int
  /// Whether columns that the schema does not know are kept as text.
  var carriesUnknown = false
  /// Columns that are passed over, by name.
  var ignoredColumns: Set<String> = []
  /// Whether another program made the text of a file that is none: rows are counted, since its lines are
  /// not the file's.
  var isConverted = false
  /// What is done about faults.
  var faultSettings = FaultSettings()
  /// Takes every fault while the table is read, but where `batches` do.
  var rejects: RejectSpool?
  /// Takes the rows away while the table is read; nil keeps them all.
  var batches: TableBatches?
  /// How it is read, as far as that is decided.
  var conventions = TableConventions.usual

  /// Bytes of a run; small enough for the caches, large enough that runs cost nothing.
  static let runLength = 1 << 22

  /// Bytes at the start of a file that tell what it is.
  static let headLength = 1 << 16

  /// Times that a table is read at most until what its cells say is how they are read: once as most
  /// tables are written, once as this one is, and once more where that moved its end.
  static let maximumPasses = 3

  /// Reads the whole table; whatever is wrong goes to `issues`, whatever was found out about the
  /// file's form to `notes`.
  ///
  /// What columns mean is decided from all their cells, so the rows of a table whose cells turn out to
  /// be written otherwise than most are read again. Rows that are taken away are read once, by
  /// `conventions`: those are to be known before.
  func read(issues: inout InputIssues, notes: inout [ReadingNote]) -> TypedTable {
    var (source, known) = (self, (issues: issues, notes: notes))
    for pass in 1... {
      (issues, notes) = known
      // Faults of a pass that does not count are not written down.
      source.rejects = rejects?.branch()
      var table = source.readOnce(issues: &issues, notes: &notes)
      guard let judge = TableJudge(table) else {
        if let found = source.rejects { rejects?.take(found) }
        if batches == nil && issues.isEmpty { issues.append(.noRows(file.path, schema.rowNoun)) }
        return table
      }
      if judge.conventions.readsAlike(source.conventions) || batches != nil
        || pass == Self.maximumPasses
      {
        if let found = source.rejects { rejects?.take(found) }
        table.conventions = batches == nil ? judge.conventions : source.conventions
        table.decisions += judge.decisions
        for issue in judge.issues { issues.append(issue) }
        notes += table.decisions.filter(\.isTold).map { .decision($0) }
        notes += table.inexactNotes
        if batches == nil && table.rows == 0 && issues.isEmpty {
          issues.append(.noRows(file.path, schema.rowNoun))
        }
        return table
      }
      source.conventions = judge.conventions
    }
    preconditionFailure("passes are counted from 1")
  }

  /// How the table is written, and what is open about that: reads it and keeps nothing.
  ///
  /// - Parameter isWhole: whether all rows are looked at; otherwise some from its beginning.
  func survey(isWhole: Bool = true) -> TableJudge? {
    var source = self
    // A few rows tell which columns there are.
    source.batches = TableBatches(rows: isWhole ? TableFile.surveyRows : 1) { _, _, _ in isWhole }
    source.ignoredColumns = schema.columnsWithoutConventions
    var (issues, notes) = (InputIssues(), [ReadingNote]())
    for _ in 1..<Self.maximumPasses where isWhole {
      let judge = TableJudge(source.readOnce(issues: &issues, notes: &notes))
      if judge == nil || judge?.conventions == source.conventions { return judge }
      source.conventions = judge?.conventions ?? .usual
    }
    return TableJudge(source.readOnce(issues: &issues, notes: &notes))
  }

  private static let surveyRows = 65_536

  private func readOnce(issues: inout InputIssues, notes: inout [ReadingNote]) -> TypedTable {
    var reading = TableReading(self, issues: issues, notes: notes)
    reading.readAll()
    reading.noteSurplus()
    reading.spoolRejects()
    if batches != nil { reading.handOver(progress: 1, isLast: true) }
    issues = reading.issues
    notes = reading.notes
    reading.table.hasSemicolons = reading.hasSemicolons
    reading.table.statesFormats = statesFormats
    return reading.table
  }
}

/// A table on its way from a file: what was read so far, and what was wrong with it.
struct TableReading {
  let source: TableFile
  var table: TypedTable
  var issues: InputIssues
  var notes: [ReadingNote]
  /// Rows that end with more fields than the header has, all of them empty.
  private var rowsWithSurplus = 0
  private var rowsTaken = 0
  /// Whether whoever takes the rows wants no more of them.
  var isStopped = false
  /// Whether the row was met from which on nothing belongs to the table.
  var hasMetEnd = false
  /// Whether semicolons part fields.
  var hasSemicolons = false

  init(_ source: TableFile, issues: InputIssues, notes: [ReadingNote]) {
    self.source = source
    self.issues = issues
    self.notes = notes
    table = TypedTable(schema: source.schema, match: nil, file: source.file.path)
    table.faultSettings = source.faultSettings
  }

  var file: MappedFile { source.file }

  mutating func readAll() {
    switch FileSignature(file.bytes) {
    case .zip, .compound: readWorkbook()
    case .parquet: issues.append(.parquetFromPipe(file.path))
    case .sqlite: readDatabase()
    case .gzip: readStream()
    case nil: readText()
    }
  }

  private mutating func readText() {
    if source.tableName != nil {
      issues.append(.notDatabase(file.path))
      return
    }
    let head = UnsafeBufferPointer(rebasing: file.bytes.prefix(TableFile.headLength))
    // Rows that were taken away cannot be read anew in another encoding.
    let check =
      source.batches == nil
      ? TextEncodingCheck(head, isWhole: head.count == file.bytes.count)
      : TextEncodingCheck(file.bytes)
    // Where a table ends is a line, and lines are counted where text is read in order.
    guard source.conventions.end == nil, case .utf8(let start) = check, !source.isConverted,
      !Self.looksLikeJSON(head.dropFirst(start))
    else {
      readStream()
      return
    }
    let beforeRows = self
    if !readMapped(from: start) {
      self = beforeRows
      readStream()
    }
  }

  /// Whether the first character that is not blank opens an object or a list of objects.
  static func looksLikeJSON(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes.drop { $0 <= UInt8(ascii: " ") }
    if rest.first == UInt8(ascii: "[") {
      rest = rest.dropFirst().drop { $0 <= UInt8(ascii: " ") }
    }
    return rest.first == UInt8(ascii: "{")
  }

  /// Empty fields at the end are dropped, aloud: the header may as well lack its first column.
  fileprivate mutating func noteSurplus() {
    guard rowsWithSurplus > 0, let width = table.match?.headers.count else { return }
    notes.append(
      .surplusFields(
        file: file.path, rows: rowsWithSurplus, all: rowsTaken, headers: width))
  }

  /// Writes down the faults found since the last time.
  fileprivate mutating func spoolRejects() {
    if let rejects = source.rejects, source.batches == nil { rejects.append(issues.takeJournal()) }
  }

  /// Adds what a run of records said.
  mutating func take(
    _ chunk: TableChunk, _ lineOffset: inout Int, progress: Double = .nan
  ) {
    table.append(chunk, lineOffset: lineOffset)
    rowsTaken += chunk.lines.count
    rowsWithSurplus += chunk.rowsWithSurplus
    issues.append(contentsOf: chunk.issues, lineOffset: lineOffset)
    spoolRejects()
    lineOffset += chunk.lineCount
    if let batches = source.batches, table.rows >= batches.rows { handOver(progress: progress) }
  }
}
