import Casting
import Tables

/// What is wrong with the form of a file: what it is, its encoding, its table.
public enum FormFault: Fact, Codable {
  case noRows(noun: RowNoun)
  /// An Excel workbook or an archive.
  case notTable
  /// Not text.
  case notBrief
  /// A path that names a table of a file that has none.
  case notDatabase
  /// - wanted: nil where none was named.
  /// - path: of the database.
  /// - example: a table to name.
  case noSuchTable(wanted: String?, path: String, tables: [String], example: String?)
  /// A second input from standard input.
  case sharedStandardInput
  case notUTF8(byte: UInt8)
  case containsNUL
  /// A byte that the encoding of the file's beginning does not have.
  case undecodable(byte: UInt8, encoding: TextEncoding)
  case tooManyKeys(maximum: Int)
  /// - words: the decoder's own.
  case notModel(words: String?)
  case incompleteModel(member: String)
  case refusedModel(fault: ScoringModelFault)
  case embeddingRows(rows: Int, expected: Int, table: String)
  case embeddingDimensions(dimensions: Int, expected: Int, otherFile: String)
  /// - missing: the option that has to be given as well.
  case embeddingsAlone(missing: String)
  /// More faults than may be passed over.
  ///
  /// - column: header of the column that has them; nil of whole rows.
  /// - field: of the column, from 1; nil where fields have no places.
  /// - allowed: how many of the rows may have some.
  /// - accepted: per cent of rows, as a limit that would accept all of them.
  case tooManyInvalid(
    column: String?, field: Int?, count: Int, rows: Int, allowed: Int, accepted: Int)
}
