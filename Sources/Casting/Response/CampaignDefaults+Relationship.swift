extension CampaignDefaults {
  /// Exponents β of the relationship, model (3). Judgement.
  public static let engagementExponent = 0.5
  public static let replyExponent = 0.25
  public static let repeatViewerExponent = 0.25

  /// n0: posts that the typical rate counts for when a sampled rate is shrunk to it. Judgement.
  public static let shrinkagePosts = 12.0

  /// A mean over fewer creators is no reference, model (3).
  public static let creatorsForReference = 5

  /// A measured zero counts as this share of its reference, model (3).
  public static let zeroSignalShare = 0.01

  /// Model (3).
  public static let relationshipRange = 0.5...2.0
}
