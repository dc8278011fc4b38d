/// Everything that was read for one campaign.
public struct Campaign: Sendable {
  /// The creators that may be cast; n.
  public var roster: Roster
  /// What they may promote; m.
  public var products: ProductList
  /// What is wanted, and the rules.
  public var brief: Brief
  /// The team's own predictions; they take the place of the model's.
  public var deals: DealTable
  /// What was agreed, asked or declined already; at most one of a deal. Those that plans keep are among the
  /// brief's locks.
  public var bookings: [Booking] = []
  /// Columns of tables whose amounts stand with tax, by name: what is asked about them does too.
  package var columnsWithTax: Set<String> = []

  /// Joins the parts without a look at them: `Planner` and the readers of files check them.
  public init(
    roster: Roster, products: ProductList, brief: Brief, deals: DealTable = DealTable()
  ) {
    self.roster = roster
    self.products = products
    self.brief = brief
    self.deals = deals
  }

  /// The currency of all amounts.
  package var money: Money { brief.terms.money }
}
