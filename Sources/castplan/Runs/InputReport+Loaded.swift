import CastingFiles
import CastingReports

extension InputReport {
  /// Needs inputs that were read with `describesTables`.
  init(_ loaded: LoadedCampaign) {
    let headerNotes = Set(loaded.tables.flatMap(\.headerNotes))
    self.init(
      loaded.campaign, files: loaded.files.map { File(path: $0.path, rows: $0.rows) },
      tables: loaded.tables, ageSums: loaded.ageSums,
      // The report lists the headers itself.
      notes: loaded.notes.filter { !headerNotes.contains($0) }, skipped: loaded.skipped,
      tallies: loaded.tallies)
  }
}
