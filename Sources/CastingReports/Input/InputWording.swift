import Casting
import CastingReview

/// Every sentence of an input report but those of its findings, which are in `ReviewWording`.
enum InputWording {
  static func headline(_ campaign: Campaign) -> String {
    let brief = campaign.brief
    let budget = brief.budget.map { Amount.yen($0) } ?? "none"
    let rules = brief.quotas.count + brief.locks.count + brief.bans.count
    return "Campaign: objective \(brief.objective.rawValue), budget \(budget), "
      + "\(PlanWording.counted(rules, "rule")), "
      + "\(PlanWording.counted(campaign.deals.rows.count, "deal")) given"
  }

  static func label(_ match: ColumnMatch) -> String {
    switch match {
    case .name: "by name"
    case .alias: "by alias"
    case .brief: "by the brief"
    case .carried: "carried along"
    case .unknown: "not used"
    }
  }

  /// The column; its header where the column's name does not tell it, and its position where the
  /// header does not.
  static func header(_ column: InputColumn, of table: InputTable) -> String {
    let quoted = "\"\(flat(column.header))\""
    let isAmbiguous = table.columns.count { $0.header == column.header } > 1
    let place = isAmbiguous ? ", column \(column.field)" : ""
    switch column.match {
    case .name: return column.name ?? quoted
    case .alias, .brief: return "\(column.name ?? "") (\(quoted)\(place))"
    case .carried, .unknown:
      return column.header.isEmpty
        ? "column \(column.field) without a header" : quoted + place
    }
  }

  /// Headers may hold line breaks.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static func headline(_ finding: ReviewFinding) -> String {
    let text = ReviewWording.headline(finding)
    if finding.marks.isEmpty { return text }
    let noun = finding.kind.concernsProducts ? "product" : "creator"
    return "\(text) (\(PlanWording.counted(finding.rowCount, noun)))"
  }

  static func conclusion(_ report: InputReport) -> String {
    let valid =
      report.skipped.isEmpty
      ? "Every value that was read is valid" : "Every value of the rows that were kept is valid"
    if report.findings.isEmpty { return valid + ", and nothing looks wrong." }
    let rows = report.suspectRows
    let counts =
      [(rows.creators, "creator"), (rows.products, "product")].filter { $0.0 > 0 }
      .map { PlanWording.counted($0.0, $0.1) }
    let about = counts.isEmpty ? "" : ", about " + counts.joined(separator: " and ")
    let findings = PlanWording.counted(report.findings.count, "finding")
    return "\(valid); \(findings)\(about), to look at. Findings change nothing in a plan."
  }
}
