import Casting
import CastingReports
import Foundation

/// A finished plan and the run that made it, ready to be shown and stored.
struct PlanResult {
  let plan: Plan
  let run: PlanRun

  /// What stdout carries.
  func rendered(as format: PlanFormat) -> [UInt8] {
    switch format {
    case .csv: PlanCSV.bytes(plan, carrying: run.context.carried)
    case .json: PlanJSON.bytes(plan, run.context(writingSince: ContinuousClock.now))
    case .table:
      Array(
        PlanTerminal.render(plan, width: Terminal.width, color: Terminal.allowsColor).utf8)
    }
  }

  /// The time of writing that plan.json states is that of making its bytes: it cannot hold the
  /// time of its own way to the disk.
  func write(to directory: String) throws {
    let start = ContinuousClock.now
    let table = PlanDirectory.File(
      name: "plan.csv", bytes: PlanCSV.bytes(plan, carrying: run.context.carried))
    let context = run.context(writingSince: start)
    let document = PlanDirectory.File(name: "plan.json", bytes: PlanJSON.bytes(plan, context))
    try PlanDirectory.write([table, document], to: directory)
  }

  /// Why the exit code is that of a limit.
  var limitNotice: String {
    let gap = String(format: "%.3g", plan.gap * 100)
    let asked = String(format: "%.3g", plan.askedGap * 100)
    return "castplan: stopped at a limit: the plan is within \(gap) % of the bound, not within the "
      + "\(asked) % asked for; allow more with --time-limit or --gap"
  }
}
