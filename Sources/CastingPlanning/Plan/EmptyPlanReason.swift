import Casting

/// Why a plan casts nobody.
public enum EmptyPlanReason: Sendable, Equatable {
  /// No creator offers a deal in a format that is in play.
  case nothingOnOffer
  /// Every creator who offers one is banned or not available.
  case allLeftOut(banned: Int, unavailable: Int)
  /// JPY: the cheapest deal with what its creator costs besides, and the budget that it is above.
  case overBudget(cost: Double, budget: Double, creatorID: String, productID: String)
  /// A rule lets no deal cost what the cheapest does.
  case overRule(name: String)
  /// Deals could be booked, and no choice of them that obeys the rules is worth anything.
  case nothingPays
}

extension EmptyPlanReason {
  /// One sentence.
  public var sentence: String {
    switch self {
    case .nothingOnOffer:
      return "Nobody is cast: no creator offers a deal in a format that is in play."
    case .allLeftOut(let banned, let unavailable):
      let parts =
        [(banned, "banned by the brief"), (unavailable, "not available in the campaign window")]
        .filter { $0.0 > 0 }.map { "\(Yen.grouped(Double($0.0))) \($0.1)" }
      return "Nobody is cast: of the creators who offer a deal all are left out ("
        + parts.joined(separator: ", ") + ")."
    case .overBudget(let cost, let budget, let creator, let product):
      return
        "Nobody is cast: the cheapest deal, \(creator) × \(product), costs \(Yen.text(cost)), and "
        + "the budget is \(Yen.text(budget))."
    case .overRule(let name):
      return "Nobody is cast: the rule \(name) leaves too little for any deal."
    case .nothingPays:
      return "Nobody is cast: no choice of deals that obeys the rules is worth more than nothing."
    }
  }
}
