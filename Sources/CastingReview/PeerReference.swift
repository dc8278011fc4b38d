import Casting

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// What is typical of a number among creators of the same kind.
public struct PeerReference: Sendable, Equatable {
  /// Whose numbers it is made of.
  public enum Basis: String, Sendable {
    case platformAndTier = "platform and tier"
    case tier
    case published
  }

  /// Whose numbers it is made of.
  public var basis: Basis
  /// As the first of the group writes it.
  public var platform: String
  /// Of the group.
  public var tier: Tier
  /// Creators who know theirs; 0 for a published figure.
  public var count: Int
  /// In the unit of the number.
  public var median: Double
  /// 1.4826 times the median absolute deviation of the logarithms, which is the standard deviation
  /// of a normal one; NaN for a published figure.
  public var spread: Double

  /// A number in units of the spread, from the median, on the logarithmic scale.
  func score(_ value: Double) -> Double {
    // Creators who all ask the same have no spread, and the first who differs is no outlier yet.
    log(value / median) / max(spread, 0.05)
  }
}

/// Medians and spreads of one number by platform and tier, and by tier.
struct PeerGroups {
  private let roster: Roster
  private let platforms: [Int]
  private var ofPlatformAndTier: [Int: PeerReference] = [:]
  private var ofTier: [Int: PeerReference] = [:]

  /// - Parameter values: a number for each creator; NaN and what is not above 0 does not count.
  init(_ roster: Roster, values: [Double]) {
    self.roster = roster
    platforms = Self.platforms(roster.platforms)
    var byGroup: [Int: [Double]] = [:]
    var byTier: [Int: [Double]] = [:]
    for (row, value) in values.enumerated() where value > 0 && value.isFinite {
      byGroup[key(row), default: []].append(value)
      byTier[roster.tier(row).index, default: []].append(value)
    }
    for (key, values) in byGroup where values.count >= ReviewLimits.peers {
      let count = Tier.allCases.count
      ofPlatformAndTier[key] = Self.reference(
        .platformAndTier, roster.platforms.levels[key / count], Tier.allCases[key % count], values)
    }
    for (tier, values) in byTier where values.count >= ReviewLimits.peers {
      ofTier[tier] = Self.reference(.tier, "", Tier.allCases[tier], values)
    }
  }

  /// Her platform and tier if at least ten know theirs, else her tier, else nil.
  func reference(_ creator: Int) -> PeerReference? {
    ofPlatformAndTier[key(creator)] ?? ofTier[roster.tier(creator).index]
  }

  private func key(_ creator: Int) -> Int {
    platforms[Int(roster.platforms.codes[creator])] * Tier.allCases.count
      + roster.tier(creator).index
  }

  /// Level to the first level that reads the same: `TikTok` and `tiktok` are one platform.
  private static func platforms(_ column: CategoryColumn) -> [Int] {
    var first: [String: Int] = [:]
    return column.levels.enumerated().map { position, level in
      let text = NormalizedText(level).string
      if let known = first[text] { return known }
      first[text] = position
      return position
    }
  }

  private static func reference(
    _ basis: PeerReference.Basis, _ platform: String, _ tier: Tier, _ values: [Double]
  ) -> PeerReference {
    let median = NumberRange.median(sorted: values.sorted())
    let distances = values.map { abs(log($0 / median)) }.sorted()
    return PeerReference(
      basis: basis, platform: platform, tier: tier, count: values.count, median: median,
      spread: 1.4826 * NumberRange.median(sorted: distances))
  }
}
