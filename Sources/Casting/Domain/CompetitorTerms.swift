/// Brands for which creators must not have worked of late:
/// `competitors: {brands: [アオゾラ, トナリ堂], within_days: 90}`.
public struct CompetitorTerms: Sendable, Equatable {
  /// As creators name them in `recent`; case, width and hyphens do not matter.
  public var brands: [String]
  /// Days before the first day of the window.
  public var days: Int
  /// Days of the campaign as the brief has them: who comes in when they are widened does not depend on that.
  public var window: CampaignWindow

  /// What was done for a brand so many days before the window, or begins by its end, counts.
  public init(brands: [String], days: Int, window: CampaignWindow) {
    self.brands = brands
    self.days = days
    self.window = window
  }
}

extension CalendarDay {
  /// So many days earlier; the first of all days where there is none.
  package func earlier(by days: Int) -> CalendarDay {
    CalendarDay(number: max(CalendarDay.first, number - days))
  }

  /// Days since 1 March of the year 0.
  private var number: Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1
  }

  /// 1 January of the year 1.
  private static let first = 306

  private init(number: Int) {
    let (era, rest) = number.quotientAndRemainder(dividingBy: 146_097)
    let years = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * years + years / 4 - years / 100)
    let months = (5 * dayOfYear + 2) / 153
    let month = months < 10 ? months + 3 : months - 9
    year = era * 400 + years + (month <= 2 ? 1 : 0)
    self.month = month
    day = dayOfYear - (153 * months + 2) / 5 + 1
  }
}
