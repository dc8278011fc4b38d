/// What a plan may come to: quantiles of its value over drawn outcomes.
public struct Outcomes: Sendable, Equatable {
  /// One outcome in ten is worth less; in units of the objective, as all values here.
  public var p10: Double
  /// The median.
  public var p50: Double
  /// One outcome in ten is worth more.
  public var p90: Double
  /// Over all draws.
  public var mean: Double
  /// Mean of the worst tenth.
  public var conditionalValueAtRisk: Double
  /// Share of outcomes in which the margin of the orders does not pay the spend; nil where reach is
  /// the objective.
  public var lossProbability: Double?
  /// Outcomes drawn.
  public var draws: Int
  /// Seed that they were drawn with; the same one gives the same outcomes.
  public var seed: UInt64
  /// Standard deviations of the logarithm: of the campaign's factor, of every product's, and of every
  /// cast creator's, in order of the roster.
  public var campaignSpread: Double
  /// Of each product's factor, in the order of the products; m.
  public var productSpreads: [Double]
  /// Of each cast creator's factor, in the order of the roster.
  public var creatorSpreads: [(creatorID: String, spread: Double)]

  /// Outcomes that somebody else drew.
  package init(
    p10: Double, p50: Double, p90: Double, mean: Double, conditionalValueAtRisk: Double,
    lossProbability: Double?, draws: Int
  ) {
    self.init(
      p10: p10, p50: p50, p90: p90, mean: mean, conditionalValueAtRisk: conditionalValueAtRisk,
      lossProbability: lossProbability, draws: draws, seed: 0, campaignSpread: 0,
      productSpreads: [], creatorSpreads: [])
  }

  init(
    p10: Double, p50: Double, p90: Double, mean: Double, conditionalValueAtRisk: Double,
    lossProbability: Double?, draws: Int, seed: UInt64, campaignSpread: Double,
    productSpreads: [Double], creatorSpreads: [(creatorID: String, spread: Double)]
  ) {
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
    self.mean = mean
    self.conditionalValueAtRisk = conditionalValueAtRisk
    self.lossProbability = lossProbability
    self.draws = draws
    self.seed = seed
    self.campaignSpread = campaignSpread
    self.productSpreads = productSpreads
    self.creatorSpreads = creatorSpreads
  }

  public static func == (left: Outcomes, right: Outcomes) -> Bool {
    left.p10 == right.p10 && left.p50 == right.p50 && left.p90 == right.p90
      && left.mean == right.mean && left.draws == right.draws && left.seed == right.seed
  }
}
