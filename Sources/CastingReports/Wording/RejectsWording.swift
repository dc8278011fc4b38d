import CastingFiles
import Tables

/// Writes the file of everything that was left out, counts as not known, or was refused.
public struct RejectsWording: Sendable {
  /// In the order in which they stand.
  private static let columns = [
    "table", "line", "column", "header", "value", "fault", "rule", "done",
  ]
  /// For spreadsheets that read Japanese only behind it.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let wording: Wording

  /// Says faults and rules in a language; headers and what was done are words for programs.
  public init(_ wording: Wording) { self.wording = wording }

  /// The header's line.
  public static var header: [UInt8] {
    var writer = CSVWriter()
    for column in columns { writer.append(column) }
    writer.endRow()
    return byteOrderMark + writer.bytes
  }

  /// Whether bytes are those of such a file.
  package static func isResult(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(header.count).elementsEqual(header)
  }

  /// A fault, but for what was done about it.
  public func row(_ issue: InputIssue) -> [UInt8] {
    let (what, rule) = wording.rule(issue)
    var writer = CSVWriter()
    writer.append(issue.file)
    for number in [issue.line, issue.column] { writer.append(number.map(String.init) ?? "") }
    for text in [issue.header ?? "", issue.value, what, rule] { writer.append(text) }
    return writer.bytes
  }

  /// What ends the row of a fault.
  public static func end(_ extent: FaultExtent, isRefused: Bool) -> [UInt8] {
    Array(",\(isRefused ? "refused" : extent.done)\r\n".utf8)
  }
}
