/// A fault in a JSON object.
public struct JSONFault: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// Something else stands where this is needed.
    case expected(Token)
    case unclosedString
    case controlCharacter
    case badEscape
    /// A list that holds lists or objects.
    case nestedList
    case tooDeep
    /// More values than a table has columns.
    case tooManyValues
    /// A key that is too long together with those above it.
    case keyTooLong
    case textAfterObject
  }

  /// What can be needed at a place.
  public enum Token: String, CaseIterable, Codable, Sendable {
    case openingBrace = "{"
    case colon = ":"
    case quote = "\""
    case commaOrBrace = ",}"
    case commaOrBracket = ",]"
    case value
  }

  /// What is wrong there.
  public var kind: Kind
  /// Offset in the object's bytes.
  public var offset: Int

  /// States a fault and its place.
  package init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}
