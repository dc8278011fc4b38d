import Casting

/// A deal in a comparison of plans.
public struct ScenarioDeal: Sendable, Hashable, Encodable {
  /// As the roster has it.
  public var creatorID: String
  /// As the product list has it.
  public var productID: String
  /// What is made.
  public var format: DealFormat
  /// Money.
  public var cost: Double

  package init(creatorID: String, productID: String, format: DealFormat, cost: Double) {
    self.creatorID = creatorID
    self.productID = productID
    self.format = format
    self.cost = cost
  }
}
