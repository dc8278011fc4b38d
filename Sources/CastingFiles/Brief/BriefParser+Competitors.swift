import Casting
import Tables
import Yams

/// Competitors for whom creators must not have worked.
extension BriefParser {
  /// `competitors: {brands: [アオゾラ, トナリ堂], within_days: 90}`
  mutating func readCompetitors(_ entry: Entry) {
    let known = issues.total
    var (brands, days) = ([String]?.none, Int?.none)
    for part in entries(entry.value, .named(entry.name), ["brands", "within_days"]) {
      if part.name == "brands" {
        brands = texts(part).map(\.text)
      } else {
        days = number(part, .days).map { Int($0) }
      }
    }
    guard issues.total == known else { return }
    guard let brands, let days else {
      issues.append(.missingKey(cell(entry), brands == nil ? "brands" : "within_days"))
      return
    }
    if brands.isEmpty {
      issues.append(.wrongShape(cell(entry), .brands))
      return
    }
    loaded.competitors = (brands, days, cell(entry))
  }

  /// Counts the days from the window, which may stand below.
  mutating func settleCompetitors(_ root: Node) {
    guard let (brands, days, cell) = loaded.competitors else { return }
    if let window = loaded.brief.window {
      loaded.brief.competitors = CompetitorTerms(brands: brands, days: days, window: window)
    } else if root.mapping?["window"] == nil {
      issues.append(.competitorsWithoutWindow(cell))
    }
  }
}

extension NumberRule {
  /// Days before a campaign: a century is for ever.
  static let days = NumberRule(isWhole: true, maximum: 36_500, meaning: .whole)
}

extension ReadingNote {
  /// What is to be said where the brief names competitors: works without a day count, and a roster may say
  /// nothing at all.
  static func recentWorks(
    _ brief: Brief, _ file: String, undated: Int, saysNothing: Bool
  ) -> [ReadingNote] {
    guard brief.competitors != nil else { return [] }
    if saysNothing { return [.noRecentWorks(file: file)] }
    return undated > 0 ? [.undatedWorks(file: file, creators: undated)] : []
  }
}
