import Casting

extension RosterStream {
  /// Takes over how a pass found the table to be written; whether that is not how it was read, so that the
  /// pass does not count.
  mutating func takeConventions(of outcome: Outcome) -> Bool {
    let before = conventions ?? .usual
    var found = outcome.judge?.conventions ?? before
    found.mergedFormats = outcome.runs.needed
    conventions = found
    return found != before
  }

  /// Looks through the table for how it is written.
  mutating func settleConventions() throws {
    conventions = survey(isWhole: true)?.conventions ?? .usual
    // A column of formats: rows of one creator become one.
    guard conventions?.feeFormats == schema.formats else { return }
    let outcome = try read(ignoring: Self.unscored, check: { _, _, _ in false }) { _ in false }
    conventions?.mergedFormats = outcome.runs.needed
  }

  private func survey(isWhole: Bool) -> TableJudge? { table.survey(isWhole: isWhole) }

  var schema: TableSchema { .roster.with(context.packages) }

  /// The roster's table with all that the brief says of it.
  var table: TableFile {
    TableFile(
      file: file, tableName: path.table, schema: schema,
      statements: statements.columns(of: .roster),
      values: statements.values[.roster] ?? [:], statesFormats: context.statesFormats,
      terms: context.terms, threads: threads, carriesUnknown: context.carriesUnknown)
  }

  /// A few creators from the beginning: enough to know the columns. Nil where faults come first.
  package mutating func peek() throws -> Part? {
    if conventions == nil {
      let beginning = survey(isWhole: false)?.conventions ?? .usual
      // What lone fees pay for depends on every platform in the table.
      if beginning.feeFormats == nil, let first = try first(beginning) { return first }
      try settleConventions()
    }
    return try first(conventions ?? .usual)
  }

  private func first(_ conventions: TableConventions) throws -> Part? {
    var stream = self
    stream.conventions = conventions
    stream.rowsPerPart = 1
    // Whoever reads on writes them down.
    stream.context.rejects = nil
    var first: Part?
    do {
      try stream.forEachPart {
        first = $0
        return false
      }
    } catch is InputError {
      // Whoever reads on will be told.
    }
    return first
  }
}
