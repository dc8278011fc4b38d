#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// How many of the expected viewers a deal's line and announcements bring, model (4).
package enum Delivery {
  /// Probability that a stream is delivered over an uplink of that many Mbit/s; NaN: unknown, 1.
  package static func probability(requiredUplink: Double, uplink: Double) -> Double {
    guard !uplink.isNaN else { return 1 }
    guard uplink > 0 else { return requiredUplink > 0 ? 0 : 1 }
    let ratio = pow(requiredUplink / uplink, CampaignDefaults.deliveryExponent)
    return 1 / (1 + CampaignDefaults.deliveryOddsAgainst * ratio)
  }

  /// Factor on the viewers of one deal: delivery and announcements for live, 1 for what is posted.
  package static func viewFactor(format: DealFormat, uplink: Double, brief: Brief) -> Double {
    guard format == .live else { return 1 }
    return probability(requiredUplink: brief.requiredUplink, uplink: uplink)
      * (brief.announcements?.viewMultiplier ?? 1)
  }
}
