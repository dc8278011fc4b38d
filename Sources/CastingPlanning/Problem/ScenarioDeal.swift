import Casting

/// A deal in a comparison of plans.
public struct ScenarioDeal: Sendable, Hashable {
  public var creatorID: String
  public var productID: String
  public var format: DealFormat
  /// JPY.
  public var cost: Double
}
