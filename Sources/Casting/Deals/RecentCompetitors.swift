/// What creators did for competitors too short a time before a campaign.
package struct RecentCompetitors: Sendable {
  private let brands: Set<String>
  private let first: CalendarDay
  private let last: CalendarDay

  package init(_ terms: CompetitorTerms) {
    brands = Set(terms.brands.map { NicheTags.comparable(word: $0) })
    first = terms.window.from.earlier(by: terms.days)
    last = terms.window.to
  }

  /// The last of a creator's works that counts, those without a day behind all others; nil: none does.
  ///
  /// - Parameter text: what she did, in the plain form of `CreatorExclusion`.
  package func work(in text: String) -> CreatorExclusion? {
    var found: CreatorExclusion?
    for work in CreatorExclusion.list(plain: text) where counts(work) {
      if found.map({ isLater(work, than: $0) }) ?? true { found = work }
    }
    return found
  }

  /// A work without a day may have been yesterday.
  private func counts(_ work: CreatorExclusion) -> Bool {
    brands.contains(NicheTags.comparable(word: work.word))
      && (work.to.map { $0 >= first } ?? true) && (work.from.map { $0 <= last } ?? true)
  }

  private func isLater(_ one: CreatorExclusion, than other: CreatorExclusion) -> Bool {
    func day(_ work: CreatorExclusion) -> CalendarDay? { work.to ?? work.from }
    guard let ours = day(one) else { return false }
    return day(other).map { ours > $0 } ?? true
  }

  /// The deals of creators who did something that counts.
  package func deals(of roster: Roster) -> FilterMatch {
    let works = roster.recentWorks
    // Many creators of one agency did the same.
    var known: [String: Bool] = [:]
    return FilterMatch(
      creators: (0..<roster.count).map { creator in
        guard creator < works.count, !works.isEmpty(creator) else { return false }
        let text = works[creator]
        if let known = known[text] { return known }
        let counts = work(in: text) != nil
        known[text] = counts
        return counts
      }, kinds: [])
  }

  /// How many creators are left out for a work without a day.
  package func undated(in roster: Roster) -> Int {
    (0..<min(roster.count, roster.recentWorks.count)).count { creator in
      guard !roster.recentWorks.isEmpty(creator) else { return false }
      return work(in: roster.recentWorks[creator]).map { $0.from == nil && $0.to == nil } ?? false
    }
  }
}
