import CastingPlanning
import CastingReports

/// Why there is no plan, ready to be shown: the result of a run that found that out.
struct ClashResult {
  let report: ClashReport

  /// What stdout carries.
  func rendered(as format: PlanFormat) -> [UInt8] {
    switch format {
    case .csv: ClashCSV.bytes(report)
    case .json: ClashJSON.bytes(report)
    case .table:
      Array(
        ClashTerminal.render(report, width: Terminal.width, color: Terminal.allowsColor).utf8)
    }
  }

  /// Why the exit code is that of a refusal.
  func notice(asksToRelax: Bool) -> String {
    let notice = "castplan: no plan obeys the rules"
    if asksToRelax { return notice + ", and no way to relax them was found in time" }
    return report.isMended
      ? notice + "; --relax accepts the cheapest change" : notice
  }
}
