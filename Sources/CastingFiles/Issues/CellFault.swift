import Casting
import Tables

/// What is wrong with a value by itself.
public enum CellFault: Fact, Codable {
  /// - meaning: nil where it is no number.
  case emptyCell(name: InputSubject, meaning: NumberMeaning?)
  /// - isRequired: whether the cell may be left empty instead.
  /// - percent, share: of a bare number where a rate is meant, both ways to write it.
  case badNumber(
    name: InputSubject, meaning: NumberMeaning, fault: NumberFault, isRequired: Bool,
    percent: Double?, share: Double?)
  case outOfRange(name: InputSubject, meaning: NumberMeaning, isRequired: Bool)
  case unknownWord(name: InputSubject, words: [String])
  case badDay(name: InputSubject, isRequired: Bool)
  /// - table: path of the table that the id is looked for in; nil where the user knows of one only.
  case unknownReference(name: InputSubject, noun: RowNoun, table: String?)
  /// The id of a row that was left out.
  ///
  /// - table: path of the table that it stands in.
  /// - line: nil where the table has none.
  case leftOutReference(name: InputSubject, noun: RowNoun, table: String, line: Int?)
}
