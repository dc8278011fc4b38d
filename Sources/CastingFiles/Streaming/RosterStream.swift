import Casting
import CastingReview
import Tables

/// A creator table of any length, read part after part in bounded memory, as often as is needed.
public struct RosterStream {
  /// A part of the roster, in the order of the file.
  public struct Part {
    /// Creators in a row, with all their columns; rows are numbered from 0 in every part.
    public var roster: Roster
    /// Columns that castplan does not know, if they were asked for.
    public var carried: [CarriedColumn]
    /// Record of the table that each creator was read from.
    var records: [UInt32]
    /// How much of the file was read with it, 0…1; NaN where that is not known.
    public var progress: Double
  }

  /// What was found out about the file, columns that were not used.
  public internal(set) var notes: [ReadingNote] = []
  /// Rows that were left out and cells that count as not known, each with the fault and its place.
  public internal(set) var skipped = InputIssues()
  /// How much of the tables was used, this one last, once it was seen whole.
  public internal(set) var tallies: [TableTally] = []
  let path: TablePath
  let input: TableInput
  var file: MappedFile { input.file }
  let statements: TableStatements
  let threads: Int
  let embeddings: NPYRows?
  private(set) var audiences: AudienceTable?
  /// For checking the brief's `columns` against the headers of all tables.
  let brief: BriefFile.Loaded
  var context: ReadingContext
  /// Records whose identifier stands in the table before them.
  var repeatedRecords: Set<Int> = []
  var isConcluded = false
  /// How the table is written; nil until it has been looked through.
  var conventions: TableConventions?
  /// What was decided about the table and its columns.
  public internal(set) var decisions: [ReadingDecision] = []
  /// Of the table, once it was seen whole.
  var headers: [String] = []
  /// Records of the table, faulty ones among them, once it was seen whole; nil where some could not be
  /// told apart.
  var recordCount: Int?
  /// The same without those whose fields could not be told apart.
  var rowCount = 0
  /// Whether parts have the creators' names when they are read to be scored.
  public var readsNames = false
  private var ignored: Set<String> {
    readsNames ? Self.unscored.subtracting(["name"]) : Self.unscored
  }
  /// Whether all rows have been seen.
  public var isSurveyed: Bool { isConcluded }

  /// Rows of a part at least: enough to keep all threads busy, little against any limit of memory.
  package var rowsPerPart = 65_536

