/// What the limits of a rule are counted in.
public enum RuleUnit: String, Sendable, Encodable {
  case deals
  case creators
  /// Money.
  case yen
  /// Shares of the plan's spend, 0…1; the price is per yen by which the group may miss its share.
  case shareOfSpend = "share_of_spend"
  case orders
  /// People who see deals, each as often as they do.
  case viewers
  /// What is published.
  case posts
  /// Of a product's stock.
  case units
}
