import Casting
import Tables

/// A creator table of any length, read part after part in bounded memory, as often as is needed.
public struct RosterStream {
  /// A part of the roster, in the order of the file.
  public struct Part {
    /// Creators in a row, with all their columns; rows are numbered from 0 in every part.
    public var roster: Roster
    /// Record of the table that each creator was read from.
    var records: [UInt32]
    /// How much of the file was read with it, 0…1; NaN where that is not known.
    public var progress: Double
  }

  /// What was found out about the file, columns that were not used.
  public private(set) var notes: [ReadingNote] = []
  /// Rows that were left out, each with the fault and its place.
  public var skipped: InputIssues { skippedRows }
  private(set) var skippedRows = InputIssues()
  let path: TablePath
  let input: TableInput
  var file: MappedFile { input.file }
  let columns: [String: String]
  let threads: Int
  let skipsInvalid: Bool
  let embeddings: NPYRows?
  private(set) var audiences: AudienceTable?
  /// For checking the brief's `columns` against the headers of all tables.
  let brief: BriefFile.Loaded
  var context: ReadingContext
  /// Records whose identifier stands in the table before them.
  private var repeatedRecords: Set<Int> = []
  private var isConcluded = false
  /// Of the table, once it was seen whole.
  private(set) var headers: [String] = []
  /// Records of the table, faulty ones among them, once it was seen whole; nil where some could not be
  /// told apart.
  private(set) var recordCount: Int?
  /// The same without those whose fields could not be told apart.
  private(set) var rowCount = 0
  /// Whether all rows have been seen.
  public var isSurveyed: Bool { isConcluded }

  /// Rows of a part at least: enough to keep all threads busy, little against any limit of memory.
  package var rowsPerPart = 65_536

  init(
    path: TablePath, input: TableInput, columns: [String: String], threads: Int,
    skipsInvalid: Bool, embeddings: NPYRows?, audiences: AudienceTable?,
    brief: BriefFile.Loaded, context: ReadingContext
  ) {
    self.path = path
    self.input = input
    self.columns = columns
    self.threads = threads
    self.skipsInvalid = skipsInvalid
    self.embeddings = embeddings
    self.audiences = audiences
    self.brief = brief
    self.context = context
  }

  /// Groups that audiences are divided into.
  public var audienceCells: AudienceCells { audiences?.cells ?? .ageByGender }

  /// Divides audiences into these cells; false where the table of audiences has others, or there is
  /// none to tell them.
  public mutating func divideAudiences(into cells: AudienceCells) -> Bool {
    guard audiences != nil else { return cells == .ageByGender }
    return audiences?.arrange(by: cells) ?? false
  }

  /// Columns that say who a creator is, and nothing about what she brings.
  private static let unscored: Set<String> = ["name", "handle", "url"]

  /// Reads all of the table, checks every cell of it, and gathers a result from the parts.
  ///
  /// - Parameter body: adds a part to the result; starts again from `initial` where rows turn out
  ///   to be repeated and are to be left out.
  /// - Throws: `InputError` with all issues, unless rows with faults are to be left out.
  public mutating func survey<Result>(
    into initial: Result, _ body: (inout Result, Part) throws -> Void
  ) throws -> Result {
    var result = initial
    var repeated = RepeatedIdentifiers()
    var outcome = try read(ignoring: [], gathering: &repeated) {
      try body(&result, $0)
      return true
    }
    let hashes = try repeated.repeated()
    if !hashes.isEmpty {
      let found = try findRepeated(hashes)
      if skipsInvalid && !found.records.isEmpty {
        repeatedRecords = found.records
        result = initial
        outcome = try read(ignoring: [], check: leaveOutRepeated) {
          try body(&result, $0)
          return true
        }
        outcome.repeated = found.issues
      } else {
        outcome.issues.append(contentsOf: found.issues)
      }
    }
    try conclude(outcome)
    return result
  }

  /// Calls `body` with each part until it returns false.
  ///
  /// Repeated identifiers can be left out only after a survey: whoever reads on once for all is told
  /// of them at the end.
  ///
  /// - Throws: `InputError` with all issues of a table that was not surveyed before, behind the last
  ///   part that is sound; and what `body` throws.
  public mutating func forEachPart(_ body: (Part) throws -> Bool) throws {
    guard !isConcluded else {
      try conclude(read(ignoring: Self.unscored, check: leaveOutRepeated, body: body))
      return
    }
    var repeated = RepeatedIdentifiers()
    var isCut = false
    var outcome = try read(ignoring: Self.unscored, gathering: &repeated) {
      isCut = try !body($0)
      return !isCut
    }
    let hashes = isCut ? [] : try repeated.repeated()
    if !hashes.isEmpty { outcome.issues.append(contentsOf: try findRepeated(hashes).issues) }
    try conclude(outcome)
  }