  init(
    path: TablePath, input: TableInput, statements: TableStatements, threads: Int,
    embeddings: NPYRows?, audiences: AudienceTable?,
    brief: BriefFile.Loaded, context: ReadingContext
  ) {
    self.path = path
    self.input = input
    self.statements = statements
    self.threads = threads
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
  static let unscored: Set<String> = ["name", "handle", "url"]

  /// Reads all of the table, checks every cell of it, and gathers a result from the parts.
  ///
  /// - Parameter body: adds a part to the result; starts again from `initial` where rows turn out
  ///   to be repeated and are to be left out.
  /// - Throws: `InputError` with all issues, unless rows with faults are to be left out.
  public mutating func survey<Result>(
    into initial: Result, _ body: (inout Result, Part) throws -> Void
  ) throws -> Result {
    var result = initial
    // Faults of a pass that does not count are not written down.
    let rejects = context.rejects
    defer { context.rejects = rejects }
    var repeated: RepeatedIdentifiers
    var outcome: Outcome
    var passes = 0
    repeat {
      context.rejects = rejects?.branch()
      (result, repeated) = (initial, RepeatedIdentifiers())
      outcome = try read(ignoring: [], gathering: &repeated) {
        try body(&result, $0)
        return true
      }
      passes += 1
    } while passes < TableFile.maximumPasses && takeConventions(of: outcome)
    if let found = context.rejects { rejects?.take(found) }
    context.rejects = rejects
    let hashes = try repeated.repeated()
    if !hashes.isEmpty {
      let found = try findRepeated(hashes)
      if context.leavesOut && !found.records.isEmpty {
        repeatedRecords = found.records
        result = initial
        let rejects = outcome.rejects
        outcome = try read(ignoring: [], check: leaveOutRepeated) {
          try body(&result, $0)
          return true
        }
        outcome.rejects = rejects
      }
      outcome.repeated = found.issues
      for issue in found.scattered { outcome.issues.append(issue) }
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
      try conclude(read(ignoring: ignored, check: leaveOutRepeated, body: body))
      return
    }
    if conventions == nil { try settleConventions() }
    var repeated = RepeatedIdentifiers()
    var isCut = false
    var outcome = try read(ignoring: ignored, gathering: &repeated) {
      isCut = try !body($0)
      return !isCut
    }
    let hashes = isCut ? [] : try repeated.repeated()
    if !hashes.isEmpty {
      let found = try findRepeated(hashes)
      outcome.repeated = found.issues
      for issue in found.scattered { outcome.issues.append(issue) }
    }
    try conclude(outcome)
  }

  /// Reads the table for the first time, and gathers the identifiers in it.
  private func read(
    ignoring ignored: Set<String>, gathering repeated: inout RepeatedIdentifiers,
    body: (Part) throws -> Bool
  ) throws -> Outcome {
    var problem: FileProblem?
    let outcome = try read(ignoring: ignored, isFirst: true) { table, _, _ in
      do throws(FileProblem) {
        try repeated.add(table.runHashes)
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
    /// Creators of whose audience not all is known, where the brief asks of audiences.
    var assumed = 0
    /// Creators who did something for competitors on no day that is known, where the brief asks for it.
    var undated = 0
    /// Whether no creator's works are known.
    var saysNothing = true

    mutating func count(_ roster: Roster, _ brief: Brief) {
      if brief.asksOfAudiences { assumed += roster.assumedAudiences(brief) }
      guard let competitors = brief.competitors else { return }
      undated += RecentCompetitors(competitors).undated(in: roster)
      saysNothing = saysNothing && roster.recentWorks.byteCount == 0
    }

    mutating func attach(_ audiences: AudienceTable, to roster: inout Roster, file: String) {
      if note == nil { note = audiences.replacementNote(roster, file: file) }
      audiences.attach(to: &roster, met: &met)
    }
  }

  /// Reads the table; `check` sees every batch before its faulty rows are left out, with the position of
  /// its first record in the table, and says whether the batch is of use.
  func read(
    ignoring ignored: Set<String>, isFirst: Bool = false,
    check: (inout TypedTable, _ firstRecord: Int, InputIssues) -> Bool,
    body: (Part) throws -> Bool
  ) throws -> Outcome {
    var outcome = Outcome()
    let leavesOut = context.leavesOut
    // Written down once, however often the table is read.
    let rejects = isFirst ? context.rejects : nil
    outcome.rejects = rejects.map { ($0.branch(), $0.branch()) }
    var audience = AudienceProgress()
    var failure: (any Error)?
    withoutActuallyEscaping(check) { check in
      withoutActuallyEscaping(body) { body in
        var reader = table
        reader.ignoredColumns = ignored
        reader.isConverted = input.isConverted
        reader.faultSettings = context.faultSettings
        reader.conventions = conventions ?? .usual
        // Its columns were judged by a look at all of them.
        reader.isReread = isConcluded
        reader.batches = TableBatches(rows: rowsPerPart) { table, issues, progress in
          if outcome.headers == nil { outcome.headers = table.match?.headers }
          let firstRecord = outcome.records
          outcome.records += table.recordCount
          outcome.lostRecords += table.lostRecords.count
          outcome.cells.take(&issues, into: rejects)
          // An id in a row that is left out is free for another.
          if leavesOut { table.removeFaultyRows() }
          let runs = RosterRuns(&table, formats: conventions?.mergedFormats)
          table.runHashes = runs.hashes
          outcome.runs.append(runs.findings)
          var roster = RosterFile.makeRoster(table)
          RosterFile.estimateFollowers(&roster, &table, &issues)
          RosterFile.normalizeAges(&roster, &table, &issues)
          outcome.ages.take(&issues, into: outcome.rejects?.ages)
          RosterFile.checkDays(&roster, &table, &issues)
          outcome.days.take(&issues, into: outcome.rejects?.days)
          let isOfUse = check(&table, firstRecord, issues)
          if leavesOut, !table.faultyRows.isEmpty {
            table.removeFaultyRows()
            roster = RosterFile.makeRoster(table)
            table.estimatedFollowers = 0
            RosterFile.estimateFollowers(&roster, &table, &issues)
            RosterFile.normalizeAges(&roster, &table, &issues)
          }
          outcome.estimatedFollowers += table.estimatedFollowers
          outcome.rows += table.rows
          let isSound =
            issues.isEmpty
            && (leavesOut
              || outcome.cells.isEmpty && outcome.ages.isEmpty && outcome.days.isEmpty)
          if let audiences {
            audience.attach(audiences, to: &roster, file: file.path)
            audience.isWhole = audience.isWhole && (leavesOut || table.isWhole) && isSound
          }
          audience.count(roster, brief.brief)
          guard isOfUse, isSound, roster.count > 0 else { return true }
          do {
            try addEmbeddings(to: &roster, table, firstRecord: firstRecord)
            let records = table.recordOfRow.map { UInt32(firstRecord + $0) }
            let goesOn = try body(
              Part(
                roster: roster, carried: RosterFile.carried(table), records: records,
                progress: progress))
            audience.isWhole = audience.isWhole && goesOn
            return goesOn
          } catch {
            failure = error
            return false
          }
        }
        // Apart from what the batches write meanwhile.
        var (issues, notes) = (
          InputIssues(context.faultSettings, isPart: true), [ReadingNote]()
        )
        let table = reader.read(issues: &issues, notes: &notes)
        (outcome.issues, outcome.notes) = (issues, notes)
        (outcome.decisions, outcome.judge) = (table.decisions, TableJudge(table))
      }
    }
    if let failure { throw failure }
    if let embeddings, outcome.isSound(leavesOut), embeddings.rows != outcome.records {
      outcome.issues.append(
        .embeddingRows(
          embeddings.path, rows: embeddings.rows, expected: outcome.records, of: file.path))
    }
    outcome.notes += outcome.runs.notes(of: file.path)
    outcome.decisions += outcome.runs.decisions + outcome.runs.accountDecisions
    if outcome.estimatedFollowers > 0 {
      outcome.notes.append(
        .estimatedFollowers(file: file.path, creators: outcome.estimatedFollowers))
    }
    if let note = audience.note { outcome.notes.append(note) }
    outcome.notes += ReadingNote.assumedAudiences(
      brief.brief, file.path, audience.assumed, of: outcome.rows)
    outcome.notes += ReadingNote.recentWorks(
      brief.brief, file.path, undated: audience.undated, saysNothing: audience.saysNothing)
    if let audiences, audience.isWhole, outcome.isSound(leavesOut) {
      outcome.strangers = audiences.issuesOfStrangers(
        met: audience.met, roster: file.path, context.faultSettings)
      outcome.strangeRows = leavesOut ? audiences.rowsOfStrangers(met: audience.met) : 0
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
}

extension InputIssues {
  /// Adds the issues of rows of a part, and writes them down.
  fileprivate mutating func take(_ part: inout InputIssues, into rejects: RejectSpool?) {
    let journal = part.takeJournal()
    rejects?.append(journal)
    append(contentsOf: part.takeRowIssues())
  }
}
