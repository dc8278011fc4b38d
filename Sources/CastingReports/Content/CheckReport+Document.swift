import CastingReview

extension CheckReport {
  /// The layout's name and version.
  static let schema = "castplan/check/1"

  /// Keys in fixed order, full precision, null for what is not known; every row of every finding.
  var document: JSONValue {
    let brief = input.campaign.brief
    return .object([
      ("schema", .string(Self.schema)),
      ("campaign", .string(brief.campaign)),
      ("objective", .string(brief.objective.rawValue)),
      ("budget", brief.budget.map { .number($0) } ?? .null),
      (
        "files",
        .array(
          input.files.map {
            .object([("path", .string($0.path)), ("rows", .number(Double($0.rows)))])
          })
      ),
      ("tables", .array(input.tables.map(table))),
      ("findings", .array(input.findings.map(finding))),
      ("notes", .array(input.notes.map { .string(wording.text($0)) })),
      ("left_out", .array(input.skipped.kept.map { .string(wording.text($0)) })),
      ("faults", .array(input.skipped.groups.map { JSONValue($0) })),
    ])
  }

  private func table(_ table: InputTable) -> JSONValue {
    .object(
      [
        ("role", .string(table.role.rawValue)),
        ("path", .string(table.path)),
        ("rows", .number(Double(table.lines.count))),
      ] + (input.tally(table.role)?.members ?? []) + [
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
        ("columns", .array(input.coverage(table.role).map(column))),
        ("reading", .array(table.decisions.map { $0.document(wording) })),
      ])
  }

  private func column(_ column: ColumnCoverage) -> JSONValue {
    .object([
      ("column", .string(column.name)),
      ("measured", .number(Double(column.known))),
      ("unit", column.unit == .none ? .null : .string(ColumnRangeText.code(column.unit))),
      ("least", .number(column.range?.least ?? .nan)),
      ("median", .number(column.range?.median ?? .nan)),
      ("most", .number(column.range?.most ?? .nan)),
      (
        "where_missing",
        column.known == column.rows
          ? .null : .string(column.standIn.map { wording.text($0) } ?? "")
      ),
    ])
  }

  private func finding(_ finding: ReviewFinding) -> JSONValue {
    .object([
      ("kind", .string(finding.kind.rawValue)),
      ("headline", .string(wording.headline(finding))),
      ("rule", .string(wording.rule(finding))),
      ("advice", .string(wording.advice(finding.kind))),
      ("median", .number(finding.median ?? .nan)),
      ("published", .number(finding.published ?? .nan)),
      ("of", .string(finding.kind.concernsProducts ? "products" : "creators")),
      ("rows", .array(finding.marks.map { mark($0, finding.kind) })),
    ])
  }

  private func mark(_ mark: ReviewMark, _ kind: ReviewKind) -> JSONValue {
    let (id, name) = input.names(mark.row, kind)
    return .object([
      ("id", .string(id)),
      ("name", .string(name)),
      ("line", .number(input.line(mark.row, kind).map { Double($0) } ?? .nan)),
      ("column", .string(mark.column)),
      ("value", .number(mark.value ?? .nan)),
      ("typical", .number(mark.peers?.median ?? .nan)),
      ("typical_of", mark.peers.map { .string($0.basis.rawValue) } ?? .null),
      ("peers", .number(mark.peers.map { Double($0.count) } ?? .nan)),
      ("same_as", text(mark.twin.map { input.names($0, kind).id })),
      ("detail", .string(detail(mark, kind))),
    ])
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
