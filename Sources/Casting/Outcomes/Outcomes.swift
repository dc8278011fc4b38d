/// What a plan may come to: quantiles of its value over drawn outcomes.
public struct Outcomes: Sendable, Equatable {
  public var p10: Double
  public var p50: Double
  public var p90: Double
  public var mean: Double
  /// Mean of the worst tenth.
  public var conditionalValueAtRisk: Double
  /// Share of outcomes in which the margin of the orders does not pay the spend; nil where reach is
  /// the objective.
  public var lossProbability: Double?
  public var draws: Int
  public var seed: UInt64
  /// Standard deviations of the logarithm: of the campaign's factor, of every product's, and of every
  /// cast creator's, in order of the roster.
  public var campaignSpread: Double
  public var productSpreads: [Double]
  public var creatorSpreads: [(creatorID: String, spread: Double)]

  public static func == (left: Outcomes, right: Outcomes) -> Bool {
    left.p10 == right.p10 && left.p50 == right.p50 && left.p90 == right.p90
      && left.mean == right.mean && left.draws == right.draws && left.seed == right.seed
  }
}
