import Casting

/// A deal in a comparison of plans.
public struct ScenarioDeal: Sendable, Hashable, Encodable {
  public var creatorID: String
  public var productID: String
  public var format: DealFormat
  /// JPY.
  public var cost: Double

  public init(creatorID: String, productID: String, format: DealFormat, cost: Double) {
    self.creatorID = creatorID
    self.productID = productID
    self.format = format
    self.cost = cost
  }
}
