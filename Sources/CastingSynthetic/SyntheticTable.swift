/// Cells and lines of a CSV file.
enum SyntheticTable {
  static func line(_ cells: [String], delimiter: Character = ",") -> String {
    cells.map { quoted($0, delimiter) }.joined(separator: String(delimiter)) + "\r\n"
  }

  static func cell(_ number: Int?) -> String { number.map(String.init) ?? "" }

  /// Whole numbers without a decimal point.
  static func cell(_ number: Double?) -> String {
    guard let number else { return "" }
    return number == number.rounded() ? String(Int(number)) : String(number)
  }

  private static func quoted(_ cell: String, _ delimiter: Character) -> String {
    let delimiter = delimiter.asciiValue
    let needsQuotes = cell.utf8.contains {
      $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
