/// Plain means of a signal by platform and tier, gathered over any number of rosters: ref_g of
/// model (3).
struct SignalMeans: Sendable, Codable, Equatable {
  /// Sum and count of the creators who know the signal.
  private struct Sum: Codable, Equatable {
    var total = 0.0
    var count = 0

    mutating func add(_ signal: Double) {
      total += signal
      count += 1
    }

    var isSound: Bool { count >= 0 && total >= 0 && total.isFinite }

    /// NaN where too few know it.
    var mean: Double {
      count >= CampaignDefaults.creatorsForReference ? total / Double(count) : .nan
    }
  }

  private static let tierCount = Tier.allCases.count

  /// By platform as written, then tier.
  private var ofPlatform: [String: [Sum]] = [:]
  private var ofTier = [Sum](repeating: Sum(), count: tierCount)

  /// Adds creators in their order: the same bits in however many parts they come.
  mutating func add(column: NumberColumn, platforms: CategoryColumn, tiers: [Tier]) {
    guard column.isPresent else { return }
    var sums = platforms.levels.map {
      ofPlatform[$0] ?? [Sum](repeating: Sum(), count: Self.tierCount)
    }
    for (creator, signal) in column.values.enumerated() where !signal.isNaN {
      let tier = tiers[creator].index
      sums[Int(platforms.codes[creator])][tier].add(signal)
      ofTier[tier].add(signal)
    }
    for (level, sum) in zip(platforms.levels, sums) { ofPlatform[level] = sum }
  }

  /// Whether it can have been gathered: read from a file, it may hold anything.
  var isSound: Bool {
    (Array(ofPlatform.values) + [ofTier]).allSatisfy {
      $0.count == Self.tierCount && $0.allSatisfy(\.isSound)
    }
  }

  /// What is typical for creators whose platforms are those of the column.
  func references(for platforms: CategoryColumn) -> SignalReferences {
    SignalReferences(
      byPlatformAndTier: platforms.levels.map {
        ofPlatform[$0]?.map(\.mean) ?? [Double](repeating: .nan, count: Self.tierCount)
      }, byTier: ofTier.map(\.mean))
  }
}

/// What is typical of a signal: ref_g of model (3), by platform and tier.
struct SignalReferences: Sendable {
  /// By platform code, then tier; NaN when too few know it.
  let byPlatformAndTier: [[Double]]
  /// By tier; NaN when too few know it.
  let byTier: [Double]

  /// The reference of a creator's group, else of her tier; NaN when neither has enough who know.
  func reference(platform code: Int32, tier: Tier) -> Double {
    let own = byPlatformAndTier[Int(code)][tier.index]
    return own.isNaN ? byTier[tier.index] : own
  }
}
