import CastingPlanning
import CastingReports
import Foundation

/// A finished plan and the run that made it, ready to be shown and stored.
struct PlanResult {
  let plan: Plan
  let run: PlanRun

  /// What stdout carries.
  var report: Report { report(writingSince: ContinuousClock.now) }

  private func report(writingSince start: ContinuousClock.Instant) -> Report {
    Report(plan, run.context(writingSince: start), SpokenLanguage.wording)
  }

  /// Files are as wide as they are.
  private static let page = ReportPage(width: 80, color: false)

  /// The time of writing that plan.json states is that of making its bytes: it cannot hold the
  /// time of its own way to the disk.
  func write(to directory: String) throws {
    let start = ContinuousClock.now
    // Made first, so that the time of writing counts it.
    _ = ReportFormat.csv.bytes(report(writingSince: start), Self.page)
    let report = report(writingSince: start)
    let files = [(ReportFormat.csv, "plan.csv"), (.json, "plan.json")].compactMap {
      format, name in
      format.bytes(report, Self.page).map { PlanDirectory.File(name: name, bytes: $0) }
    }
    try PlanDirectory.write(files, to: directory)
  }

  /// Why the exit code is that of a limit.
  var limitNotice: RunNotice { .limitReached(gap: plan.gap, askedGap: plan.askedGap) }
}
