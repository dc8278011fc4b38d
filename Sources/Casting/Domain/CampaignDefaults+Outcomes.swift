extension CampaignDefaults {
  // No published figures were found for how far single sponsored posts and streams scatter around what
  // is expected of their creator. These are our assumptions: views of a small account vary by a factor
  // of two and more from one stream to the next, those of a large one by less. A brief's `uncertainty`
  // takes their place.

  /// Nano, micro, mid, macro, mega.
  static let creatorSpread = [0.8, 0.6, 0.5, 0.45, 0.4]
  static let estimatedViewsSpread = 0.5
  static let unknownAffinitySpread = 0.4
  static let unknownRelationshipSpread = 0.2
  static let productSpread = 0.2
  static let defaultConversionSpread = 0.5
  static let campaignSpread = 0.15
}
