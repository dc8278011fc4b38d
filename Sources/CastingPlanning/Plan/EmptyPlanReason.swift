import Casting

/// Why a plan casts nobody.
public enum EmptyPlanReason: Fact {
  /// No creator offers a deal in a format that is in play.
  case nothingOnOffer
  /// Every creator who offers one is banned or not available.
  case allLeftOut(banned: Int, unavailable: Int)
  /// Money: the cheapest deal with what its creator costs besides, and the budget that it is above.
  case overBudget(cost: Double, budget: Double, creatorID: String, productID: String)
  /// A rule lets no deal cost what the cheapest does.
  case overRule(name: String)
  /// Deals could be booked, and no choice of them that obeys the rules is worth anything.
  case nothingPays
}
