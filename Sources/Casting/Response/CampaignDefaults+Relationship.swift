extension CampaignDefaults {
  /// Exponents β of the relationship, model (3). Judgement.
  package static let engagementExponent = 0.5
  package static let replyExponent = 0.25
  package static let repeatViewerExponent = 0.25

  /// n0: posts that the typical rate counts for when a sampled rate is shrunk to it. Judgement.
  package static let shrinkagePosts = 12.0

  /// A mean over fewer creators is no reference, model (3).
  package static let creatorsForReference = 5

  /// A measured zero counts as this share of its reference, model (3).
  package static let zeroSignalShare = 0.01

  /// Model (3).
  package static let relationshipRange = 0.5...2.0
}
