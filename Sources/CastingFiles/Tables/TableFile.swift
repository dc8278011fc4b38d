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
  /// Column name to header, from the brief.
  let columnMap: [String: String]
  let threads: Int
  /// Whether columns that the schema does not know are kept as text.
  var carriesUnknown = false
  /// Columns that are passed over, by name.
  var ignoredColumns: Set<String> = []
  /// Whether another program made the text of a file that is none: rows are counted, since its lines are
  /// not the file's.
  var isConverted = false
  /// Takes the rows away while the table is read; nil keeps them all.
  var batches: TableBatches?

  /// Bytes of a run; small enough for the caches, large enough that runs cost nothing.
  static let runLength = 1 << 22

  /// Bytes at the start of a file that tell what it is.
  static let headLength = 1 << 16

  /// Reads the whole table; whatever is wrong goes to `issues`, whatever was found out about the
  /// file's form to `notes`.
  func read(issues: inout InputIssues, notes: inout [ReadingNote]) -> TypedTable {
    var reading = TableReading(self, issues: issues, notes: notes)
    reading.readAll()
    reading.noteSurplus()
    issues = reading.issues
    notes = reading.notes
    if batches != nil {
      reading.handOver(progress: 1)
      issues = reading.issues
    } else if reading.table.rows == 0 && issues.isEmpty {
      issues.append(.noRows(file.path, schema.rowNoun))
    }
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

  init(_ source: TableFile, issues: InputIssues, notes: [ReadingNote]) {
    self.source = source
    self.issues = issues
    self.notes = notes
    table = TypedTable(schema: source.schema, match: nil, file: source.file.path)
  }

  var file: MappedFile { source.file }

  mutating func readAll() {
    switch FileSignature(file.bytes) {
    case .zip, .compound: issues.append(.notTable(file.path, OtherWorkbook(file)))
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
    guard case .utf8(let start) = check, !source.isConverted,
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

  /// Adds what a run of records said.
  mutating func take(
    _ chunk: TableChunk, _ lineOffset: inout Int, progress: Double = .nan
  ) {
    table.append(chunk, lineOffset: lineOffset)
    rowsTaken += chunk.lines.count
    rowsWithSurplus += chunk.rowsWithSurplus
    issues.append(contentsOf: chunk.issues, lineOffset: lineOffset)
    lineOffset += chunk.lineCount
    if let batches = source.batches, table.rows >= batches.rows { handOver(progress: progress) }
  }
}
