import CastingPlanning
import CastingReports
import Foundation

/// A finished plan and the run that made it, ready to be shown and stored.
struct PlanResult {
  let plan: Plan
  let run: PlanRun

  /// What stdout carries.
  ///
  /// - Parameter format: by the name of a report's format.
  func rendered(as format: String) -> [UInt8] {
    switch format {
    case ReportFormat.csv.name: PlanCSV.bytes(plan, carrying: run.context.carried)
    case ReportFormat.json.name:
      PlanJSON.bytes(
        plan, run.context(writingSince: ContinuousClock.now), in: SpokenLanguage.wording)
    default:
      Array(
        PlanTerminal.render(plan, width: Terminal.width, color: Terminal.allowsColor).utf8)
    }
  }

  /// The time of writing that plan.json states is that of making its bytes: it cannot hold the
  /// time of its own way to the disk.
  func write(to directory: String) throws {
    try Interrupts.whileWriting {
      let start = ContinuousClock.now
      let table = PlanDirectory.File(
        name: "plan.csv", bytes: PlanCSV.bytes(plan, carrying: run.context.carried))
      let context = run.context(writingSince: start)
      let document = PlanDirectory.File(
        name: "plan.json", bytes: PlanJSON.bytes(plan, context, in: SpokenLanguage.wording))
      try PlanDirectory.write([table, document], to: directory)
    }
  }

  /// Why the exit code is that of a limit.
  var limitNotice: RunNotice { .limitReached(gap: plan.gap, askedGap: plan.askedGap) }
}