  /// Reads the table for the first time, and gathers the identifiers in it.
  private func read(
    ignoring ignored: Set<String>, gathering repeated: inout RepeatedIdentifiers,
    body: (Part) throws -> Bool
  ) throws -> Outcome {
    var problem: FileProblem?
    let outcome = try read(ignoring: ignored) { table, _, _ in
      do throws(FileProblem) {
        try repeated.add(table.identifierHashes)
      } catch {
        problem = error
      }
      return problem == nil
    } body: {
      try body($0)
    }
    if let problem { throw problem }
    return outcome
  }

  /// Throws what is wrong, or keeps what is to be said.
  private mutating func conclude(_ outcome: Outcome) throws {
    var issues = outcome.issues
    recordCount = outcome.isWhole || issues.isEmpty ? outcome.records : nil
    rowCount = outcome.records - outcome.lostRecords
    headers = outcome.headers ?? []
    if let headers = outcome.headers {
      var context = context
      context.headers.append((.roster, headers, file.path))
      CampaignFiles.checkColumns(brief, &context)
      issues.append(contentsOf: context.issues)
    }
    if outcome.rows == 0 && issues.isEmpty {
      // Where every row is left out the faults say more than that nothing is left.
      issues = outcome.skipped
      issues.keepRowIssues()
      if issues.isEmpty { issues.append(.noRows(file.path, TableSchema.roster.rowNoun)) }
    }
    guard issues.isEmpty else { throw InputError(issues) }
    // What a survey said need not be said again.
    guard !isConcluded else { return }
    isConcluded = true
    notes = outcome.notes
    skippedRows = outcome.skipped
  }

  private func leaveOutRepeated(
    _ table: inout TypedTable, _ firstRecord: Int, _ issues: InputIssues
  ) -> Bool {
    for (row, record) in table.recordOfRow.enumerated()
    where repeatedRecords.contains(firstRecord + record) {
      table.faultyRows.insert(row)
    }
    return true
  }

  /// What was seen of the table of audiences on the way.
  private struct AudienceProgress {
    var met: Set<Int> = []
    /// Whether every creator of the roster was met.
    var isWhole = true
    var note: ReadingNote?

    mutating func attach(_ audiences: AudienceTable, to roster: inout Roster, file: String) {
      if note == nil { note = audiences.replacementNote(roster, file: file) }
      audiences.attach(to: &roster, met: &met)
    }
  }

  private struct Outcome {
    var rows = 0
    var records = 0
    /// Those among them whose fields could not be told apart.
    var lostRecords = 0
    var isWhole: Bool { lostRecords == 0 }
    var issues = InputIssues()
    var notes: [ReadingNote] = []
    /// Of rows that were left out, in the order in which a table that is held is looked through.
    var faultyCells = InputIssues()
    var repeated = InputIssues()
    var faultyRows = InputIssues()
    var strangers = InputIssues()
    var skipped: InputIssues {
      var all = faultyCells
      for more in [repeated, faultyRows, strangers] { all.append(contentsOf: more) }
      return all
    }
    /// Of the table; nil where none could be read.
    var headers: [String]?
  }

