import Casting

/// Deals that somebody wants to book: those of a plan, or of a list made by hand.
public struct DealList: Sendable {
  /// A deal by rows of roster and products.
  public struct Deal: Sendable, Hashable {
    /// Row of the roster.
    public var creator: Int
    /// Row of the product list.
    public var product: Int
    /// Nil: the format in which the deal is worth most.
    public var format: DealFormat?
    /// Money, as the list states it; the comparison goes by the inputs.
    public var statedCost: Double?

    /// A deal, its format and cost where the list states them.
    public init(creator: Int, product: Int, format: DealFormat?, statedCost: Double?) {
      self.creator = creator
      self.product = product
      self.format = format
      self.statedCost = statedCost
    }
  }

  /// As the user calls it.
  public var name: String
  /// In the order of the list.
  public var deals: [Deal]
  /// Deals of creators or products that the inputs no longer have: named, and left out.
  public var strangers: [ImpossibleDeal] = []
  /// What the plan file claims; nil for a list made by hand.
  public var claims: PlanClaims?
  /// Whether the plan was made from the very inputs that the lists are valued by: then its own bound
  /// holds, which branching may have made smaller than that of its prices.
  package var isOfTheseInputs = false

  /// A list made by hand, or with the claims of the plan that it comes from.
  public init(name: String, deals: [Deal], claims: PlanClaims? = nil) {
    self.name = name
    self.deals = deals
    self.claims = claims
  }
}
