/// What the limits of a rule are counted in.
public enum RuleUnit: Sendable {
  case deals
  case creators
  /// JPY.
  case yen
  /// Shares of the plan's spend, 0…1; the price is per yen by which the group may miss its share.
  case shareOfSpend
  case orders
  /// Of a product's stock.
  case units
}
