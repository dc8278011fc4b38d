import Casting
import Tables

/// What is wrong with a workbook, or with cells that only workbooks have.
public enum WorkbookFault: Fact, Codable {
  /// The file cannot be read as one.
  case unreadable(WorkbookProblem)
  /// Several sheets hold such a table, and none was named.
  case severalSheets(names: [String], path: String)
  /// - range: `B2:D7`.
  case mergedCells(range: String)
  /// A formula without a stored value.
  case unstoredFormula(name: String)
  /// `#REF!` and the like.
  case errorValue(name: String)
  /// A number shown as a day that is none.
  case impossibleDay(name: String)
  /// A number of more than 15 digits, of which Excel has kept 15.
  case longNumber(name: String)
}
