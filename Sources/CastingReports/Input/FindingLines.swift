import CastingReview

/// What looks wrong, for the terminal.
struct FindingLines {
  let report: InputReport
  let page: Page

  /// Rows shown of each finding; the JSON form has them all.
  static let shownRows = 5

  /// All findings, a blank line between two.
  var all: [String] {
    let lines = report.findings.enumerated().flatMap { number, finding in
      (number > 0 ? [""] : []) + self.lines(finding)
    }
    let hasPeers = report.findings.contains { $0.marks.contains { $0.peers != nil } }
    return lines + (hasPeers ? [""] + page.wrapped(ReviewWording.peers, indent: "") : [])
  }

  private func lines(_ finding: ReviewFinding) -> [String] {
    var lines = page.wrapped(InputWording.headline(finding), indent: "  ", first: "! ", bold: true)
    let shown = Array(finding.marks.prefix(Self.shownRows))
    lines += rows(shown, finding.kind)
    if finding.marks.count > shown.count {
      let rest = Amount.whole(Double(finding.marks.count - shown.count))
      // One creator can have several cells in it.
      let noun = finding.rowCount == finding.marks.count ? "" : " cells"
      lines.append("    … and \(rest) more\(noun)")
    }
    lines += page.wrapped("Rule: \(ReviewWording.rule(finding)).", indent: "    ", first: "  ")
    return lines
      + page.wrapped(ReviewWording.advice(finding.kind), indent: "    ", first: "  → ")
  }

  /// Place, id and name of each row, and what it has: beside them if all fit there, else below.
  private func rows(_ marks: [ReviewMark], _ kind: ReviewKind) -> [String] {
    let table = TerminalTable(
      columns: [
        .init("", minimumWidth: 20), .init("", minimumWidth: 6), .init("", minimumWidth: 12),
      ],
      rows: marks.map { mark in
        let (id, name) = report.names(mark.row, kind)
        return ["    " + report.place(mark.row, kind), id, name]
      })
    let heads = Array(table.lines(width: page.width, color: false).dropFirst())
    let details = marks.map { DisplayWidth.printable(report.detail($0, kind)) }
    let margin = (heads.map(DisplayWidth.of).max() ?? 0) + 2
    let isBeside = details.allSatisfy { margin + DisplayWidth.of($0) <= page.width }
    return zip(heads, details).flatMap { head, detail -> [String] in
      if detail.isEmpty { return [head] }
      if !isBeside { return [head] + page.wrapped(detail, indent: "      ") }
      return [head + String(repeating: " ", count: margin - DisplayWidth.of(head)) + detail]
    }
  }
}
