import Casting
import Tables

/// How a table is read: what its survey decided.
struct TableConventions: Equatable {
  /// How the numbers of a column are written, by the column's position in the schema.
  var notations: [Int: NumberNotation] = [:]
  /// Columns that two readings fit: their cells are passed over, as the question is asked.
  var openColumns: Set<Int> = []
  /// The row from which on the text is no part of the table.
  var end: RowShapes.Foreign?

  /// What one of a column's currency is worth in the campaign's, by the column's position in the schema; not there
  /// for amounts that are in it.
  var exchangeRates: [Int: Double] = [:]

  /// Formats that the creators' only fees pay for, by their platforms; nil where the brief names
  /// formats or a table has fees by format.
  var feeFormats: [DealFormat]?

  /// Columns that rows of one creator with several formats are made into; nil where each has one row, or that
  /// is not known before.
  var mergedFormats: MergedFormats?

  /// Whether cells are read in the same way.
  func readsAlike(_ other: TableConventions) -> Bool {
    var other = other
    other.feeFormats = feeFormats
    other.exchangeRates = exchangeRates
    other.mergedFormats = mergedFormats
    return self == other
  }

  /// Nothing decided: points part decimals, bare rates are fractions.
  static let usual = TableConventions()

  func notation(of column: Int) -> NumberNotation { notations[column] ?? .usual }
}
