import Casting
import CastingFiles
import CastingReports

extension ScoreRun {
  mutating func writeSummary() throws {
    guard let summaryOutput else { return }
    summary.tables = inputs.roster.tallies
    summary.seconds = Measurements.seconds(since: start)
    summary.peakMemory = Measurements.peakMemory
    try summaryOutput.write(summary.text)
    try summaryOutput.finish()
  }

  func tell(_ scorer: RosterScorer) {
    guard !command.work.quiet else { return }
    let wording = SpokenLanguage.wording
    StandardError.note(
      (inputs.notes + inputs.roster.notes).map { wording.line(note: $0) }
        + wording.lines(leftOut: inputs.skipped)
        + wording.lines(leftOut: inputs.roster.skipped))
    let unmet = unmetConditions(scorer)
    if !unmet.isEmpty { note(.conditionsUnmet(conditions: unmet)) }
    if scorer.withoutDeals > 0 { note(.withoutDeals(creators: scorer.withoutDeals)) }
    note(
      .scored(
        creators: scorer.creatorCount, products: inputs.products.count,
        seconds: Measurements.seconds(since: start)))
    // The last line is read where no other is.
    for tally in inputs.roster.tallies where !tally.isWhole {
      note(
        .missingRows(
          table: tally.noun, leftOut: tally.leftOut, read: tally.read, cells: tally.cellsBlanked))
    }
  }

  /// The conditions that nobody meets, or all of them where no deal meets all; as the user wrote them.
  private func unmetConditions(_ scorer: RosterScorer) -> [String] {
    // Creators who were passed over may have met them.
    guard summary.state != .resumed else { return [] }
    let (conditions, unmet) = (command.selection.conditions, scorer.unmetConditions)
    return unmet.isEmpty && summary.rows == 0 ? conditions : unmet.map { conditions[$0] }
  }

  func note(_ notice: RunNotice) {
    if !command.work.quiet { StandardError.note(notice) }
  }
}
