import Casting

/// One invented creator: a row of a synthetic roster, nil and "" where a real file has gaps.
package struct SyntheticCreator: Sendable {
  package var id = ""
  package var name = ""
  package var handle = ""
  package var platform = ""
  package var region = ""
  package var language = ""
  package var agency = ""
  package var employment = Employment.external
  /// bronze, silver, gold; "" is none.
  package var certification = ""
  /// Position in the topic table of what she mostly talks about.
  package var topic = 0
  package var niche = ""
  package var bio = ""
  package var followers = 0
  /// Viewers of one deal.
  package var liveViews: Int?
  package var videoViews: Int?
  /// Interactions per follower.
  package var engagementRate: Double?
  package var postsSampled: Int?
  package var replyRate: Double?
  package var repeatViewerShare: Double?
  package var authenticShare: Double?
  /// JPY per deal; nil: not offered.
  package var liveFee: Int?
  package var videoFee: Int?
  /// Share of sales.
  package var commission: Double?
  /// JPY per deal.
  package var guarantee: Int?
  /// JPY.
  package var activationCost: Int?
  package var slots = 1
  /// Mbit/s.
  package var uplink: Double?
  package var femaleShare: Double?
  /// By `AudienceCells.ageBands`, sums to 1; empty when unknown.
  package var ageShares: [Double] = []
  package var availableFrom: CalendarDay?
  package var availableTo: CalendarDay?
}
