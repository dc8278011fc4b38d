/// How far outcomes scatter around what is expected: standard deviations of the logarithm.
public struct OutcomeSpreads: Sendable, Equatable {
  /// Of one creator's reach, by tier, where her inputs are measured; indexed by `Tier.index`.
  public var creator = CampaignDefaults.creatorSpread
  /// What joins it, as independent errors do, where her views are estimated from followers.
  public var estimatedViews = CampaignDefaults.estimatedViewsSpread
  /// Where nothing is known of what she and the product have in common.
  public var unknownAffinity = CampaignDefaults.unknownAffinitySpread
  /// Where no signal of her relationship with her audience is known.
  public var unknownRelationship = CampaignDefaults.unknownRelationshipSpread
  /// Of a product's conversion rate, where it is the user's own.
  public var product = CampaignDefaults.productSpread
  /// What joins it where the rate is the default.
  public var defaultConversion = CampaignDefaults.defaultConversionSpread
  /// Shared by all deals of the campaign.
  public var campaign = CampaignDefaults.campaignSpread

  /// Every spread at its default.
  public init() {}
}
