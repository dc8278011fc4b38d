/// The tags of a niche cell.
package enum NicheTags {
  /// Characters that part tags, in normal form: `；`, `，`, `／` and `＆` are half width there.
  private static let separators: Set<Character> = [
    ";", "、", ",", "/", "|", "・", "&", "\n", "\r", "\r\n",
  ]

  /// Tags in normal form (NFKC, lower case), in the order written: separated by `;` `、` `,` `/`
  /// `|` `・` `&` or line breaks.
  package static func split(_ cell: String) -> [String] {
    NormalizedText(cell).string.split { separators.contains($0) }
      .map { comparable($0) }.filter { !$0.isEmpty }
  }

  /// A word as tags are compared with it.
  package static func comparable(word: String) -> String {
    comparable(NormalizedText(word).string)
  }

  /// A tag as it is compared: `hair-care` and `hair_care` are `hair care`.
  package static func comparable(_ tag: some StringProtocol) -> String {
    let words = tag.split { $0.isWhitespace || $0 == "-" || $0 == "_" }
    return words.joined(separator: " ")
  }
}
