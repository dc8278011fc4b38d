/// A plan made before, of which only so many deals may change.
public struct KeptPlan: Sendable, Equatable {
  public struct Deal: Sendable, Hashable {
    public var creatorID: String
    public var productID: String
    public var format: DealFormat

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

  public init(deals: [Deal], maximumChanges: Int?) {
    self.deals = deals
    self.maximumChanges = maximumChanges
  }
}
