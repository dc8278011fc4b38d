import Casting

/// Why a deal is in the plan: facts in which it beats the others, and what else is to be known.
///
/// Averages are over the plan's deals; money is money, shares and rates are 0…1.
public enum DealReason: Fact {
  case lockedByBrief
  /// A booking keeps it.
  case booked(status: Booking.Status)
  /// The table of deals has a prediction for it.
  case predicted
  case affinity(own: Double, average: Double)
  /// Against the mean of the creator's tier.
  case engagement(rate: Double, tier: Tier, average: Double)
  case costsNothing
  /// Per 1,000 people effectively reached.
  case costOfReach(own: Double, average: Double)
  /// What 1,000 people effectively reached are worth, in the unit of the objective.
  case worthOfReach(own: Double, average: Double, objective: Objective)
  /// How many times as likely to buy as the market the audience is, by its ages and genders.
  case audienceBuys(times: Double)
  /// At the plan's prices nobody else earns the cost of a deal for the product.
  case onlyCarrier(product: String)
  /// The cheapest deal for the product that earns its cost at the plan's prices.
  case cheapestCarrier(product: String)
  /// A rule that presses from below asks for such deals.
  case countsForRule(rule: String)
  /// It stands out in nothing, and is worth its price beside the others.
  case worthItsPrice
  /// Share of the buyers whom deals booked before have reached.
  case buyersReachedAlready(share: Double)
  case inHouse
  case certified(level: String)
}
