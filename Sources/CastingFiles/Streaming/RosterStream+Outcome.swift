import CastingReview

extension RosterStream {
  /// What a pass over the table found.
  struct Outcome {
    var rows = 0
    var records = 0
    /// Those among them whose fields could not be told apart.
    var lostRecords = 0
    var isWhole: Bool { lostRecords == 0 }
    var issues = InputIssues()
    var notes: [ReadingNote] = []
    var decisions: [ReadingDecision] = []
    var judge: TableJudge?
    var estimatedFollowers = 0
    /// Rows that are one creator's, and accounts of one person.
    var runs = RosterRuns.Findings()
    /// Of rows that were left out, in the order in which a table that is held is looked through.
    var cells = InputIssues()
    var repeated = InputIssues()
    var ages = InputIssues()
    var days = InputIssues()
    var strangers = InputIssues()
    /// Rows of audiences whose creators are not there.
    var strangeRows = 0
    var skipped: InputIssues {
      var all = cells
      for more in [repeated, ages, days, strangers] { all.append(contentsOf: more) }
      return all
    }
    /// Faults of rows that are written down behind those of cells; nil where none are.
    var rejects: (ages: RejectSpool, days: RejectSpool)?
    /// Of the table; nil where none could be read.
    var headers: [String]?

    /// Rows that went into others.
    var mergedRows: Int { runs.merged.rows - runs.merged.creators }

    /// Whether nothing speaks against its use so far.
    func isSound(_ leavesOut: Bool) -> Bool {
      issues.isEmpty && (leavesOut || cells.isEmpty && ages.isEmpty && days.isEmpty)
    }
  }

  /// Throws what is wrong, or keeps what is to be said.
  mutating func conclude(_ outcome: Outcome) throws {
    var issues = outcome.issues
    if !context.leavesOut { issues.append(contentsOf: outcome.skipped) }
    spool(outcome)
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
    if !isConcluded { issues.append(contentsOf: judge(outcome)) }
    guard issues.isEmpty else { throw InputError(issues) }
    // What a survey said need not be said again.
    guard !isConcluded else { return }
    isConcluded = true
    notes = outcome.notes
    decisions = outcome.decisions
    skipped = outcome.skipped
    skipped.journal = []
  }

  /// Counts what was left out of a table that was read whole, and says where that is too much of all tables.
  private mutating func judge(_ outcome: Outcome) -> InputIssues {
    let faults = outcome.skipped
    var own = context
    own.tallies.leaveOut(outcome.strangeRows, of: .share)
    own.tallies.append(
      TableTally(
        noun: .creator, path: file.path, read: outcome.records - outcome.mergedRows,
        kept: outcome.rows,
        skipped: context.leavesOut ? faults : InputIssues()))
    tallies = own.tallies
    own.issues = InputIssues()
    own.skipped.append(contentsOf: faults)
    own.checkLimit()
    return own.issues
  }

  /// Writes down all faults in the order in which a table that is held is looked through.
  private func spool(_ outcome: Outcome) {
    guard let rejects = context.rejects, let later = outcome.rejects else { return }
    rejects.append(outcome.repeated.journal)
    for part in [later.ages, later.days] { rejects.take(part) }
    rejects.append(outcome.strangers.journal)
  }
}
