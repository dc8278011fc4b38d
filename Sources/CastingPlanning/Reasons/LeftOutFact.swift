import Casting

/// Why a creator is not in the plan, for people and programs. Money is money.
public enum LeftOutFact: Fact {
  case banned
  /// She worked for a competitor: for whom, from when until when, as the roster says it, and how many days
  /// before the campaign's first that must not be.
  case competitor(
    brand: String, from: CalendarDay?, to: CalendarDay?, days: Int, before: CalendarDay)
  /// Too few of her audience are the people wanted.
  ///
  /// - isAssumed: whether the default mix stands in for what is not known of them.
  case audience(share: Double, least: Double, isAssumed: Bool)
  case unavailable
  case offersNoFormat
  /// She does not promote such products: `ng` of the roster says so in this word.
  case ng(word: String, product: String)
  /// She declined: the table of bookings says so.
  case declined
  /// Her fee is to be asked for, and the brief wants no such deals.
  case ask
  /// No fee of hers is known, and none can be estimated: published ones are in yen, of which the brief has no rate.
  case askWithoutRate
  case overSpendLimit(cost: Double, limit: Double)
  case overBudget(cost: Double, budget: Double)
  /// A rule on sums lets no deal cost so much, whatever else is cast.
  case overRule(rule: String, cost: Double, limit: Double)
  /// A rule on viewers lets no deal of hers have so many, whatever else is cast.
  case moreThanRule(rule: String)
  case reachesNobody(product: String)
  /// Creators of the plan who reach most of the same people, and the cell where it tells most.
  case audienceReached(product: String, by: [String], cell: String)
  case outputSold(product: String)
  /// Without what the rule charges the deal would earn its cost.
  case ruleFull(rule: String, product: String)
  case keptApart(from: String)
  /// Another account of the same person is cast, and leaves no slot or too little spend.
  case personFull(as: String)
  /// To be kept apart from a creator, and to be cast with one who is cast together with that one.
  case tornApart
  case companionTooDear(with: String)
  case companionOut(with: String, because: CompanionObstacle)
  /// At the plan's prices the deal does not earn its cost.
  case tooDear(product: String)
  /// The same, whatever the fee.
  case neverPays(product: String)
  /// The deal earns its cost at the plan's prices, and whole deals elsewhere earned a little more.
  case nextInLine(product: String)
  /// Solved again: so much less has to be asked for; at most so much where the fee is known from one
  /// side only.
  case feeTooHigh(by: Double, product: String, isAtMost: Bool)
  /// Solved again: at the fee that is asked, a plan with the deal is as good.
  case nextAtTodaysFee(product: String)
  /// Solved again: not even for nothing.
  case noFeeIsLowEnough(product: String)
}

/// Why no plan can hold a creator who has to be cast with another.
public enum CompanionObstacle: String, Sendable, Equatable, Encodable {
  case banned, unavailable, apart
  case tooDear = "too_dear"
  case offersNothing = "offers_nothing"
}

extension LeftOutFact {
  /// Whether it is not known what she asks: a fee might bring her in.
  package var lacksFee: Bool { self == .ask || self == .askWithoutRate }
}
