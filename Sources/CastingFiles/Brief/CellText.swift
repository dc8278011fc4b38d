import Yams

/// A single value of a brief as a cell has it.
///
/// A cell that begins with a bracket or a brace is YAML, and so is one that begins and ends with a quotation mark;
/// everything else is taken as it stands.
enum CellText {
  /// A value as the text of a cell.
  ///
  /// - Parameter isText: whether brackets are letters like others at its key.
  static func written(_ value: String, isText: Bool) -> String {
    let isSafe =
      !value.isEmpty && isTrimmed(value) && !isYAML(value, isText: isText)
      && FlowText.quoted(value).utf8.count == value.utf8.count + 2
        + value.utf8.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return isSafe ? value : FlowText.quoted(value)
  }

  static func isYAML(_ text: String, isText: Bool) -> Bool {
    if text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") { return true }
    return !isText && (text.hasPrefix("[") || text.hasPrefix("{"))
  }

  /// A list with `;` between its parts; nil where one of them cannot be told from two, or from the whole.
  static func list(_ items: [Node]) -> String? {
    let parts = items.map { item in
      item.scalar.map { written($0.string, isText: false) } ?? FlowText.text(item)
    }
    guard let first = parts.first, !first.hasPrefix("["),
      !parts.contains(where: { $0.contains(where: isSeparator) })
    else { return nil }
    return parts.joined(separator: "; ")
  }

  /// The words of a list, without the blanks around them.
  static func listItems(_ text: String) -> [String] {
    text.split(whereSeparator: isSeparator).map(trimmed).filter { !$0.isEmpty }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text).drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func isTrimmed(_ text: String) -> Bool {
    text.first?.isWhitespace == false && text.last?.isWhitespace == false
  }

  /// `;` of either width, and the end of a line.
  private static func isSeparator(_ character: Character) -> Bool {
    character == ";" || character == "；" || character.isNewline
  }
}
