import CastingReview

/// Writes an input report for programs, every row of every finding.
public enum InputJSON {
  /// The layout's name and version.
  public static let schema = "castplan/check/1"

  /// Keys in fixed order, full precision, null for what is not known.
  public static func bytes(_ report: InputReport) -> [UInt8] {
    let brief = report.campaign.brief
    return JSONValue.object([
      ("schema", .string(schema)),
      ("campaign", .string(brief.campaign)),
      ("objective", .string(brief.objective.rawValue)),
      ("budget", brief.budget.map { .number($0) } ?? .null),
      (
        "files",
        .array(
          report.files.map {
            .object([("path", .string($0.path)), ("rows", .number(Double($0.rows)))])
          })
      ),
      ("tables", .array(report.tables.map { table($0, report) })),
      ("findings", .array(report.findings.map { finding($0, report) })),
      ("notes", .array(report.notes.map { .string($0) })),
      ("left_out", .array(report.skipped.map { .string($0) })),
    ]).text
  }

  private static func table(_ table: InputTable, _ report: InputReport) -> JSONValue {
    .object([
      ("role", .string(table.role.rawValue)),
      ("path", .string(table.path)),
      ("rows", .number(Double(table.lines.count))),
      (
        "headers",
        .array(
          table.columns.map {
            .object([
              ("header", .string($0.header)), ("position", .number(Double($0.field))),
              ("column", text($0.name)), ("matched_by", .string($0.match.rawValue)),
            ])
          })
      ),
      ("columns", .array(report.coverage(table.role).map(column))),
    ])
  }

  private static func column(_ column: ColumnCoverage) -> JSONValue {
    .object([
      ("column", .string(column.name)),
      ("measured", .number(Double(column.known))),
      ("unit", column.unit == .none ? .null : .string(ColumnRangeText.noun(column.unit))),
      ("least", .number(column.range?.least ?? .nan)),
      ("median", .number(column.range?.median ?? .nan)),
      ("most", .number(column.range?.most ?? .nan)),
      ("where_missing", column.known == column.rows ? .null : .string(column.whenMissing)),
    ])
  }

  private static func finding(_ finding: ReviewFinding, _ report: InputReport) -> JSONValue {
    .object([
      ("kind", .string(finding.kind.rawValue)),
      ("headline", .string(ReviewWording.headline(finding))),
      ("rule", .string(ReviewWording.rule(finding))),
      ("advice", .string(ReviewWording.advice(finding.kind))),
      ("median", .number(finding.median ?? .nan)),
      ("published", .number(finding.published ?? .nan)),
      ("of", .string(finding.kind.concernsProducts ? "products" : "creators")),
      ("rows", .array(finding.marks.map { mark($0, finding.kind, report) })),
    ])
  }

  private static func mark(
    _ mark: ReviewMark, _ kind: ReviewKind, _ report: InputReport
  ) -> JSONValue {
    let (id, name) = report.names(mark.row, kind)
    return .object([
      ("id", .string(id)),
      ("name", .string(name)),
      ("line", .number(report.line(mark.row, kind).map { Double($0) } ?? .nan)),
      ("column", .string(mark.column)),
      ("value", .number(mark.value ?? .nan)),
      ("typical", .number(mark.peers?.median ?? .nan)),
      ("typical_of", mark.peers.map { .string($0.basis.rawValue) } ?? .null),
      ("peers", .number(mark.peers.map { Double($0.count) } ?? .nan)),
      ("same_as", text(mark.twin.map { report.names($0, kind).id })),
      ("detail", .string(report.detail(mark, kind))),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
