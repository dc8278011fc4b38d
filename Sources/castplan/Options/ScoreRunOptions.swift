import ArgumentParser
import Casting
import CastingFiles
import CastingReports

/// What a run is called, and what is told of it and its creators.
struct ScoreRunOptions: ParsableArguments {
  @Option(
    help: .init(
      "Name of the run: a SQLite file then keeps the rows of every run, each with run_id and "
        + "run_date; the day if only --run-date is given.", valueName: "name"))
  var runID: String?

  @Option(help: .init("Day of the run, such as 2026-12-01.", valueName: "day"))
  var runDate: String?

  @Option(
    help: .init(
      "JSON file that tells what the run came to: rows, grades, what was left out, seconds.",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var summary: String?

  @Flag(help: "Carry the creators' unknown columns through to the result.")
  var carry = false

  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    if let runDate, CalendarDay(iso: runDate) == nil { problems.append(.runDate(given: runDate)) }
    if let runID, runID.allSatisfy(\.isWhitespace) { problems.append(.emptyRunID) }
    return problems
  }

  /// Nil where neither name nor day is given.
  var name: ScoreRunName? {
    guard let id = runID ?? runDate else { return nil }
    return ScoreRunName(id: id, date: runDate ?? "")
  }
}
