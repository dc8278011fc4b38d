import AllocationTestSupport
import Casting
import Foundation

/// What creators did for competitors, by the calendar of the system.
package enum NaiveWorks {
  /// Whether a creator did something for a listed brand within the days, or on no day that is known.
  package static func areBarred(
    _ roster: Roster, _ creator: Int, _ terms: CompetitorTerms
  ) -> Bool {
    guard creator < roster.recentWorks.count else { return false }
    let first = date(terms.window.from) - TimeInterval(terms.days) * 86_400
    return roster.recentWorks[creator].split(separator: "\n").contains { line in
      let parts = line.components(separatedBy: "\t")
      guard terms.brands.contains(parts[0]) else { return false }
      let begin = CalendarDay(iso: parts[1]).map(date) ?? .distantPast
      let end = CalendarDay(iso: parts[2]).map(date) ?? .distantFuture
      return end >= first && begin <= date(terms.window.to)
    }
  }

  private static func date(_ day: CalendarDay) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(
      from: DateComponents(year: day.year, month: day.month, day: day.day)) ?? .distantPast
  }
}

extension RandomCampaign {
  /// Gives creators works for three brands, with days around those that count, and names two of the brands
  /// competitors.
  package static func addCompetitors(to campaign: inout Campaign, seed: UInt64) {
    var random = TestRandom(seed: seed &* 97 &+ 5)
    func day(_ offset: Int) -> CalendarDay {
      CalendarDay(year: 2026, month: 8 + offset / 28, day: 1 + offset % 28) ?? firstDay
    }
    let works = (0..<campaign.roster.count).map { _ in
      CreatorExclusion.plain(
        (0..<random.index(3)).map { _ in
          let word = ["Nami", "Umi", "Sora"][random.index(3)]
          let from = random.index(110)
          return CreatorExclusion(
            word: word, from: random.chance(0.2) ? nil : day(from),
            to: random.chance(0.2) ? nil : day(min(111, from + random.index(20))))
        })
    }
    campaign.roster.recentWorks = TextColumn(works)
    campaign.brief.competitors = CompetitorTerms(
      brands: ["Nami", "Umi"], days: random.index(100),
      window: CampaignWindow(from: day(84 + random.index(20)), to: day(111)))
  }

  private static let firstDay = CalendarDay(year: 2026, month: 8, day: 1)!
}
