import Foundation
import Tables

/// What a header says about the cells below it, beside the name of their column: `ER (%)`,
/// `料金(税抜・円)`, `Fee USD`, `フォロワー(万人)`.
struct HeaderUnits: Equatable, Sendable {
  /// The header without what was understood.
  private(set) var name: String
  private(set) var isPercent = false
  private(set) var currency: Currency?
  /// Whether amounts include tax; nil where the header does not say.
  private(set) var includesTax: Bool?
  /// Power of ten that a cell's number counts: 4 for `万円`.
  private(set) var power = 0

  init(_ header: String) {
    name = header.precomposedStringWithCompatibilityMapping
    takeBrackets()
    takeEnds()
  }

  func with(power: Int, currency: Currency?) -> HeaderUnits {
    var copy = self
    (copy.power, copy.currency) = (power, currency)
    return copy
  }

  /// Takes brackets out whose words are all understood.
  private mutating func takeBrackets() {
    var rest = ""
    var text = name[...]
    while let open = text.firstIndex(where: { "([【<".contains($0) }) {
      guard let close = text[open...].firstIndex(where: { ")]】>".contains($0) }) else { break }
      var read = self
      let inside = text[text.index(after: open)..<close]
      let isUnderstood = read.takeWords(of: inside)
      rest += text[..<open]
      if isUnderstood { self = read } else { rest += text[open...close] }
      text = text[text.index(after: close)...]
    }
    rest += text
    name = rest
  }

  /// Takes units from the ends of the name: `ER%`, `Fee USD`, `price_sgd`, `税抜単価`.
  private mutating func takeEnds() {
    name = Self.trimmed(name)
    while let last = name.last, last == "%" || last == "*" {
      isPercent = isPercent || last == "%"
      name = Self.trimmed(String(name.dropLast()))
    }
    let separators: Set<Character> = [" ", "_", "-", "/", ":"]
    if let mark = name.lastIndex(where: { separators.contains($0) }) {
      let word = name[name.index(after: mark)...]
      var read = self
      // A single letter may stand for anything.
      if word.count > 1 || word == "%", read.take(word), !name[..<mark].isEmpty {
        read.name = Self.trimmed(String(name[..<mark]))
        self = read
      }
    }
    for (word, includes) in Self.taxWords
    where name.count > word.count && !word.utf8.allSatisfy({ $0 < 0x80 }) {
      if name.hasPrefix(word) {
        name = Self.trimmed(String(name.dropFirst(word.count)))
      } else if name.hasSuffix(word) {
        name = Self.trimmed(String(name.dropLast(word.count)))
      } else {
        continue
      }
      includesTax = includes
    }
    if name.count > 1, let last = name.last, let sign = Currency.named(in: String(last)) {
      currency = sign
      name = Self.trimmed(String(name.dropLast()))
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: "_-/:"))))
  }

  /// Whether every word of a bracket is understood.
  private mutating func takeWords(of text: Substring) -> Bool {
    if take(text) { return true }
    let words = text.split { " ,/・、;:|".contains($0) }
    guard words.count > 1 else { return false }
    for word in words {
      guard take(word) else { return false }
    }
    return true
  }

  private mutating func take(_ text: Substring) -> Bool {
    let word = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if Self.percentWords.contains(word) {
      isPercent = true
    } else if let tax = Self.taxWords.first(where: { $0.word == word }) {
      includesTax = tax.includes
    } else if let scale = Self.scales[word] {
      power = scale.power
      currency = scale.isYen ? .yen : currency
    } else if Self.neutralWords.contains(word) {
      return true
    } else if let found = Currency.named(in: String(text)), word.count <= 4 {
      currency = found
    } else {
      return false
    }
    return true
  }

  private static let percentWords: Set<String> = [
    "%", "percent", "percentage", "percents", "pct", "perct", "パーセント", "百分率", "in%",
    "percentpoints",
  ]

  /// The longest first.
  private static let taxWords: [(word: String, includes: Bool)] = [
    ("税抜き", false), ("税込み", true), ("税抜", false), ("税別", false), ("外税", false), ("税込", true),
    ("内税", true), ("excltax", false), ("extax", false), ("taxexcluded", false), ("exclvat", false),
    ("exvat", false), ("net", false), ("incltax", true), ("taxincluded", true), ("inclvat", true),
    ("incvat", true), ("inctax", true), ("gross", true),
  ]

  private static let scales: [String: (power: Int, isYen: Bool)] = [
    "千円": (3, true), "千": (3, false), "千人": (3, false), "thousand": (3, false),
    "thousands": (3, false),
    "k": (3, false), "000s": (3, false), "万円": (4, true), "万": (4, false), "万人": (4, false),
    "百万": (6, false), "百万円": (6, true), "million": (6, false), "millions": (6, false),
    "m": (6, false),
    "億": (8, false), "億円": (8, true),
  ]

  /// Words that say what is counted, and change nothing.
  private static let neutralWords: Set<String> = [
    "人", "名", "回", "件", "個", "本", "/本", "1本", "任意", "必須", "required", "optional", "people",
    "persons",
    "views", "count", "#", "数",
  ]
}
