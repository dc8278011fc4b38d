import Tables

/// What is shared while the inputs of one campaign are read: settings in, findings out.
struct ReadingContext {
  var columns: [String: String] = [:]
  var threads = 1
  var issues = InputIssues()
  var notes: [String] = []
  var records: [PendingFileRecord] = []
  /// Whether files are to be named by their digests.
  var keepsRecords = false
  /// Headers seen, by schema: for checking the brief's `columns`.
  var headers: [(schema: TableSchema, headers: [String], file: String)] = []

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

  mutating func readTable(path: String, schema: TableSchema) -> TypedTable? {
    guard let file = map(path) else { return nil }
    let reader = TableFile(file: file, schema: schema, columnMap: columns, threads: threads)
    let table = reader.read(issues: &issues, notes: &notes)
    if let match = table.match { headers.append((schema, match.headers, path)) }
    record(file, rows: table.rows)
    return table
  }

  mutating func record(_ file: MappedFile, rows: Int) {
    guard keepsRecords else { return }
    records.append(PendingFileRecord(file: file, rows: rows, isConcurrent: threads > 1))
  }
}
