extension CampaignDefaults {
  /// Engagement rate taken as typical where fewer than five creators of a tier know theirs.
  ///
  /// TikTok by followers (Japan, markezine.jp 42076, about 650,000 accounts); every other platform by
  /// tier, judgement between the ranges published for Instagram.
  package static func engagementRate(platform: String, tier: Tier, followers: Double) -> Double {
    guard PlatformFamily(platform) == .tiktok else { return engagementRateByTier[tier.index] }
    let band = tiktokBandLimits.firstIndex { followers < $0 } ?? tiktokBandLimits.count
    return tiktokEngagementRates[band]
  }

  static let engagementRateByTier = [0.025, 0.015, 0.012, 0.010, 0.009]
  /// People: 1k–5k, –10k, –50k, –100k, –500k, –1M, and above. U-shaped.
  static let tiktokBandLimits = [5_000.0, 10_000, 50_000, 100_000, 500_000, 1_000_000]
  static let tiktokEngagementRates = [0.0212, 0.0136, 0.0107, 0.0093, 0.0102, 0.0135, 0.0145]
}
