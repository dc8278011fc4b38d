import Casting

/// Why a creator is not in the plan, by rows of the roster.
enum LeftOutReason: Sendable, Equatable {
  case banned
  /// A rule of the brief keeps her out.
  case barred(CreatorBar)
  case unavailable
  case offersNoFormat
  /// She does not promote such products, by what the roster calls them.
  case excluded(word: String)
  /// She declined, or no deal of hers that is asked about is left by what was booked.
  case declined
  /// Her fee is to be asked for, and the brief wants no such deals.
  case ask
  /// No fee of hers is known, nor what a yen is worth in the campaign's currency.
  case askWithoutRate
  /// Money.
  case overSpendLimit(cost: Double, limit: Double)
  /// Money.
  case overBudget(cost: Double, budget: Double)
  /// A rule on sums lets no deal cost so much, whatever else is cast; money.
  case overRule(name: String, cost: Double, limit: Double)
  /// A rule on viewers lets no deal have so many, whatever else is cast.
  case moreThanRule(name: String)
  case reachesNobody
  /// Creators of the plan who reach most of the same people, and the cell where it tells most.
  case audienceReached(by: [Int], cell: String)
  case outputSold
  /// Without what the rule charges her deal she would earn her cost.
  case ruleFull(name: String)
  /// She would earn her cost, but for a creator who is cast.
  case keptApart(from: Int)
  /// She would earn her cost, but another account of hers is cast and leaves no slot or too little spend.
  case personFull(as: Int)
  /// She is kept apart from a creator with whom she has to be cast.
  case tornApart
  /// She would earn her cost, but not that of the creator who has to be cast with her.
  case companionTooDear(Int)
  /// The creator who has to be cast with her cannot be.
  case companionOut(Int, because: CompanionObstacle)
  /// At the plan's prices she does not earn her cost.
  case tooDear
  /// The same, whatever her fee.
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
  /// Money: by the plan's prices alone; nil where none brings her in.
  var pricedFee: Double?
  /// Whether some fee may bring her in: nothing else bars her.
  var mayEnter = false
  /// Her best deal; nil when she offers none.
  var deal: DealCandidate?
  var format: DealFormat?
  /// Money: what she asks for that deal; NaN where she offers none.
  var statedFee = Double.nan
  /// What solving again told.
  var fee = FeeFinding.notSolved
  /// Earnings of her best deal at the plan's prices; −∞ when it cannot be booked.
  var earnings: Double
}
