import Casting
import CastingReview

extension CheckReport {
  /// Rows shown of each finding; the JSON form has them all.
  private static let shownRows = 5

  /// All findings, an empty line between two.
  var findings: [ReportBlock] {
    let blocks = input.findings.enumerated().flatMap { number, finding in
      (number > 0 ? [.gap] : []) + self.blocks(finding)
    }
    let hasPeers = input.findings.contains { $0.marks.contains { $0.peers != nil } }
    return blocks + (hasPeers ? [.gap, .text(wording.peerMedians, .body)] : [])
  }

  private func blocks(_ finding: ReviewFinding) -> [ReportBlock] {
    let shown = Array(finding.marks.prefix(Self.shownRows))
    let rest = finding.marks.count - shown.count
    var blocks: [ReportBlock] = [.text(wording.title(finding), .warning)]
    if !shown.isEmpty { blocks.append(.rows(rows(shown, finding.kind))) }
    if rest > 0 { blocks.append(.text("    " + wording.moreMarks(rest, of: finding), .line)) }
    return blocks + [
      .text(wording.ruleLine(finding), .clauses), .text(wording.advice(finding.kind), .remedy),
    ]
  }

  /// Place, id and name of each row, and what it has.
  private func rows(_ marks: [ReviewMark], _ kind: ReviewKind) -> ReadableTable {
    ReadableTable(
      columns: [
        .init("", minimumWidth: 20), .init("", minimumWidth: 6), .init("", minimumWidth: 12),
        .init(""),
      ],
      rows: marks.map { mark in
        let (id, name) = input.names(mark.row, kind)
        return [
          .init("    " + place(mark.row, kind)), .init(id), .init(name),
          .init(detail(mark, kind)),
        ]
      })
  }

  func place(_ row: Int, _ kind: ReviewKind) -> String {
    let line = input.line(row, kind)
    return wording.place(
      line ?? row + 1, countsRows: line == nil || input.table(of: kind)?.countsRows == true)
  }

  /// What a row has that looks wrong.
  func detail(_ mark: ReviewMark, _ kind: ReviewKind) -> String {
    wording.detail(mark, kind, in: input.campaign) {
      wording.place(place($0, kind), of: input.names($0, kind).id)
    }
  }
}
