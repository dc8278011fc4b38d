/// Where one field of a record lies in the file's bytes, quotes excluded.
@frozen public struct CSVField: Sendable {
  public var start: Int
  /// Offset behind its last byte.
  public var end: Int
  /// Whether the field holds doubled quotes, so that its text is not its bytes.
  public var hasDoubledQuotes: Bool

  @inlinable init(start: Int, end: Int, hasDoubledQuotes: Bool) {
    self.start = start
    self.end = end
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}

/// A fault in the structure of a delimited file.
public struct CSVFault: Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// A quote that is open when the file ends.
    case unclosedQuote
    /// `"abc"def`: text between a closing quote and the next delimiter.
    case textAfterClosingQuote
  }

  /// What is wrong with the field.
  public var kind: Kind
  /// Offset of the field in the file's bytes.
  public var offset: Int
  /// Position of the field in its record, from 0.
  public var field: Int

  /// States a fault and its place.
  package init(kind: Kind, offset: Int, field: Int) {
    self.kind = kind
    self.offset = offset
    self.field = field
  }
}
