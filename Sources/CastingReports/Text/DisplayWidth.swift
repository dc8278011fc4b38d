/// How many terminal columns a text takes.
///
/// Wide are the ranges of East_Asian_Width W and F in Unicode 15.1 (which hold every character of
/// Emoji_Presentation), with unassigned gaps closed; marks, joiners and variation selectors
/// take none.
package enum DisplayWidth {
  /// Columns of a text without line breaks.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Columns of one grapheme cluster: that of its first scalar, two when it is shown as emoji.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(emojiSelector) { return 2 }
    // Half-width katakana carry their sound marks as a column of their own.
    let soundMarks = scalars.dropFirst().count { (0xFF9E...0xFF9F).contains($0.value) }
    return of(scalars[scalars.startIndex]) + soundMarks
  }

  /// `text` cut so that it takes at most `width` columns, `…` standing for what was cut.
  package static func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 1
    for character in text {
      used += of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with every control character (and so every escape sequence of a hostile roster)
  /// and line break replaced by a space.
  package static func printable(_ text: String) -> String {
    func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      // Direction overrides would reorder the rest of the line.
      case .format:
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) ? " " : scalar) }
    return String(result)
  }

  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}
