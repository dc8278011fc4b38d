/// One thing that is wrong with an input: where, what, the value, the rule and the way out.
public struct InputIssue: Error, Equatable, Sendable, Codable {
  /// Path as the user gave it.
  public var file: String
  /// From 1; nil when the issue concerns the whole file.
  public var line: Int?
  /// From 1: the field of a table, the character of a brief; nil for a whole line.
  public var column: Int?
  /// The fault, with the name of the column or key it is in.
  public var what: String
  /// As written, "" when there is none.
  public var value: String
  /// What the value should have been.
  public var rule: String
  /// The way out.
  public var remedy: String
  /// Whether the input is sound without the row.
  var concernsRow = false

  /// Joins the parts of one sentence for the user.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, what: String, value: String = "",
    rule: String, remedy: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.what = what
    self.value = value
    self.rule = rule
    self.remedy = remedy
  }
}

extension InputIssue: CustomStringConvertible {
  /// `file:line:column: what, the value; the rule; the way out`.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    let shown = value.isEmpty ? "" : ", \"\(Self.shortened(value))\""
    return Self.flat("\(place): \(what)\(shown); \(rule); \(remedy)")
  }

  /// The text on one line: headers and names may hold line breaks.
  private static func flat(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// A value on one line, cut after 60 characters.
  private static func shortened(_ value: String) -> String {
    let flat = flat(value)
    return flat.count <= 60 ? flat : flat.prefix(59) + "…"
  }
}
