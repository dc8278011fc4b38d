/// A form that every command's report can be written in.
///
/// A new format is a writer file and an entry in `all`; no command knows which formats there are.
public struct ReportFormat: Sendable {
  /// What `--format` calls it.
  public let name: String
  /// Whether it is for reports with a table of values alone.
  public let needsTable: Bool
  /// The bytes of a report; nil where the report has no such form.
  public let bytes: @Sendable (Report, ReportPage) -> [UInt8]?

  /// A format of one's own.
  ///
  /// - Parameters:
  ///   - needsTable: whether only reports with a `table` have the form.
  ///   - bytes: makes the bytes; nil where the report has no such form.
  public init(
    name: String, needsTable: Bool = false,
    bytes: @escaping @Sendable (Report, ReportPage) -> [UInt8]?
  ) {
    self.name = name
    self.needsTable = needsTable
    self.bytes = bytes
  }

  /// For people.
  public static let table = ReportFormat(name: "table") { TerminalReport.bytes($0, on: $1) }
  /// For programs.
  public static let json = ReportFormat(name: "json") { report, _ in JSONReport.bytes(report) }
  /// For spreadsheets.
  public static let csv = ReportFormat(name: "csv", needsTable: true) { report, _ in
    CSVReport.bytes(report)
  }

  /// In the order in which help names them.
  public static let all = [table, json, csv]
}

/// What a report is written on.
public struct ReportPage: Sendable {
  /// Terminal columns.
  public var width: Int
  /// Whether escape sequences may be used; only for a terminal.
  public var color: Bool

  /// A page; files are written on 80 columns without color.
  public init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }
}
