import Casting
import CastingFiles
import CastingReview

/// What was read for a campaign: files and headers, columns, what looks wrong.
public struct CheckReport {
  let input: InputReport
  let wording: Wording

  /// The report in one language; it has no form for spreadsheets.
  public static func make(_ input: InputReport, in wording: Wording) -> Report {
    let report = CheckReport(input: input, wording: wording)
    return Report(sections: report.sections, document: report.document)
  }

  private var sections: [ReportSection] {
    [top] + input.tables.map(headers)
      + [
        columns(.creators, input.campaign.roster.count),
        columns(.products, input.campaign.products.count),
        columns(.deals, input.campaign.deals.rows.count),
        columns(.audiences, input.campaign.roster.audienceCells.count),
        list(.reading, readings),
        list(.notes, input.notes.filter { !$0.isDecision }.map(wording.text)),
        list(.leftOut, wording.lines(leftOut: input.skipped, for: .row)),
        list(.blanked, wording.lines(leftOut: input.skipped, for: .cell)),
        ReportSection(wording.text(.findings), findings),
        ReportSection(nil, [.text(wording.conclusion(input), .body)]),
      ]
  }

  /// What tables and their columns were taken for, where that is not as most are.
  private var readings: [String] {
    input.tables.flatMap(\.decisions).filter(\.isWorthListing).map {
      "\($0.file): \(wording.text($0))"
    }
  }

  private var top: ReportSection {
    ReportSection(
      nil,
      input.files.map { .text(wording.line($0) + missing($0), .line) }
        + [.gap, .text(wording.headline(input.campaign), .note)])
  }

  /// What of a file was not used.
  private func missing(_ file: InputReport.File) -> String {
    let tally = input.tallies.first { $0.path == file.path && !$0.isWhole }
    return tally.map { wording.missing($0) } ?? ""
  }

  private func list(_ label: Wording.CheckLabel, _ sentences: [String]) -> ReportSection {
    ReportSection(wording.text(label), sentences.map { .text($0, .clauses) })
  }

  /// How each header was understood, an entry per way.
  private func headers(_ table: InputTable) -> ReportSection {
    ReportSection(
      wording.headersHeading(table),
      ColumnMatch.allCases.compactMap { match in
        let columns = table.columns.filter { $0.match == match }
        if columns.isEmpty { return nil }
        return .text(
          wording.list(columns.map { wording.header($0, of: table) }),
          .entry(term: "  " + wording.name(match), column: 16))
      })
  }

  private func columns(_ role: InputTable.Role, _ count: Int) -> ReportSection {
    let columns = input.coverage(role)
    guard !columns.isEmpty else { return ReportSection(nil, []) }
    return ReportSection(
      wording.columnsHeading(role, count: count),
      [.table(ReadableTable(columns: tableColumns, rows: columns.map(row)))])
  }

  private func row(_ column: ColumnCoverage) -> [ReadableTable.Cell] {
    let range = column.range.map { [$0.least, $0.median, $0.most] } ?? []
    let numbers = range.map {
      ReadableTable.Cell(ColumnRangeText.text($0, column.unit), number: $0)
    }
    return [.init("  " + wording.title(column)), .init(wording.known(column))]
      + (numbers.isEmpty ? ["", "", ""] : numbers)
      + [
        .init(range.isEmpty ? "" : wording.name(column.unit)),
        .init(isWhole(column) ? "" : column.standIn.map { wording.text($0) } ?? ""),
      ]
  }

  private func isWhole(_ column: ColumnCoverage) -> Bool { column.known == column.rows }

  private var tableColumns: [ReadableTable.Column] {
    [
      .init("  " + wording.text(.column), minimumWidth: 21),
      .init(wording.text(.measured), minimumWidth: 10),
      .init(wording.text(.least), isNumeric: true, dropOrder: 2),
      .init(wording.text(.median), isNumeric: true, dropOrder: 3),
      .init(wording.text(.most), isNumeric: true, dropOrder: 1),
      .init(wording.text(.unit), dropOrder: 4, minimumWidth: 7),
      .init(wording.text(.whereMissing), minimumWidth: 14),
    ]
  }
}
