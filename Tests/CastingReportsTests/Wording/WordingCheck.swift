import Casting
import CastingReports
import Foundation
import Testing

/// What holds for every text of every room, in both languages.
struct WordingCheck {
  enum Ending {
    /// A full stop.
    case sentence
    /// None: a heading, a cell, a clause of a longer sentence.
    case phrase
  }

  /// Ids, names and other words of the user, which stand in either language as they are.
  var names: [String] = []

  /// Words of programs and statistics that Japanese sentences use as they are.
  private static let terms = [
    "NG", "P10", "P50", "P90", "CSV", "SQLite", "ID", "JSON", "castplan optimize",
    "castplan what-if",
    "castplan explain", "castplan check", "castplan", "--format csv",
    "exclusive_categories: false", "gmv", "profit", "ltv", "orders", "reach",
  ]

  /// Renders a text in both languages and holds it against the rules of each.
  func expect(
    _ text: (Wording) -> String, _ ending: Ending,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for language in Language.allCases {
      let text = text(Wording(language))
      for fault in faults(text, ending, language) {
        Issue.record("\(language): \(fault): \(text)", sourceLocation: sourceLocation)
      }
    }
  }

  /// Cells and labels.
  func expect(
    phrase text: (Wording) -> String, sourceLocation: SourceLocation = #_sourceLocation
  ) { expect(text, .phrase, sourceLocation: sourceLocation) }

  func expect(
    sentence text: (Wording) -> String, sourceLocation: SourceLocation = #_sourceLocation
  ) { expect(text, .sentence, sourceLocation: sourceLocation) }

  // MARK: Faults

  private func faults(_ text: String, _ ending: Ending, _ language: Language) -> [String] {
    var faults: [String] = []
    if text.isEmpty { faults.append("nothing is said") }
    if text.contains("  ") || text != text.trimmingCharacters(in: .whitespaces) {
      faults.append("spaces too many")
    }
    if text.contains(#/\bnan\b|Optional\(/#) { faults.append("a value shows through") }
    let own = Self.without(names, text)
    switch language {
    case .english:
      if own.unicodeScalars.contains(where: Self.isJapanese) {
        faults.append("Japanese in English")
      }
      if (ending == .sentence) != (text.hasSuffix(".") || text.hasSuffix(".)")) {
        faults.append("ends otherwise")
      }
    case .japanese:
      // Options, keys of files, and numbers like 1e-07.
      let plain = Self.without(Self.terms, own)
        .replacing(#/--[a-z-]+|[a-z]+(_[a-z]+)+|[0-9]e-?[0-9]+/#, with: "")
      if plain.contains(#/[A-Za-z]/#) { faults.append("Latin in Japanese") }
      if plain.contains(#/[,;:.!?] |[,;:.!?]$|[()]/#) { faults.append("Latin punctuation") }
      if (ending == .sentence) != (text.hasSuffix("。") || text.hasSuffix("。）")) {
        faults.append("ends otherwise")
      }
      if text.contains("彼女") || text.contains("。。") { faults.append("a word nobody should read") }
    }
    return faults
  }

  private static func without(_ words: [String], _ text: String) -> String {
    words.sorted { $0.count > $1.count }.reduce(text) { $0.replacing($1, with: "") }
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    // Kana, ideographs, and the full-width forms and punctuation that go with them.
    [0x3000...0x30FF, 0x3400...0x9FFF, 0xFF00...0xFFEF].contains { $0.contains(scalar.value) }
  }

  // MARK: Cases

  /// Fails where samples leave out a case that the source declares.
  static func expectAllCases<Fact>(
    of fact: Fact.Type, in samples: [Fact], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let names = String(reflecting: fact).split(separator: ".").dropFirst().map(String.init)
    let declared = try cases(of: names)
    let shown = Set(
      samples.map { Mirror(reflecting: $0).children.first?.label ?? String(describing: $0) })
    #expect(!declared.isEmpty, sourceLocation: sourceLocation)
    #expect(
      Set(declared).subtracting(shown).isEmpty, "\(fact) without a sample",
      sourceLocation: sourceLocation)
  }

  /// Names of an enumeration's cases, from the source of the package.
  ///
  /// - Parameter path: names of the types it is in, then its own.
  private static func cases(of path: [String]) throws -> [String] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      var rest = text[...]
      for name in path {
        let head = try Regex("(enum|struct|class|extension) \(name)\\b[^{\n]*\\{")
        guard let start = rest.firstMatch(of: head) else {
          rest = ""
          break
        }
        rest = rest[start.range.upperBound...]
      }
      // Extensions of it, in files of their own, have none.
      let names = cases(in: rest)
      if !names.isEmpty { return names }
    }
    return []
  }

  /// Of the body that begins there.
  private static func cases(in body: Substring) -> [String] {
    var depth = 0
    var names: [String] = []
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      let words = code.trimmingCharacters(in: .whitespaces)
      if depth == 0 && words.hasPrefix("case ") {
        let labels = words.dropFirst(5).replacing(#/\([^()]*\)/#, with: "")
        names += labels.split(separator: ",").compactMap {
          $0.split(whereSeparator: { " =(".contains($0) }).first.map(String.init)
        }
      }
      depth += code.count { $0 == "{" } - code.count { $0 == "}" }
      if depth < 0 { break }
    }
    return names
  }
}
