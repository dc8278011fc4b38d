/// Yen per follower and deal: a rule of thumb with its range.
package struct FeeRate: Sendable, Equatable {
  package let low: Double
  package let middle: Double
  package let high: Double

  /// In a currency of which a yen is worth so many.
  func exchanged(at rate: Double) -> FeeRate {
    rate == 1 ? self : FeeRate(low: low * rate, middle: middle * rate, high: high * rate)
  }
}

extension CampaignDefaults {
  /// The rule of thumb by which a missing fee is estimated from followers.
  ///
  /// Instagram 2–4, TikTok 1–3, YouTube 3–5 (megdai.jp); others the middle 3 with the widest range.
  /// Other Japanese sources differ by 2–3 times, so an estimated fee is shown with its range.
  package static func yenPerFollower(platform: String) -> FeeRate {
    switch PlatformFamily(platform) {
    case .instagram: FeeRate(low: 2, middle: 3, high: 4)
    case .tiktok: FeeRate(low: 1, middle: 2, high: 3)
    case .youtube: FeeRate(low: 3, middle: 4, high: 5)
    case .other: FeeRate(low: 1, middle: 3, high: 5)
    }
  }
}
