/// A plan made before, of which only so many deals may change.
public struct KeptPlan: Sendable, Equatable {
  /// A deal of the plan made before.
  public struct Deal: Sendable, Hashable {
    /// As the roster has it.
    public var creatorID: String
    /// As the product list has it.
    public var productID: String
    /// What was to be made.
    public var format: DealFormat

    /// A deal by the ids of both sides.
    public init(creatorID: String, productID: String, format: DealFormat) {
      self.creatorID = creatorID
      self.productID = productID
      self.format = format
    }
  }

  /// No duplicates. Those that cannot be made any more are changes that every plan has.
  public var deals: [Deal]
  /// Most deals that come and go together; nil: any number.
  public var maximumChanges: Int?

  /// A plan to stay close to.
  public init(deals: [Deal], maximumChanges: Int?) {
    self.deals = deals
    self.maximumChanges = maximumChanges
  }
}
