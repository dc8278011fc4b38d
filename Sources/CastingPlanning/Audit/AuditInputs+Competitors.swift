import Casting

extension AuditInputs {
  /// Whether a creator worked for a competitor within the days that the brief asks for.
  func workedForCompetitor(_ id: String) -> Bool {
    guard let creator = creator(id), let terms = campaign.brief.competitors,
      campaign.roster.recentWorks.count > creator
    else { return false }
    return Self.isBarred(campaign.roster.recentWorks[creator], terms)
  }

  /// - Parameter works: a line each: the word, the first day and the last, parted by tabs.
  package static func isBarred(_ works: String, _ terms: CompetitorTerms) -> Bool {
    let first = day(terms.window.from, before: terms.days)
    return works.split(separator: "\n").contains { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, terms.brands.contains(where: { isSame($0, parts[0]) }) else {
        return false
      }
      // Days in this form order as texts do.
      let endsTooEarly = !parts[2].isEmpty && parts[2] < first
      return !endsTooEarly && (parts[1].isEmpty || parts[1] <= terms.window.to.iso)
    }
  }

  private static func isSame(_ brand: String, _ word: String) -> Bool {
    func letters(_ text: String) -> [Substring] {
      NormalizedText(text).string.split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    }
    return letters(brand) == letters(word)
  }

  /// Counted back day by day.
  private static func day(_ day: CalendarDay, before days: Int) -> String {
    var (year, month, date) = (day.year, day.month, day.day)
    for _ in 0..<days {
      date -= 1
      if date > 0 { continue }
      month = month == 1 ? 12 : month - 1
      if month == 12 { year -= 1 }
      if year == 0 { return "" }
      date = [31, 30, 29, 28].first { CalendarDay(year: year, month: month, day: $0) != nil } ?? 28
    }
    return CalendarDay(year: year, month: month, day: date)?.iso ?? ""
  }
}
