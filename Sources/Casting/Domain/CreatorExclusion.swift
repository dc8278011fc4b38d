/// What a creator must not promote, or did promote: a word for it, and the days.
///
/// A cell of a roster has several, as `スキンケア(2026-11-01〜2027-01-31); 酒`. `Roster` keeps them in one plain
/// form, a line each: the word, the first day and the last, with tabs between them.
public struct CreatorExclusion: Sendable, Equatable {
  /// A tag, a category, a brand or the id of a product.
  public var word: String
  /// Nil: for all time before.
  public var from: CalendarDay?
  /// Nil: for all time to come.
  public var to: CalendarDay?

  /// A word, and the days for which it counts.
  public init(word: String, from: CalendarDay? = nil, to: CalendarDay? = nil) {
    self.word = word
    self.from = from
    self.to = to
  }

  /// Whether a day of the window is among its own; of a campaign without a window, always.
  package func meets(_ window: CampaignWindow?) -> Bool {
    guard let window else { return true }
    return (from.map { $0 <= window.to } ?? true) && (to.map { $0 >= window.from } ?? true)
  }
}

extension CreatorExclusion {
  /// Reads what `plain` writes.
  package static func list(plain text: String) -> [CreatorExclusion] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      return CreatorExclusion(
        word: String(parts[0]), from: CalendarDay(iso: String(parts[1])),
        to: CalendarDay(iso: String(parts[2])))
    }
  }

  package static func plain(_ list: [CreatorExclusion]) -> String {
    list.map { "\($0.word)\t\($0.from?.iso ?? "")\t\($0.to?.iso ?? "")" }.joined(separator: "\n")
  }
}
