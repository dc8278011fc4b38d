extension CampaignDefaults {
  /// Viewers of one deal per follower, by tier, for creators whose views are not given.
  ///
  /// Posts and videos 37.7 / 22.9 / 22.9 / 19.1 %, stories 8.2 / 4.3 / 4.1 / 3.8 % (nano, micro, mid,
  /// macro and mega; medians of 2019, minter.io; vendors now say 3–15 %). Live 2 %: judgement, about
  /// a third of live views are unique viewers (sendenkaigi).
  package static func viewsPerFollower(format: DealFormat, tier: Tier) -> Double {
    switch format {
    case .live: liveViewersPerFollower
    case .video, .post: postViewersPerFollower[tier.index]
    case .story: storyViewersPerFollower[tier.index]
    case .package: preconditionFailure("a package has the viewers of its parts")
    }
  }

  static let liveViewersPerFollower = 0.02
  static let postViewersPerFollower = [0.377, 0.229, 0.229, 0.191, 0.191]
  static let storyViewersPerFollower = [0.082, 0.043, 0.041, 0.038, 0.038]
}
