import Casting
import CastingTestSupport
import Testing

/// Works for competitors within 90 days of a campaign in the first half of December.
@Suite struct RecentCompetitorsTests {
  private static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text)! }

  private static let terms = CompetitorTerms(
    brands: ["Aozo", "アオゾラ"], days: 90,
    window: CampaignWindow(from: day("2026-12-01"), to: day("2026-12-15")))

  private func found(_ works: CreatorExclusion...) -> CreatorExclusion? {
    RecentCompetitors(Self.terms).work(in: CreatorExclusion.plain(works))
  }

  private func counts(_ from: String?, _ to: String?, word: String = "アオゾラ") -> Bool {
    found(CreatorExclusion(word: word, from: from.map(Self.day), to: to.map(Self.day))) != nil
  }

  /// The 90th day before 1 December is 2 September.
  @Test func daysCountBackFromTheWindow() {
    #expect(counts("2026-09-02", "2026-09-02") && !counts("2026-09-01", "2026-09-01"))
    #expect(counts("2026-06-01", "2026-09-02") && !counts("2026-06-01", "2026-08-31"))
    #expect(counts("2026-12-15", "2027-01-31") && !counts("2026-12-16", "2027-01-31"))
  }

  /// What is not over, or when nobody knows, may have been yesterday.
  @Test func openDaysCount() {
    #expect(counts(nil, nil) && counts("2020-01-01", nil) && counts(nil, "2026-10-01"))
    #expect(!counts(nil, "2026-09-01") && !counts("2027-01-01", nil))
  }

  @Test func brandsAreWords() {
    #expect(counts(nil, nil, word: "AOZO") && counts(nil, nil, word: "ａｏｚｏ"))
    #expect(!counts(nil, nil, word: "Aozora") && !counts(nil, nil, word: "ミナト堂"))
  }

  @Test func theLastWorkIsTold() {
    let september = CreatorExclusion(
      word: "Aozo", from: Self.day("2026-09-10"), to: Self.day("2026-09-20"))
    let october = CreatorExclusion(
      word: "アオゾラ", from: Self.day("2026-10-01"), to: Self.day("2026-10-01"))
    let undated = CreatorExclusion(word: "Aozo")
    #expect(found(september, undated, october) == october)
    #expect(found(undated, september) == september)
    #expect(found(undated) == undated)
  }

  @Test(arguments: [0, 1, 28, 59, 60, 365, 366, 1_461, 36_524, 146_097, 700_000])
  func daysBeforeAreThoseOfTheCalendar(days: Int) {
    var (day, left) = (Self.day("2028-03-01"), days)
    while left > 0, day.year > 1900 {
      day =
        [31, 30, 29, 28].lazy.compactMap {
          day.day > 1
            ? CalendarDay(year: day.year, month: day.month, day: day.day - 1)
            : CalendarDay(
              year: day.month == 1 ? day.year - 1 : day.year,
              month: day.month == 1 ? 12 : day.month - 1, day: $0)
        }.first!
      left -= 1
    }
    if left == 0 { #expect(Self.day("2028-03-01").earlier(by: days) == day) }
    #expect(Self.day("2028-03-01").earlier(by: 1_000_000).iso == "0001-01-01")
  }
}
