import Tables

/// Places in sheets of workbooks: their file is `book.xlsx#Sheet!`, lines are rows, and columns
/// are told by letters.
public enum SheetPlace {
  /// Ends the file of a place that is in a sheet.
  public static let mark = "!"

  /// The file of places in a sheet.
  static func file(_ path: String, sheet: String) -> String { "\(path)#\(sheet)\(mark)" }

  /// The file as notes name it.
  static func shown(_ file: String) -> String {
    file.hasSuffix(mark) ? String(file.dropLast()) : file
  }

  /// `A`, `AA`: the letters of a column, counted from 1.
  public static func letters(ofColumn column: Int) -> String { CellPlace.letters(ofColumn: column) }
}
