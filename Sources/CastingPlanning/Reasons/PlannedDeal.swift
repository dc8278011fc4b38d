import Casting

/// One row of the plan.
public struct PlannedDeal: Sendable {
  /// 1 is booked first.
  public var rank: Int
  /// Row in the roster.
  public var creator: Int
  /// Row in the product list.
  public var product: Int
  /// As the roster has it.
  public var creatorID: String
  /// For people; "" where the roster has none.
  public var name: String
  /// As the roster writes it.
  public var platform: String
  /// Stated, or made by her followers.
  public var tier: Tier
  /// As the product list has it.
  public var productID: String
  /// What is made.
  public var format: DealFormat
  /// Money.
  public var cost: Double
  /// In (0, 1].
  public var affinity: Double
  /// People: the deal's own Σ_s r_ds.
  public var effectiveReach: Double
  /// By cell, people.
  public var reachByCell: [Double]
  /// Increase of the orders when added in booking order, before stock and capacity.
  public var expectedOrders: Double
  /// Increase of the plan's value when added in booking order.
  public var marginalValue: Double
  /// Marginal value per yen that the deal adds to the spend.
  public var marginalReturn: Double
  /// Money, with activation costs at each creator's first row.
  public var cumulativeCost: Double
  /// Value of the plan up to this row, in units of the objective.
  public var cumulativeValue: Double
  /// Money: the fee at which the deal's value at the plan's prices equals its priced cost; infinite
  /// when no price makes it too dear. Where a search begins; shown nowhere.
  package var pricedFee: Double
  /// Up to which fee the deal stays.
  public var feeFinding = FeeFinding.notSolved
  /// Whether the brief asks for the deal.
  public var locked: Bool
  /// How well its numbers are known.
  public var grade: Grade
  /// Most telling first.
  public var reasons: [DealReason]
  /// Money that an agency's client pays for the deal: the cost where there is none.
  public var clientCost = 0.0
  /// What the cost is made of.
  public var parts = DealParts()
  /// Money: activation, at the creator's first row; 0 at her others.
  public var activation = 0.0
  /// What the roster or a booking says of the fee; nil for a deal with a cost of its own.
  public var statedFee: StatedFee?
  /// What the plan gains, solved again, at the lower end of a fee that is a range; nil where that was not
  /// solved. In units of the objective.
  public var gainAtLow: Double?
  /// What is booked of the deal; nil where nothing is.
  public var booking: Booking?
  /// What becomes of the plan without her; nil where she confirmed, and where it was not solved.
  public var reserve: Reserve?
  /// What tables show of her beside.
  public var profile = CreatorProfile()
}
