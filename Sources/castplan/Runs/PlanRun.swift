import Casting
import CastingFiles
import CastingPlanning
import CastingReports

/// A run on its way to a plan: the inputs and the time taken so far.
struct PlanRun {
  let start: ContinuousClock.Instant
  private let loaded: any LoadedInputs
  private(set) var context: PlanContext

  /// Call when reading has just ended.
  init(loaded: any LoadedInputs, start: ContinuousClock.Instant) {
    self.start = start
    self.loaded = loaded
    context = PlanContext(
      version: Castplan.version, inputs: [],
      remarks: InputRemark.all(notes: loaded.notes, skipped: loaded.skipped),
      tallies: loaded.tallies)
    context.reading = loaded.decisions
    context.timings.read = Measurements.seconds(since: start)
  }

  /// Looks up what the plan's creators carry.
  mutating func carry(_ columns: [CarriedColumn], of roster: Roster, to plan: Plan) {
    guard !columns.isEmpty else { return }
    let cast = Set(plan.deals.map(\.creatorID))
    var cells: [String: [String]] = [:]
    for row in 0..<roster.count {
      let creator = roster.creatorIDs[row]
      if cast.contains(creator) { cells[creator] = columns.map { $0.cells[row] } }
    }
    context.carried = CarriedCells(headers: columns.map(\.header), cellsOfCreator: cells)
  }

  mutating func add(_ timings: PlannerTimings) {
    context.timings.score = timings.scoring
    context.timings.solve = timings.solving
    context.timings.curve = timings.curve
  }

  /// The context at the end of the run; writing began at `writingStart`.
  func context(writingSince writingStart: ContinuousClock.Instant) -> PlanContext {
    var context = context
    // Digests of large files may not be known before.
    context.inputs = loaded.files.map { .init(path: $0.path, sha256: $0.sha256, rows: $0.rows) }
    context.timings.write = Measurements.seconds(since: writingStart)
    context.timings.total = Measurements.seconds(since: start)
    context.timings.peakMemoryBytes = Measurements.peakMemory
    return context
  }
}

extension LoadedInputs {
  /// What stderr says of the inputs, a line each.
  var remarks: [String] {
    let wording = SpokenLanguage.wording
    return notes.map { wording.line(note: $0) } + wording.lines(leftOut: skipped)
  }
}
