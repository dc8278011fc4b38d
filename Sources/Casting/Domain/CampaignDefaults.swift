/// Every assumed number, each with its source; all can be overridden by the user's data or brief.
package enum CampaignDefaults {
  /// Affinity concentration κ: cos 0 → 0.05, 0.5 → 0.22, 1 → 1. Judgement.
  package static let affinityConcentration = 3.0

  /// Orders per effectively reached person.
  ///
  /// Live 2 %: ordinary e-commerce has 1–3 % (the lifetime value article the project starts from); no
  /// measured rate per stream in Japan was found. Whoever sees a post, a video or a story comes to a
  /// shop by a click first: 2–5 % of a story's viewers and 1–3 % of a video's (creatorlanehq.com on link
  /// stickers and links in profiles), taken at their low ends, of whom 1–3 % buy (jasec.or.jp). Judgement.
  package static func conversion(_ format: DealFormat) -> Double {
    switch format {
    case .live: 0.02
    case .story: 0.0003
    case .video, .post: 0.0002
    case .package: preconditionFailure("a package sells at the rates of its parts")
    }
  }

  /// What the right to use a creator's work costs, as a share of her fee. Judgement: agencies quote 20 to
  /// 50 % for some months.
  package static let usageRate = 0.3

  /// By age band. Share of live-commerce viewers who have ever bought: 66.2 % (20–29) and 59.6 %
  /// (30–39) against 54.8 % overall (NTTコム リサーチ). Weights between ages, never a rate.
  package static let ageWeights = [1.0, 1.208, 1.088, 1.0, 1.0, 1.0]

  /// Mbit/s up: 1080p live at about 6 Mbit/s with head-room. Judgement.
  package static let requiredUplink = 10.0

  /// Largest gain in viewers from announcements, rate: at most 30 %, the article on announcing in
  /// three stages (repetition beats a single notice).
  package static let announcementLift = 0.3
}
