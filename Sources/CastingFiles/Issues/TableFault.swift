import Casting
import Tables

/// What is wrong with the structure of a table: its records, headers and ids.
public enum TableFault: Fact, Codable {
  case unclosedQuote
  case textAfterQuote
  case fieldCount(count: Int, expected: Int)
  /// - fields: positions of the two headers, from 1.
  /// - isSame: whether the headers read the same, so that only their positions tell them apart.
  case duplicateColumn(name: String, firstHeader: String, fields: [Int], isSame: Bool)
  /// - accepted: headers that mean it.
  case missingColumn(name: String, accepted: [String])
  case duplicateIdentifier(name: String, firstLine: Int)
  /// A row of a creator whose other rows stand elsewhere, in a table that is read in parts.
  case scatteredRows(name: String, firstLine: Int)
  case repeatedKey
  /// A row or an object of more bytes than any has.
  case recordTooLong(maximum: Int)
  /// Bytes that are no text.
  case binaryValue(name: String)

  // JSON
  case jsonExpected(token: JSONFault.Token)
  case jsonUnclosedString
  case jsonControlCharacter
  case jsonBadEscape
  case jsonNestedList
  case jsonTooDeep
  case jsonTooManyValues(maximum: Int)
  /// - maximum: bytes.
  case jsonKeyTooLong(maximum: Int)
  /// An object in a map whose id is another than its key.
  case jsonKeyDiffers(name: String, key: String)
  case jsonTextAfterObject
  case jsonListWithoutObject
  case jsonListWithoutComma
  case jsonListUnclosed
  case jsonTextAfterList
}
