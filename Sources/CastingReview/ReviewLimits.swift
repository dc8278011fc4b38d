/// From where on a valid value deserves a second look; each limit with its reason.
package enum ReviewLimits {
  /// Fewer creators of a platform and tier are no measure for one another. Judgement.
  package static let peers = 10

  /// Modified z-score of an outlier: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993.
  package static let outlierScore = 3.5

  /// A fee must also be this many times off: creators who all ask alike scatter too little for a
  /// score to mean money. Judgement.
  package static let feeFactor = 3.0

  /// Against the published rule of thumb, which is wide itself: Japanese sources differ by 2–3
  /// times. Judgement.
  package static let publishedFeeFactor = 10.0

  /// Engagement below a fifth of what is typical, or above five times it. Judgement: vendors warn
  /// at a half and at twice the benchmark, which many honest accounts pass.
  package static let engagementFactor = 5.0

  /// Nobody's every third follower reacts to every post. Judgement.
  package static let engagementCeiling = 0.3

  /// Viewers per follower above which one of the two is doubtful. Judgement: single videos go
  /// further, the average deal does not.
  package static let viewersPerFollower = 3.0

  /// Viewers per follower below a tenth of what is typical. Judgement.
  package static let viewerFactor = 10.0

  /// Creators on commission ask for 5–20 %; at half of the sales a slip is likelier. Judgement.
  package static let commission = 0.5

  /// Where fewer than half of the followers are real, the rest is not worth its fee. Judgement.
  package static let authenticShare = 0.5

  /// How far the age shares may miss 1 by rounding: six shares of two digits are within 0.005
  /// more often than not.
  package static let ageSum = 0.005

  /// Orders per person reached: shops see 0.01–0.03. Judgement.
  package static let conversion = 0.1

  /// The median of a column this many times off the published figure is in another unit. Judgement.
  package static let unitFactor = 20.0
}
