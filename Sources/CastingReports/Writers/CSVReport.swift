import CastingFiles
import Tables

/// Writes a report's table for spreadsheets.
enum CSVReport {
  /// UTF-8 with byte order mark (Excel needs it for Japanese), RFC 4180, CRLF, shortest decimals
  /// that read back as the same number; what is missing or infinite is an empty cell. Nil where
  /// the report has no table.
  static func bytes(_ report: Report) -> [UInt8]? {
    report.table.map { byteOrderMark + bytes(of: $0) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Any table, without byte order mark.
  static func bytes(of table: ReportTable) -> [UInt8] {
    var writer = CSVWriter()
    for column in table.columns { writer.append(column.key) }
    writer.endRow()
    for row in table.rows {
      for cell in row { append(cell, to: &writer) }
      writer.endRow()
    }
    return writer.bytes
  }

  private static func append(_ cell: ReportTable.Cell, to writer: inout CSVWriter) {
    switch cell {
    case .text(let text): writer.append(text)
    case .number(let number) where number.isFinite: writer.append(number == 0 ? 0 : number)
    case .flag(let flag): writer.append(flag ? "true" : "false")
    case .number, .missing: writer.append("")
    }
  }
}
