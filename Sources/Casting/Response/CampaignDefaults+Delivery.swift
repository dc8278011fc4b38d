extension CampaignDefaults {
  /// Odds against a stream at exactly the required uplink: delivered with probability 0.9. Judgement.
  package static let deliveryOddsAgainst = 1.0 / 9

  /// Power of the uplink ratio, model (4): twice the required uplink fails once in 145. Judgement.
  package static let deliveryExponent = 4.0
}
