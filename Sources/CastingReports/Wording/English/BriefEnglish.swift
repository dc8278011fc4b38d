import CastingFiles

/// Comments of a brief that was written for the user, in English.
enum BriefEnglish {
  static let opening =
    "The brief: what the campaign wants, and which rules its plan obeys. A key behind # counts for "
    + "nothing until its # is taken away."

  static let ending =
    "More keys, such as apart, together and spend_per_creator, stand in the user guide. castplan "
    + "check says what is wrong after a change."

  static func comment(_ section: BriefSection) -> String {
    switch section {
    case .budget:
      "The most that the plan may spend, in yen: fees, commissions set aside, products given and "
        + "costs of activation together. 5_000_000, 500万 and 5M are the same."
    case .objective:
      "What the plan brings most of: gmv (sales), profit (margin less costs), ltv (margin over all "
        + "orders of a customer less costs), orders, or reach (people)."
    case .window:
      "The days in which deals take place, both included. Creators who are away all the time are "
        + "left out. Without it, days do not matter."
    case .formats:
      "The formats that may be booked, of live, video, post and story. Without it: those with a fee "
        + "column of their own, or else live."
    case .lock: "Creators who must be cast, by id, whatever it brings."
    case .ban: "Creators who must not be cast, by id."
    case .quotas:
      "How many creators the plan has, at least (min) and at most (max). A rule on some of them has "
        + "a where: - {where: {tier: micro}, creators: {min: 3}}"
    case .audience:
      "The audience of creators whose own the roster does not tell, and of the market: the share of "
        + "women, and those of ages (13_19 to 50_59, 60_plus). Ages not named share the rest "
        + "equally. Without it: the mean of the roster, or equal shares."
    }
  }
}
