import Casting
import CastingFiles
import CastingReports

/// A run on its way to a plan: the inputs and the time taken so far.
struct PlanRun {
  let start: ContinuousClock.Instant
  private(set) var context: PlanContext

  /// Call when reading has just ended.
  init(loaded: LoadedCampaign, start: ContinuousClock.Instant) {
    self.start = start
    context = PlanContext(
      version: Castplan.version,
      inputs: loaded.files.map { .init(path: $0.path, sha256: $0.sha256, rows: $0.rows) },
      issues: loaded.notes)
    context.timings.read = Measurements.seconds(since: start)
  }

  mutating func add(_ timings: PlannerTimings) {
    context.timings.score = timings.scoring
    context.timings.solve = timings.solving
  }

  /// The context at the end of the run; writing began at `writingStart`.
  func context(writingSince writingStart: ContinuousClock.Instant) -> PlanContext {
    var context = context
    context.timings.write = Measurements.seconds(since: writingStart)
    context.timings.total = Measurements.seconds(since: start)
    context.timings.peakMemoryBytes = Measurements.peakMemory
    return context
  }
}
