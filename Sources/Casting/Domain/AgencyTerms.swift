/// What an agency's client pays beyond what deals cost the agency.
public struct AgencyTerms: Sendable, Equatable {
  /// 0.15 is 15 % of every cost, activation included.
  public var rate = 0.0
  /// Money for every deal.
  public var perDeal = 0.0
  /// Money for the campaign.
  public var fixed = 0.0
  /// What amounts are in.
  package var money = Money.yen

  /// The client pays what deals cost.
  public init() {}

  /// Whether the client pays anything beyond the costs.
  package var isPaid: Bool { rate != 0 || perDeal != 0 || fixed != 0 }

  /// What the client pays beyond the cost of a deal, whole yen: k' − k with k' = ceil(k (1 + rate)) + per
  /// deal.
  ///
  /// - Parameter cost: whole yen or cents.
  package func surcharge(onCost cost: Double) -> Double {
    if money.parts != 1 { return money.up(cost * rate) + money.up(perDeal) }
    let fee = cost * rate
    let nearest = fee.rounded()
    // A product that rounding alone lifts above a whole yen is that yen.
    let isWhole = (fee - nearest).magnitude <= 1e-12 * max(1, cost)
    return (isWhole ? nearest : fee.rounded(.up)) + perDeal.rounded(.up)
  }

  /// What the client pays for a creator's activation.
  package func charge(onActivation cost: Double) -> Double { cost * (1 + rate) }
}
