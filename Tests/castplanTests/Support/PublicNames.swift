/// Finds the public declarations of a source text, and whether a doc comment stands above them.
///
/// Relies on what `swift format` leaves behind: one declaration a line, members deeper than their type.
/// Enumeration cases have no access of their own and are not looked at.
struct PublicNames {
  struct Name: Equatable {
    /// From 1.
    var line: Int
    /// The name as it is declared: `count`, `init(_`.
    var name: String
    var isDocumented: Bool
  }

  private let lines: [Substring]
  private var found: [Name] = []
  /// Indentation of the public protocol that lines are in; its requirements are as public as it is.
  private var protocolIndent: Int?
  private var isInText = false

  static func all(in text: String) -> [Name] {
    var names = PublicNames(lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    for line in names.lines.indices { names.look(at: line) }
    return names.found
  }

  private init(lines: [Substring]) { self.lines = lines }

  private mutating func look(at line: Int) {
    let text = lines[line]
    let wasInText = isInText
    // Between these marks there is a text, whatever it looks like.
    if text.ranges(of: "\"\"\"").count == 1 { isInText.toggle() }
    if wasInText { return }
    let indent = text.prefix { $0 == " " }.count
    if let start = protocolIndent, indent <= start, !text.isEmpty { protocolIndent = nil }
    let words = Self.words(of: text)
    guard let place = words.firstIndex(where: { Self.kinds.contains(Self.keyword($0)) }) else {
      return
    }
    let modifiers = words[..<place]
    guard modifiers.allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains(Self.keyword($0)) })
    else { return }
    let isPublic = modifiers.contains { $0 == "public" || $0 == "open" }
    guard isPublic || protocolIndent != nil else { return }
    if words[place] == "protocol" { protocolIndent = indent }
    guard !Self.isWitness(text) else { return }
    let name =
      Self.keyword(words[place]) == words[place] && place + 1 < words.count
      ? words[place + 1] : words[place]
    found.append(Name(line: line + 1, name: String(name), isDocumented: isDocumented(line)))
  }

  /// Whether the line above, attributes aside, is a doc comment that says something.
  private func isDocumented(_ line: Int) -> Bool {
    let above = lines[..<line].reversed().lazy.map { $0.drop { $0 == " " } }
      .drop { $0.hasPrefix("@") }
    return above.first.map { $0.hasPrefix("/// ") && $0.count > 4 } ?? false
  }

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "associatedtype", "func", "var",
    "let", "init", "subscript", "extension", "macro",
  ]
  private static let modifiers: Set<Substring> = [
    "public", "open", "package", "internal", "private", "static", "final", "mutating",
    "nonmutating", "indirect", "consuming", "borrowing", "override", "convenience", "required",
    "lazy", "weak", "unowned", "nonisolated", "prefix", "postfix", "infix", "class",
  ]

  /// What the standard library and Foundation say of these holds for every type.
  private static func isWitness(_ text: Substring) -> Bool {
    [
      "func == (", "func < (", "func hash(into", "func encode(to ", "init(from decoder",
      "init(stringLiteral", "var description: String {", "var errorDescription: String? {",
    ].contains { text.contains($0) }
  }

  /// Words before the comment of a line.
  private static func words(of text: Substring) -> [Substring] {
    let code = text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text
    return code.split(separator: " ")
  }

  /// A word without what follows it unparted: `init` of `init(_`, `private` of `private(set)`.
  private static func keyword(_ word: Substring) -> Substring { word.prefix { $0.isLetter } }
}
