/// What is typical of a signal: ref_g of model (3), by platform and tier.
struct SignalReferences: Sendable {
  /// By platform code × tier; NaN when too few know it.
  private let byPlatformAndTier: [Double]
  /// By tier; NaN when too few know it.
  private let byTier: [Double]

  private static let tierCount = Tier.allCases.count

  /// Plain means of the raw signal over the creators who know it.
  init(column: NumberColumn, platforms: CategoryColumn, tiers: [Tier]) {
    let groups = platforms.levels.count * Self.tierCount
    var sums = [Double](repeating: 0, count: groups)
    var counts = [Int](repeating: 0, count: groups)
    var tierSums = [Double](repeating: 0, count: Self.tierCount)
    var tierCounts = [Int](repeating: 0, count: Self.tierCount)
    for (creator, signal) in column.values.enumerated() where !signal.isNaN {
      let tier = tiers[creator].index
      let group = Int(platforms.codes[creator]) * Self.tierCount + tier
      sums[group] += signal
      counts[group] += 1
      tierSums[tier] += signal
      tierCounts[tier] += 1
    }
    byPlatformAndTier = Self.means(sums, counts)
    byTier = Self.means(tierSums, tierCounts)
  }

  /// The reference of a creator's group, else of her tier; NaN when neither has enough who know.
  func reference(platform code: Int32, tier: Tier) -> Double {
    let own = byPlatformAndTier[Int(code) * Self.tierCount + tier.index]
    return own.isNaN ? byTier[tier.index] : own
  }

  private static func means(_ sums: [Double], _ counts: [Int]) -> [Double] {
    zip(sums, counts).map {
      $1 >= CampaignDefaults.creatorsForReference ? $0 / Double($1) : .nan
    }
  }
}
