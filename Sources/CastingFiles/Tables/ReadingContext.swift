import CastingReview
import Tables

/// What is shared while the inputs of one campaign are read: settings in, findings out.
struct ReadingContext {
  var columns: [String: String] = [:]
  var threads = 1
  var issues = InputIssues()
  var notes: [ReadingNote] = []
  /// Issues of rows that were left out instead.
  var skipped = InputIssues()
  /// Whether rows with issues are left out instead of refused.
  var skipsInvalid = false
  /// Whether unknown columns of the creators are kept.
  var carriesUnknown = false
  var records: [PendingFileRecord] = []
  /// Paths of the files that were read, digests or not.
  var read: [String] = []
  /// Whether files are to be named by their digests.
  var keepsRecords = false
  /// Headers seen, by schema: for checking the brief's `columns`.
  var headers: [(schema: TableSchema, headers: [String], file: String)] = []
  /// Whether tables are to be described for a report.
  var describesTables = false
  /// Tables read, in the order read, as far as they are to be described.
  var tables: [InputTable] = []

  init(columns: [String: String] = [:], threads: Int = 1) {
    self.columns = columns
    self.threads = threads
  }

  /// Maps a file; nil, with an issue, when it cannot be used.
  mutating func map(_ path: String) -> MappedFile? {
    do throws(FileProblem) {
      return try MappedFile(path: path)
    } catch {
      issues.append(.unusable(error))
      return nil
    }
  }

  /// Opens the file of a table; nil, with an issue, when it cannot be used.
  mutating func open(_ place: TablePath, spoolsPipes: Bool = false) -> TableInput? {
    do throws(InputIssue) {
      return try TableInput(place, spoolsPipes: spoolsPipes)
    } catch {
      issues.append(error)
      return nil
    }
  }

  /// Reads a table; rows with issues are left out if that is asked for.
  mutating func readTable(
    path: String, schema: TableSchema, carriesUnknown: Bool = false
  ) -> TypedTable? {
    let place = TablePath(path)
    guard let input = open(place) else { return nil }
    let file = input.file
    let reader = TableFile(
      file: file, tableName: place.table, schema: schema, columnMap: columns, threads: threads,
      carriesUnknown: carriesUnknown, isConverted: input.isConverted)
    var table = reader.read(issues: &issues, notes: &notes)
    if let match = table.match { headers.append((schema, match.headers, file.path)) }
    record(input, rows: table.rows)
    leaveOutFaultyRows(of: &table)
    if describesTables {
      tables.append(table.described(as: schema.role, path: path))
    }
    return table
  }

  /// Leaves out the rows that have issues, if that is asked for and others remain; true when the
  /// table changed.
  @discardableResult
  mutating func leaveOutFaultyRows(of table: inout TypedTable) -> Bool {
    guard skipsInvalid else { return false }
    guard table.rows > table.faultyRows.count else {
      issues.keepRowIssues()
      return false
    }
    let rowIssues = issues.takeRowIssues()
    skipped.append(contentsOf: rowIssues)
    // Whatever names a row that was left out names nothing, and has to be told.
    table.isWhole = true
    guard !rowIssues.isEmpty else { return false }
    table.removeFaultyRows()
    return true
  }

  /// The same settings, and nothing found yet.
  var withoutFindings: ReadingContext {
    var context = ReadingContext(columns: columns, threads: threads)
    (context.skipsInvalid, context.carriesUnknown) = (skipsInvalid, carriesUnknown)
    (context.keepsRecords, context.describesTables) = (keepsRecords, describesTables)
    return context
  }

  /// Takes over what was found in files that follow.
  mutating func take(_ next: ReadingContext) {
    issues.append(contentsOf: next.issues)
    notes += next.notes
    skipped.append(contentsOf: next.skipped)
    records += next.records
    read += next.read
    headers += next.headers
    tables += next.tables
  }

  mutating func record(_ file: MappedFile, rows: Int) {
    read.append(file.path)
    guard keepsRecords else { return }
    records.append(
      PendingFileRecord(
        digest: PendingDigest(file: file, isConcurrent: threads > 1), rows: rows))
  }

  mutating func record(_ input: TableInput, rows: Int) {
    read.append(input.file.path)
    guard keepsRecords else { return }
    records.append(
      PendingFileRecord(digest: input.digest(isConcurrent: threads > 1), rows: rows))
  }
}
