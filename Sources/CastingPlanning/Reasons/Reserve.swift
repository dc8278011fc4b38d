import Casting

/// What becomes of a plan without one of its creators, planned again.
public struct Reserve: Sendable, Equatable {
  /// The deal that takes the place of hers: of those that come in, the one the new plan owes most to.
  public struct Deal: Sendable, Equatable {
    /// As the roster has it.
    public var creatorID: String
    /// As the product list has it.
    public var productID: String
    /// What is made.
    public var format: DealFormat

    package init(creatorID: String, productID: String, format: DealFormat) {
      self.creatorID = creatorID
      self.productID = productID
      self.format = format
    }
  }

  /// Nil where nobody comes in.
  public var deal: Deal?
  /// What the plan is worth less, in units of the objective; infinite where there is no plan without her.
  public var loss: Double

  package init(deal: Deal?, loss: Double) {
    self.deal = deal
    self.loss = loss
  }
}
