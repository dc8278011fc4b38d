import CastingReview

/// An input report for the terminal: files and headers, columns, what looks wrong.
public enum InputTerminal {
  /// Lines joined and ended by line feeds, wrapped to `width` columns.
  public static func render(_ report: InputReport, width: Int, color: Bool) -> String {
    let page = Page(width: max(20, width), color: color)
    var lines = report.files.map { "\($0.path): \(PlanWording.counted($0.rows, "row"))" }
    lines += [""] + page.wrapped(InputWording.headline(report.campaign), indent: "  ", first: "")
    for table in report.tables { lines += section(headers(of: table), headers(table, page), page) }
    for (role, title) in [
      (InputTable.Role.creators, "Creators: \(report.campaign.roster.count)"),
      (.products, "Products: \(report.campaign.products.count)"),
      (.deals, "Deals: \(report.campaign.deals.rows.count)"),
      (.audiences, "Audience cells: \(report.campaign.roster.audienceCells.count)"),
    ] {
      lines += section(title, columns(report.coverage(role), page), page)
    }
    lines += section("Notes", list(report.notes, page), page)
    lines += section("Left out", list(report.skipped, page), page)
    let findings = FindingLines(report: report, page: page)
    lines += section("What looks wrong", findings.all, page)
    lines += [""] + page.wrapped(InputWording.conclusion(report), indent: "")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func section(_ title: String, _ body: [String], _ page: Page) -> [String] {
    body.isEmpty ? [] : ["", page.heading(title)] + body
  }

  private static func list(_ sentences: [String], _ page: Page) -> [String] {
    sentences.flatMap { page.wrapped($0, indent: "    ", first: "  ") }
  }

  private static func headers(of table: InputTable) -> String {
    "Headers of the \(table.role.rawValue) (\(table.path))"
  }

  /// How each header was understood, a line per way.
  private static func headers(_ table: InputTable, _ page: Page) -> [String] {
    ColumnMatch.allCases.flatMap { match -> [String] in
      let columns = table.columns.filter { $0.match == match }
      if columns.isEmpty { return [] }
      let label = InputWording.label(match)
      let margin = String(repeating: " ", count: 16)
      let first = "  " + label + String(repeating: " ", count: 14 - label.count)
      let list = columns.map { InputWording.header($0, of: table) }.joined(separator: ", ")
      return page.wrapped(list, indent: margin, first: first)
    }
  }

  private static func columns(_ columns: [ColumnCoverage], _ page: Page) -> [String] {
    if columns.isEmpty { return [] }
    let rows = columns.map { column in
      let known = column.known == column.rows ? "all" : "\(column.known) of \(column.rows)"
      let range = column.range.map { [$0.least, $0.median, $0.most] } ?? []
      let texts = range.map { ColumnRangeText.text($0, column.unit) }
      return ["  " + column.name, known] + (texts.isEmpty ? ["", "", ""] : texts)
        + [
          range.isEmpty ? "" : ColumnRangeText.label(column.unit),
          column.known == column.rows ? "" : column.whenMissing,
        ]
    }
    return TerminalTable(columns: columnsOfColumns, rows: rows)
      .lines(width: page.width, color: page.color)
  }

  private static let columnsOfColumns: [TerminalTable.Column] = [
    .init("  Column", minimumWidth: 21), .init("Measured", minimumWidth: 10),
    .init("Least", isNumeric: true, dropOrder: 2), .init("Median", isNumeric: true, dropOrder: 3),
    .init("Most", isNumeric: true, dropOrder: 1), .init("Unit", dropOrder: 4, minimumWidth: 7),
    .init("Where missing", minimumWidth: 14),
  ]
}
