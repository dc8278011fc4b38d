import Casting
import CastingReview
import Tables

/// What is shared while the inputs of one campaign are read: settings in, findings out.
struct ReadingContext {
  /// What the brief says of the tables.
  var statements = TableStatements()
  /// Whether the brief names the formats in play.
  var statesFormats = true
  /// How amounts are taxed; nil where the brief does not say.
  var terms = DealTerms()
  /// Formats that the brief made up.
  var packages: [DealPackage] = []
  var threads = 1
  var issues: InputIssues
  var notes: [ReadingNote] = []
  /// What was decided about tables and their columns.
  var decisions: [ReadingDecision] = []
  /// Issues of rows that were left out instead, and of cells that count as not known.
  var skipped: InputIssues
  /// What is done about faults.
  let faultSettings: FaultSettings
  /// How many of them are passed over at most.
  var limit = InvalidLimit.standard
  /// Takes every fault of a row or a cell.
  var rejects: RejectSpool?
  /// How much of each table could be used, in the order read.
  var tallies: [TableTally] = []
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

  init(
    statements: TableStatements = TableStatements(), threads: Int = 1,
    faults: FaultSettings = FaultSettings()
  ) {
    self.statements = statements
    self.threads = threads
    faultSettings = faults
    issues = InputIssues(faults)
    skipped = InputIssues(faults)
  }

  /// Whether rows with faults are left out instead of refused.
  var leavesOut: Bool { faultSettings.policy != .refuse }

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
    let schema = schema.with(packages)
    let reader = TableFile(
      file: file, tableName: place.table, schema: schema,
      statements: statements.columns(of: schema.role.statementKey),
      values: statements.values[schema.role.statementKey] ?? [:],
      statesFormats: statesFormats, terms: terms, threads: threads, carriesUnknown: carriesUnknown,
      isConverted: input.isConverted, faultSettings: faultSettings, rejects: rejects)
    var table = reader.read(issues: &issues, notes: &notes)
    decisions += table.decisions
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
    rejects?.append(issues.takeJournal())
    guard leavesOut else { return false }
    guard table.rows > table.faultyRows.count else {
      issues.keepRowIssues()
      return false
    }
    let rowIssues = issues.takeRowIssues()
    skipped.append(contentsOf: rowIssues)
    table.skipped.append(contentsOf: rowIssues)
    // Whatever names a row that was left out names nothing, and has to be told.
    table.isWhole = true
    guard !rowIssues.isEmpty else { return false }
    table.removeFaultyRows()
    return true
  }

  /// Passes over faults of a table whose rows are judged one by one, if that is asked for.
  mutating func passOverRowIssues(of table: inout TypedTable) {
    rejects?.append(issues.takeJournal())
    guard leavesOut else { return }
    let rowIssues = issues.takeRowIssues()
    skipped.append(contentsOf: rowIssues)
    table.skipped.append(contentsOf: rowIssues)
  }

  /// Says how much of a table is used.
  mutating func tally(_ table: TypedTable, path: String, kept: Int) {
    tallies.append(
      TableTally(
        noun: table.schema.rowNoun, path: path, read: table.recordCount - table.mergedRows,
        kept: kept,
        skipped: table.skipped))
  }

  /// What is passed over has to be little, else the faults are told.
  mutating func checkLimit() {
    let excesses = InputIssues.excesses(of: limit, in: tallies)
    guard leavesOut, !excesses.isEmpty else { return }
    issues.append(contentsOf: excesses)
    var refused = skipped
    refused.keepRowIssues()
    issues.append(contentsOf: refused)
  }

  /// The same settings, and nothing found yet.
  var withoutFindings: ReadingContext {
    var context = ReadingContext(statements: statements, threads: threads, faults: faultSettings)
    context.statesFormats = statesFormats
    context.terms = terms
    context.packages = packages
    context.carriesUnknown = carriesUnknown
    (context.limit, context.rejects) = (limit, rejects?.branch())
    (context.keepsRecords, context.describesTables) = (keepsRecords, describesTables)
    return context
  }

  /// Takes over what was found in files that follow.
  mutating func take(_ next: ReadingContext) {
    issues.append(contentsOf: next.issues)
    notes += next.notes
    skipped.append(contentsOf: next.skipped)
    tallies += next.tallies
    records += next.records
    read += next.read
    headers += next.headers
    decisions += next.decisions
    tables += next.tables
    if let more = next.rejects { rejects?.take(more) }
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
