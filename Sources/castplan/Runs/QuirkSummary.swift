import Casting
import CastingReports
import CastingSynthetic

/// Which quirks a synthetic roster was written with, and where, for stderr.
struct QuirkSummary {
  let places: [QuirkPlace]
  /// Characters that the encoding of the file lacks.
  var replacedCharacters = 0

  /// Places named for each quirk.
  private static let shown = 4

  /// A line for each quirk that there is.
  var lines: [QuirkLine] {
    Quirk.allCases.compactMap { quirk in
      let found = places.filter { $0.quirk == quirk }
      return found.isEmpty ? nil : Self.line(quirk, found)
    }
  }

  private static func line(_ quirk: Quirk, _ found: [QuirkPlace]) -> QuirkLine {
    let places = found.prefix(shown).compactMap(\.text)
    return QuirkLine(
      name: quirk.rawValue, count: quirk.isOfFile && places.isEmpty ? nil : found.count,
      effect: effect(quirk), places: places,
      hasMore: found.count > places.count && !places.isEmpty)
  }

  private static func effect(_ quirk: Quirk) -> QuirkLine.Effect {
    switch quirk.effect {
    case .none: .none
    case .refused: .refused
    case .changed: .changed
    }
  }
}

extension QuirkPlace {
  /// `15:23`, line and column as issues have them; nil for the whole file.
  fileprivate var text: String? {
    line.map { line in column.map { "\(line):\($0)" } ?? "\(line)" }
  }
}
