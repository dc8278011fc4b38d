/// Everything that was read for one campaign.
public struct Campaign: Sendable {
  public var roster: Roster
  public var products: ProductList
  public var brief: Brief
  public var deals: DealTable

  public init(
    roster: Roster, products: ProductList, brief: Brief, deals: DealTable = DealTable()
  ) {
    self.roster = roster
    self.products = products
    self.brief = brief
    self.deals = deals
  }
}