  /// Reads the table; `check` sees every batch before its faulty rows are left out, with the position of
  /// its first record in the table, and says whether the batch is of use.
  private func read(
    ignoring ignored: Set<String>,
    check: (inout TypedTable, _ firstRecord: Int, InputIssues) -> Bool,
    body: (Part) throws -> Bool
  ) throws -> Outcome {
    var outcome = Outcome()
    var audience = AudienceProgress()
    var failure: (any Error)?
    withoutActuallyEscaping(check) { check in
      withoutActuallyEscaping(body) { body in
        let reader = TableFile(
          file: file, tableName: path.table, schema: .roster, columnMap: columns,
          threads: threads, ignoredColumns: ignored, isConverted: input.isConverted,
          batches: TableBatches(rows: rowsPerPart) { table, issues, progress in
            if outcome.headers == nil { outcome.headers = table.match?.headers }
            let firstRecord = outcome.records
            outcome.records += table.recordCount
            outcome.lostRecords += table.lostRecords.count
            if skipsInvalid {
              // An id in a row that is left out is free for another.
              outcome.faultyCells.append(contentsOf: issues.takeRowIssues())
              table.removeFaultyRows()
            }
            var roster = RosterFile.makeRoster(table)
            RosterFile.normalizeAges(&roster, &table, &issues)
            RosterFile.checkDays(roster, &table, &issues)
            let isOfUse = check(&table, firstRecord, issues)
            if skipsInvalid {
              outcome.faultyRows.append(contentsOf: issues.takeRowIssues())
              if !table.faultyRows.isEmpty {
                table.removeFaultyRows()
                roster = RosterFile.makeRoster(table)
                RosterFile.normalizeAges(&roster, &table, &issues)
              }
            }
            outcome.rows += table.rows
            if let audiences {
              audience.attach(audiences, to: &roster, file: file.path)
              audience.isWhole = audience.isWhole && table.isWhole && issues.isEmpty
            }
            guard isOfUse, issues.isEmpty, roster.count > 0 else { return true }
            do {
              try addEmbeddings(to: &roster, table, firstRecord: firstRecord)
              let records = table.recordOfRow.map { UInt32(firstRecord + $0) }
              let goesOn = try body(Part(roster: roster, records: records, progress: progress))
              audience.isWhole = audience.isWhole && goesOn
              return goesOn
            } catch {
              failure = error
              return false
            }
          })
        // Apart from what the batches write meanwhile.
        var (issues, notes) = (InputIssues(), [ReadingNote]())
        _ = reader.read(issues: &issues, notes: &notes)
        (outcome.issues, outcome.notes) = (issues, notes)
      }
    }
    if let failure { throw failure }
    if let embeddings, outcome.issues.isEmpty, embeddings.rows != outcome.records {
      outcome.issues.append(
        .embeddingRows(
          embeddings.path, rows: embeddings.rows, expected: outcome.records, of: file.path))
    }
    if let note = audience.note { outcome.notes.append(note) }
    if let audiences, audience.isWhole, outcome.issues.isEmpty {
      let strangers = audiences.issuesOfStrangers(met: audience.met, roster: file.path)
      if skipsInvalid {
        outcome.strangers = strangers
      } else {
        outcome.issues.append(contentsOf: strangers)
      }
    }
    return outcome
  }

  /// Row i of the matrix belongs to record i of the table.
  private func addEmbeddings(
    to roster: inout Roster, _ table: TypedTable, firstRecord: Int
  ) throws(NPYProblem) {
    guard let embeddings else { return }
    let range = firstRecord..<firstRecord + table.recordCount
    guard range.upperBound <= embeddings.rows else { return }
    let values = try embeddings.values(range)
    embeddings.release(range)
    let width = embeddings.columns
    roster.embeddingDimensions = width
    roster.embeddings =
      table.lostRecords.isEmpty
      ? values : table.recordOfRow.flatMap { values[$0 * width..<($0 + 1) * width] }
  }

  /// Looks again for the rows whose identifiers have these hashes, and names those that are alike.
  private func findRepeated(
    _ hashes: Set<UInt64>
  ) throws -> (records: Set<Int>, issues: InputIssues) {
    var firstLine: [String: UInt32] = [:]
    var found = InputIssues()
    var records: Set<Int> = []
    // Rows with faults count only where they are not left out.
    let others =
      skipsInvalid
      ? [] : Set(TableSchema.roster.columns.map(\.name)).subtracting(["creator_id"])
    _ = try read(ignoring: others) { table, firstRecord, _ in
      let identifiers = table.text("creator_id")
      let recordOfRow = table.recordOfRow
      for row in 0..<table.rows where hashes.contains(table.identifierHashes[row]) {
        let identifier = identifiers[row]
        guard !identifier.isEmpty else { continue }
        guard let first = firstLine[identifier] else {
          firstLine[identifier] = table.lines[row]
          continue
        }
        records.insert(firstRecord + recordOfRow[row])
        found.appendRow(
          .duplicateIdentifier(
            identifier, column: "creator_id", firstLine: Int(first),
            at: table.place(row: row, column: "creator_id")))
      }
      return false
    } body: { _ in
      false
    }
    return (records, found)
  }
}
