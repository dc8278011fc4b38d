import Casting
import CastingPlanning
import CastingReports
import Testing

/// A format that castplan does not have, in one file: a page of Markdown. That it says all that every
/// command has to say shows what a new format takes.
private enum MarkdownReport {
  static let format = ReportFormat(name: "markdown") { report, _ in Array(text(report).utf8) }

  private static func text(_ report: Report) -> String {
    report.sections.map { section in
      ((section.heading.map { ["## \($0)"] } ?? []) + section.blocks.map(text))
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: ReportBlock) -> String {
    switch block {
    case .gap: ""
    case .table(let table), .rows(let table): text(table)
    case .text(let text, let role):
      switch role {
      case .headline: "# \(text)"
      case .title: "## \(text)"
      case .item: "- \(text)"
      case .remedy, .detail: "  - \(text)"
      case .entry(let term, _): "**\(term)** \(text)"
      case .checked(let holds): "- [\(holds ? "x" : " ")] \(text)"
      default: text
      }
    }
  }

  private static func text(_ table: ReadableTable) -> String {
    func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    return
      ([line(table.columns.map(\.title)), line(table.columns.map { $0.isNumeric ? "--:" : "---" })]
      + table.rows.map { line($0.map(\.text)) }).joined(separator: "\n")
  }
}

@Suite("A new format for every command")
struct ToyFormatTests {
  /// A report of every command.
  static func reports(_ wording: Wording) -> [(command: String, report: Report)] {
    let (base, rows) = SampleWhatIf.make()
    return [
      ("optimize", Report(SamplePlan.make(), PlanContext(version: "0.1.0"), wording)),
      ("optimize without a plan", Report(SampleClash.make(), wording)),
      (
        "what-if",
        Report(
          base: base, rows: rows, together: SampleWhatIf.joint, objective: .gmv, wording)
      ),
      ("explain a creator cast", Report(SampleExplanation.cast, wording)),
      ("explain a creator left out", Report(SampleExplanation.leftOut, wording)),
      ("explain a rule", Report(SampleExplanation.rules[2], wording)),
      ("compare", Report(SampleComparison.make(), wording)),
      ("check", CheckReport.make(InputReportTests.report(), in: wording)),
      (
        "check --plan", Report(SampleAudit.findings, relaxed: SampleAudit.relaxed, wording)
      ),
    ]
  }

  @Test("Everything that a report says is there, in order", arguments: Language.allCases)
  func isComplete(_ language: Language) throws {
    for (command, report) in Self.reports(Wording(language)) {
      let bytes = try #require(
        MarkdownReport.format.bytes(report, ReportPage(width: 80, color: false)))
      var rest = String(decoding: bytes, as: UTF8.self)[...]
      for text in Self.texts(report) where !text.isEmpty {
        let place = rest.firstRange(of: text)
        #expect(place != nil, "\(command): \(text)")
        rest = rest[(place?.lowerBound ?? rest.startIndex)...].dropFirst(text.count)
      }
    }
  }

  /// Headings, sentences and cells in reading order.
  private static func texts(_ report: Report) -> [String] {
    report.sections.flatMap { section in
      [section.heading ?? ""]
        + section.blocks.flatMap { block -> [String] in
          switch block {
          case .gap: []
          case .text(let text, .entry(let term, _)): [term, text]
          case .text(let text, _): [text]
          case .table(let table), .rows(let table):
            table.columns.map(\.title) + table.rows.flatMap { $0.map(\.text) }
          }
        }
    }
  }

  @Test("Every format that a command offers is one that its report has")
  func formats() {
    for (command, report) in Self.reports(.english) {
      for format in ReportFormat.all {
        let bytes = format.bytes(report, ReportPage(width: 80, color: false))
        #expect((bytes != nil) == (report.table != nil || !format.needsTable), "\(command)")
      }
    }
  }

  @Test("Every row has a cell for each column, with the number behind it where it shows one")
  func cells() {
    for (command, report) in Self.reports(.english) {
      for case .table(let table) in report.sections.flatMap(\.blocks) {
        for row in table.rows {
          #expect(row.count == table.columns.count, "\(command)")
          for (column, cell) in zip(table.columns, row) where column.isNumeric {
            let isEmpty = ["", "–"].contains(cell.text) || !cell.text.contains(#/[0-9]/#)
            #expect(isEmpty == (cell.number == nil), "\(command): \(cell.text)")
          }
        }
      }
    }
  }
}
