/// Why a creator is not in the plan.
enum LeftOutReason: Sendable, Equatable {
  case banned
  case unavailable
  case offersNoFormat
  /// JPY.
  case overSpendLimit(cost: Double, limit: Double)
  /// JPY.
  case overBudget(cost: Double, budget: Double)
  case reachesNobody
  /// Creators of the plan who reach most of the same people, and the cell where it tells most.
  case audienceReached(by: [Int], cell: String)
  case outputSold
  case ruleFull(name: String)
  /// JPY above the fee that would bring her in.
  case tooDear(by: Double)
  /// No fee brings her in.
  case neverPays
  /// She earns her cost at the plan's prices, and whole deals elsewhere earned a little more.
  case nextInLine
}

/// What was found out about a creator who is not in the plan.
struct LeftOutFinding: Sendable {
  var creator: Int
  /// Product of her best deal; nil when she offers none.
  var product: Int?
  var reason: LeftOutReason
  /// JPY.
  var entryFee: Double?
  /// Earnings of her best deal at the plan's prices; −∞ when it cannot be booked.
  var earnings: Double
}
