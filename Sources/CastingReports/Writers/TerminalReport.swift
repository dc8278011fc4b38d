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
    case .rows(let table): table.rowLines(page)
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
    case .warning: return page.wrapped(text, indent: "  ", first: "! ", bold: true)
    case .line: return [text]
    }
  }
}

extension ReadableTable {
  /// The table laid out for a terminal.
  func lines(width: Int, color: Bool) -> [String] {
    TerminalTable(columns: columns, rows: rows.map { $0.map(\.text) })
      .lines(width: width, color: color)
  }

  /// The rows alone, the last column beside the others where it fits on every row, else below.
  fileprivate func rowLines(_ page: Page) -> [String] {
    let table = TerminalTable(
      columns: Array(columns.dropLast()), rows: rows.map { $0.dropLast().map(\.text) })
    let heads = table.lines(width: page.width, color: false).dropFirst()
    let details = rows.map { DisplayWidth.printable($0.last?.text ?? "") }
    let margin = (heads.map(DisplayWidth.of).max() ?? 0) + 2
    let isBeside = details.allSatisfy { margin + DisplayWidth.of($0) <= page.width }
    return zip(heads, details).flatMap { head, detail -> [String] in
      if detail.isEmpty { return [head] }
      if !isBeside { return [head] + page.wrapped(detail, indent: "      ") }
      return [head + String(repeating: " ", count: margin - DisplayWidth.of(head)) + detail]
    }
  }
}
