/// Writes a report for a terminal: sentences wrapped and tables cut to the width of the window.
enum TerminalReport {
  /// Lines ended by line feeds; an empty one between two sections.
  static func bytes(_ report: Report, on page: ReportPage) -> [UInt8] {
    let page = Page(width: max(20, page.width), color: page.color)
    let sections = report.sections.map { section in
      (section.heading.map { [page.heading($0)] } ?? [])
        + section.blocks.flatMap { lines($0, page) }
    }
    return Array(sections.joined(separator: [""]).map { $0 + "\n" }.joined().utf8)
  }

  private static func lines(_ block: ReportBlock, _ page: Page) -> [String] {
    switch block {
    case .gap: [""]
    case .table(let table): table.lines(width: page.width, color: page.color)
    case .text(let text, let role): lines(text, role, page)
    }
  }

  private static func lines(
    _ text: String, _ role: ReportBlock.TextRole, _ page: Page
  ) -> [String] {
    switch role {
    case .headline: return page.wrapped(text, indent: "", bold: true)
    case .body: return page.wrapped(text, indent: "")
    case .item: return page.wrapped(text, indent: "  ", first: "- ")
    case .remark: return page.wrapped(text, indent: "  ")
    case .title: return [page.heading(text)]
    case .note: return page.wrapped(text, indent: "  ", first: "")
    case .clauses: return page.wrapped(text, indent: "    ", first: "  ")
    case .remedy: return page.wrapped(text, indent: "    ", first: "  → ")
    case .detail: return page.wrapped(text, indent: "      ", first: "    ")
    case .entry(let term, let column):
      let room = String(repeating: " ", count: max(1, column - DisplayWidth.of(term)))
      return page.wrapped(
        text, indent: String(repeating: " ", count: column), first: term + room)
    case .checked(let holds):
      return page.wrapped(text, indent: "  ", first: holds ? "✓ " : "✗ ", bold: !holds)
    }
  }
}

extension ReadableTable {
  /// The table laid out for a terminal.
  func lines(width: Int, color: Bool) -> [String] {
    TerminalTable(columns: columns, rows: rows.map { $0.map(\.text) })
      .lines(width: width, color: color)
  }
}
