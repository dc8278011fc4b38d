// Which quirks a synthetic roster was written with.

extension Wording {
  /// A heading, and a line for each quirk in columns that line up.
  ///
  /// - Parameter replacedCharacters: those that the encoding of the file lacks.
  package func lines(_ quirks: [QuirkLine], replacedCharacters: Int) -> [String] {
    let heading = pick(english: QuirkEnglish.heading, japanese: QuirkJapanese.heading)
    let replaced = pick(
      english: QuirkEnglish.replaced(replacedCharacters),
      japanese: QuirkJapanese.replaced(replacedCharacters))
    return [heading] + quirks.map(line) + (replacedCharacters > 0 ? ["  " + replaced] : [])
  }

  package func text(_ effect: QuirkLine.Effect) -> String {
    pick(english: QuirkEnglish.text(effect), japanese: QuirkJapanese.text(effect))
  }

  private func line(_ quirk: QuirkLine) -> String {
    let count =
      quirk.count.map { String($0) }
      ?? pick(english: QuirkEnglish.wholeFile, japanese: QuirkJapanese.wholeFile)
    let places = quirk.places.joined(separator: ", ") + (quirk.hasMore ? ", …" : "")
    let place =
      places.isEmpty
      ? "" : pick(english: QuirkEnglish.at(places), japanese: QuirkJapanese.at(places))
    let line =
      "  " + Self.padded(quirk.name, 20) + Self.padded(count, 10)
      + Self.padded(text(quirk.effect), 17) + place
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.of(text)))
  }
}
