import Casting
import CastingReview

/// Rows of a roster that is read in parts: those that follow each other with one id are a run, and become one
/// creator with a fee for each format, or accounts of one person, as they do in a roster that is held.
struct RosterRuns {
  /// Hashes of the ids as written, each once a run, and again for rows that repeat an account.
  private(set) var hashes: [UInt64] = []
  /// Rows that are one creator's, and what they were taken for, in the order of the table.
  private(set) var findings = Findings()

  /// What was found in parts of a table.
  struct Findings {
    var decisions: [ReadingDecision] = []
    /// Rows that went into creators, and these.
    var merged = (rows: 0, creators: 0)
    /// Rows that are accounts, and whose.
    var accounts = (rows: 0, persons: 0)
    var accountDecisions: [ReadingDecision] = []
    var example: [String] = []
    /// Formats of the rows, and those of them with views.
    var formats = MergedFormats(fees: [], views: [])

    mutating func append(_ next: Findings) {
      decisions += next.decisions.prefix(ReadingDecision.mostOfRows - decisions.count)
      accountDecisions += next.accountDecisions.prefix(
        ReadingDecision.mostOfRows - accountDecisions.count)
      merged.rows += next.merged.rows
      merged.creators += next.merged.creators
      accounts.rows += next.accounts.rows
      accounts.persons += next.accounts.persons
      if example.isEmpty { example = next.example }
      formats.fees.formUnion(next.formats.fees)
      formats.views.formUnion(next.formats.views)
    }

    /// The columns that the table's rows have to be made into; nil where each creator has one row.
    var needed: MergedFormats? { merged.creators > 0 ? formats : nil }

    func notes(of file: String) -> [ReadingNote] {
      var notes: [ReadingNote] = []
      if merged.creators > 0 {
        notes.append(
          .mergedRows(file: file, rows: merged.rows, creators: merged.creators))
      }
      if accounts.persons > 0 {
        notes.append(
          .accounts(
            file: file, rows: accounts.rows, persons: accounts.persons, example: example))
      }
      return notes
    }
  }

  /// Whether rows of the table may be one creator's at all.
  static func arePossible(_ table: TypedTable) -> Bool {
    !table.identifierHashes.isEmpty && (table.has("platform") || table.has("format"))
  }

  /// Makes creators of the rows of a part.
  ///
  /// - Parameter formats: columns to make; nil leaves rows of several formats as they are.
  init(_ table: inout TypedTable, formats: MergedFormats?) {
    guard Self.arePossible(table) else {
      hashes = table.identifierHashes
      return
    }
    let runs = Self.runs(of: table)
    hashes = runs.map { table.identifierHashes[$0.lowerBound] }
    if table.has("format") { mergeFormats(&table, runs, formats) }
    nameAccounts(&table)
  }

  private mutating func mergeFormats(
    _ table: inout TypedTable, _ runs: [Range<Int>], _ formats: MergedFormats?
  ) {
    let groups = RosterFile.formatGroups(table, in: runs)
    let rowFormats = RosterFile.formats(of: table)
    findings.formats = RosterFile.formatsInUse(table, rowFormats)
    let merge = RosterFile.FormatMerge(table, groups, rowFormats)
    findings.merged = (merge.rows, merge.creators)
    findings.decisions = merge.decisions
    guard let formats else {
      let known = table.schema.formats
      table.formatMasks = rowFormats.map { 1 << UInt64(known.firstIndex(of: $0) ?? 0) }
      return
    }
    merge.write(to: &table, formats)
  }

  private mutating func nameAccounts(_ table: inout TypedTable) {
    let runs = Self.runs(of: table)
    if runs.count == table.rows { return }
    let written = table.text("creator_id")
    let persons = RosterFile.accounts(table, in: runs.filter { $0.count > 1 }.map(Array.init))
    findings.accounts = (persons.reduce(0) { $0 + $1.rows.count }, persons.count)
    findings.accountDecisions = persons.prefix(ReadingDecision.mostOfRows).map {
      RosterFile.decision($0, table)
    }
    findings.example = persons.first?.ids ?? []
    let before = table.identifierHashes
    RosterFile.rename(persons, in: &table)
    for run in runs where run.count > 1 {
      var seen: Set<UInt64> = []
      for row in run
      where !written.isEmpty(row) && !seen.insert(table.identifierHashes[row]).inserted {
        hashes.append(before[row])
      }
    }
  }

  /// Rows that follow each other with one id; rows without are each by themselves.
  static func runs(of table: TypedTable) -> [Range<Int>] {
    let ids = table.writtenIdentifiers ?? table.text("creator_id")
    // Those of ids as they are written, which tell most rows apart.
    let hashes = table.writtenIdentifiers == nil ? table.identifierHashes : []
    func isSame(_ row: Int, _ other: Int) -> Bool {
      (hashes.isEmpty || hashes[row] == hashes[other]) && !ids.isEmpty(row)
        && ids.withUTF8(row) { own in ids.withUTF8(other) { $0.elementsEqual(own) } }
    }
    var runs: [Range<Int>] = []
    var start = 0
    for row in 0..<table.rows where row + 1 == table.rows || !isSame(row, row + 1) {
      runs.append(start..<row + 1)
      start = row + 1
    }
    return runs
  }
}

extension TypedTable {
  /// Most rows of one id that are waited for: more are no creator's.
  private static let mostOfRun = 65_536

  /// The first of the rows at the end that have one id: more of them may follow. Nil where none need to wait.
  func lastRun(within least: Int) -> Int? {
    guard rows > 0, schema.rowNoun == .creator, RosterRuns.arePossible(self),
      let column = schema.identifierColumn
    else { return nil }
    let ids = texts[column]
    var start = rows - 1
    while start > 0, !ids.isEmpty(start), identifierHashes[start - 1] == identifierHashes[start],
      ids[start - 1] == ids[start]
    { start -= 1 }
    return start == 0 && rows >= least + Self.mostOfRun ? nil : start
  }

  /// Takes the rows from a place on away, with their records.
  mutating func splitOff(from row: Int) -> TypedTable {
    var rest = TypedTable(schema: schema, match: match, file: file)
    let record = lostRecords.isEmpty ? row : recordOfRow[row]
    for column in schema.columns.indices {
      if texts[column].count > row { rest.texts[column] = texts[column].splitOff(from: row) }
      if categories[column].count > row {
        rest.categories[column] = categories[column].splitOff(from: row)
      }
      if numbers[column].count > row {
        rest.numbers[column] = Array(numbers[column][row...])
        numbers[column].removeSubrange(row...)
      }
      if let lows = feeLows[column], lows.count > row {
        rest.feeLows[column] = Array(lows[row...])
        feeLows[column] = row == 0 ? nil : Array(lows[..<row])
      }
      if days[column].count > row {
        rest.days[column] = Array(days[column][row...])
        days[column].removeSubrange(row...)
      }
    }
    rest.lines = Array(lines[row...])
    lines.removeSubrange(row...)
    rest.identifierHashes = Array(identifierHashes[row...])
    identifierHashes.removeSubrange(row...)
    rest.recordCount = recordCount - record
    recordCount = record
    rest.lostRecords = lostRecords.filter { $0 >= record }.map { $0 - record }
    lostRecords.removeAll { $0 >= record }
    rest.faultyRows = Set(faultyRows.filter { $0 >= row }.map { $0 - row })
    faultyRows = faultyRows.filter { $0 < row }
    return rest
  }
}
