/// One thing that is wrong with an input: where, what, and the value as written. The sentence that
/// also tells the rule and the way out is made of it at the edge, in the reader's language.
public struct InputIssue: Error, Equatable, Sendable, Codable {
  /// Path as the user gave it, or the option that the value came with.
  public var file: String
  /// From 1; nil when the issue concerns the whole file.
  public var line: Int?
  /// From 1: the field of a table, the character of a brief; nil for a whole line.
  public var column: Int?
  /// Of the column, as written; nil where the issue is in none.
  public var header: String?
  /// The fault, with the name of the column or key it is in.
  public var fault: InputFault
  /// As written, "" when there is none.
  public var value: String
  /// The least without which the input is sound.
  public internal(set) var extent = FaultExtent.input
  /// Cells that it concerns.
  var cells = 1

  package init(
    file: String, line: Int? = nil, column: Int? = nil, header: String? = nil,
    _ fault: InputFault, value: String = ""
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.header = header
    self.fault = fault
    self.value = value
  }
}
