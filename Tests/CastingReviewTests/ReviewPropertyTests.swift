import AllocationTestSupport
import Casting
import CastingReview
import CastingTestSupport
import Foundation
import Testing

/// The rules on peers, written again row by row, over random rosters with heavy tails.
struct ReviewPropertyTests {
  private struct Row {
    var platform: String
    var followers: Double
    var rate: Double
    var fee: Double
    var views: Double
    var tier: Int { [10_000.0, 100_000, 500_000, 1_000_000].count { followers >= $0 } }
  }

  private static func rows(seed: UInt64) -> [Row] {
    var random = TestRandom(seed: seed)
    func tail(_ median: Double, _ spread: Double) -> Double {
      median * exp(spread * (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() })
    }
    func known(_ value: Double) -> Double { random.chance(0.12) ? .nan : value }
    let platforms = ["tiktok", "TikTok", "YouTube", "x", ""]
    return (0..<5 + random.index(146)).map { _ in
      let followers = tail(40_000, 1.6).rounded()
      return Row(
        platform: platforms[random.index(platforms.count)], followers: followers,
        rate: known(min(1, tail(0.02, 1.1))), fee: known((followers * tail(3, 0.9)).rounded()),
        views: known((followers * tail(0.2, 1.2)).rounded()))
    }
  }

  private static func roster(_ rows: [Row]) -> Roster {
    var roster = TestCampaigns.roster(
      followers: rows.map(\.followers), platforms: rows.map(\.platform))
    roster.names = TextColumn(rows.map { _ in "" })
    roster.engagementRates = NumberColumn(rows.map(\.rate))
    roster.fees = NumberColumn(rows.map(\.fee))
    roster.averageViews = NumberColumn(rows.map(\.views))
    return roster
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// Values of those held against a row; nil when a published figure is.
  private static func peers(_ row: Row, _ rows: [Row], _ value: (Row) -> Double) -> [Double]? {
    func known(_ isPeer: (Row) -> Bool) -> [Double]? {
      let values = rows.filter(isPeer).map(value).filter { $0 > 0 }
      return values.count >= 10 ? values : nil
    }
    let own = row.platform.lowercased()
    return known { $0.tier == row.tier && $0.platform.lowercased() == own }
      ?? known { $0.tier == row.tier }
  }

  private static func expected(_ rows: [Row]) -> Set<String> {
    var found: Set<String> = []
    for (number, row) in rows.enumerated() {
      if !row.rate.isNaN {
        let usual =
          peers(row, rows, \.rate).map(median)
          ?? CampaignDefaults.engagementRate(
            platform: row.platform, tier: Tier.allCases[row.tier], followers: row.followers)
        if row.rate < usual / 5 { found.insert("low_engagement \(number)") }
        if row.rate > usual * 5 || row.rate > 0.3 { found.insert("high_engagement \(number)") }
      }
      let fee = row.fee / row.followers
      if fee > 0 {
        if let others = peers(row, rows, { $0.fee / $0.followers }) {
          let usual = median(others)
          let spread = max(0.05, 1.4826 * median(others.map { abs(log($0) - log(usual)) }))
          let distance = log(fee) - log(usual)
          if abs(distance) > max(3.5 * spread, log(3)) {
            found.insert("\(distance > 0 ? "high" : "low")_fee \(number)")
          }
        } else {
          let usual = CampaignDefaults.yenPerFollower(platform: row.platform).middle
          if fee > usual * 10 { found.insert("high_fee \(number)") }
          if fee < usual / 10 { found.insert("low_fee \(number)") }
        }
      }
      if row.views == 0 { found.insert("no_viewers \(number)") }
      if row.views > 3 * row.followers {
        found.insert("viewers_above_followers \(number)")
      } else if row.views > 0, let others = peers(row, rows, { $0.views / $0.followers }),
        row.views / row.followers < median(others) / 10
      {
        found.insert("few_viewers \(number)")
      }
    }
    return found
  }

  private static func found(_ rows: [Row]) -> Set<String> {
    let campaign = Campaign(
      roster: roster(rows), products: ProductList([]), brief: TestCampaigns.brief(budget: 1))
    return Set(
      CampaignReview(campaign).findings().flatMap { finding in
        finding.marks.map { "\(finding.kind.rawValue) \($0.row)" }
      })
  }

  @Test func findingsAreThoseOfTheRulesWrittenAgain() {
    var kinds: [String: Int] = [:]
    for seed in UInt64(1)...300 {
      let rows = Self.rows(seed: seed)
      let expected = Self.expected(rows)
      #expect(Self.found(rows) == expected, "seed \(seed)")
      for finding in expected { kinds[String(finding.split(separator: " ")[0]), default: 0] += 1 }
    }
    for kind in [
      "low_engagement", "high_engagement", "low_fee", "high_fee", "viewers_above_followers",
      "few_viewers",
    ] { #expect(kinds[kind, default: 0] > 20, "\(kind): \(kinds)") }
  }

  /// The order of the rows decides nothing but which of two peers is named.
  @Test func theOrderOfRowsDoesNotMatter() {
    for seed in UInt64(1)...50 {
      let rows = Self.rows(seed: seed)
      let last = rows.count - 1
      let reversed = Self.found(rows.reversed()).map { finding in
        let parts = finding.split(separator: " ")
        return "\(parts[0]) \(last - Int(parts[1])!)"
      }
      #expect(Set(reversed) == Self.found(rows), "seed \(seed)")
    }
  }
}
