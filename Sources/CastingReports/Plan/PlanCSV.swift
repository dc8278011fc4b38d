import CastingPlanning

/// Writes plan.csv: the ranked deals, one a row, for a spreadsheet.
public enum PlanCSV {
  /// The bytes of plan.csv: UTF-8 with byte order mark (Excel needs it for Japanese), RFC 4180,
  /// CRLF, shortest decimals that read back as the same number; what is missing or infinite is
  /// an empty cell. Carried columns stand behind the plan's own.
  public static func bytes(_ plan: Plan, carrying carried: CarriedCells = CarriedCells()) -> [UInt8]
  {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return byteOrderMark + bytes(of: ReportTables(plan, carrying: carried).deals)
  }

  /// Headers of plan.csv, those that stand there only if asked for among them.
  public static let headers =
    (ReportTables.dealColumns + ReportTables.stabilityColumns).map(\.key)

  /// Any report table as CSV without byte order mark.
  public static func bytes(of table: ReportTable) -> [UInt8] { CSVReport.bytes(of: table) }
}
