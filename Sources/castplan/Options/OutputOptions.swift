import ArgumentParser
import CastingReports

/// Which formats a command's report can be had in.
protocol ReportForms {
  static var formats: [ReportFormat] { get }
}

/// Reports with a table for spreadsheets.
enum FormsWithTable: ReportForms {
  static var formats: [ReportFormat] { ReportFormat.all }
}

/// Reports for people and for programs.
enum FormsWithoutTable: ReportForms {
  static var formats: [ReportFormat] { ReportFormat.all.filter { !$0.needsTable } }
}

/// The form in which a command writes its result, the same for every command that reports.
struct OutputOptions<Forms: ReportForms>: ParsableArguments {
  @Option(
    help: .init("What stdout carries: \(Self.choices).", valueName: "format"),
    completion: .list(Forms.formats.map(\.name)))
  var format: String = ReportFormat.table.name

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    chosen == nil ? [.unknownFormat(given: format, formats: Forms.formats.map(\.name))] : []
  }

  /// Writes a report to stdout. Valid once `problems` is empty.
  func write(_ report: Report) throws {
    let page = ReportPage(width: Terminal.width, color: Terminal.allowsColor)
    // Only formats that the report has are among the choices.
    guard let bytes = chosen?.bytes(report, page) else { preconditionFailure("no form \(format)") }
    try StandardOutput.write(bytes)
  }

  private var chosen: ReportFormat? { Forms.formats.first { $0.name == format } }

  /// `table, json or csv`.
  private static var choices: String {
    let names = Forms.formats.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
