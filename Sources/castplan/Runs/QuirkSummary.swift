import CastingSynthetic

/// Which quirks a synthetic roster was written with, and where, for stderr.
struct QuirkSummary {
  let places: [QuirkPlace]
  /// Characters that the encoding of the file lacks.
  var replacedCharacters = 0

  /// Places named for each quirk.
  private static let shown = 4

  /// Lines joined and ended by line feeds.
  var text: String {
    var lines = ["castplan: creators.csv is synthetic and dirty on purpose; what was put where:"]
    for quirk in Quirk.allCases {
      let found = places.filter { $0.quirk == quirk }
      if !found.isEmpty { lines.append(Self.line(quirk, found)) }
    }
    if replacedCharacters > 0 {
      lines.append("  \(replacedCharacters) characters that CP932 lacks are written as ?")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ quirk: Quirk, _ found: [QuirkPlace]) -> String {
    let name = padded(quirk.rawValue, 20)
    let places = found.prefix(shown).compactMap(\.text)
    let count = quirk.isOfFile && places.isEmpty ? "the file" : "\(found.count)"
    let rest = found.count > places.count && !places.isEmpty ? ", …" : ""
    let place = places.isEmpty ? "" : "at " + places.joined(separator: ", ") + rest
    let line = "  \(name)\(padded(count, 10))\(padded(effect(quirk), 17))\(place)"
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func effect(_ quirk: Quirk) -> String {
    switch quirk.effect {
    case .none: "reads the same"
    case .refused: "refused"
    case .changed: "read as written"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

extension QuirkPlace {
  /// `15:23`, line and column as issues have them; nil for the whole file.
  fileprivate var text: String? {
    line.map { line in column.map { "\(line):\($0)" } ?? "\(line)" }
  }
}
