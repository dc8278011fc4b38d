import Casting

/// A creator who is not cast, why, and what would bring her in.
public struct LeftOutCreator: Sendable {
  public var creatorID: String
  public var name: String
  /// The product she would serve best at the plan's prices; "" when none is offered.
  public var bestProductID: String
  /// The format of that deal: the fee below is hers for this format; nil when none is offered.
  public var bestFormat: DealFormat?
  public var reason: String
  /// JPY; nil when no fee brings her in. An entry fee is never negative.
  public var breakEvenFee: Double?
  public var feeBasis = FeeBasis.prices
  /// JPY: where whole deals move the fee, the highest at which she was found to come in; nil where
  /// they do not, or where no fee brings her in.
  public var wholeDealFee: Double?
}
