/// Writes a report for programs.
enum JSONReport {
  /// Keys in fixed order, full precision, null for what is not known or infinite.
  static func bytes(_ report: Report) -> [UInt8] { report.document.text }
}
