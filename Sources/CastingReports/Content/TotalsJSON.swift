import CastingPlanning

/// What a plan brings and costs, as plan.json, what-ifs and comparisons have it.
enum TotalsJSON {
  /// All null without a plan.
  static func members(_ totals: PlanTotals?) -> [(key: String, value: JSONValue)] {
    [
      ("orders", .number(totals?.orders ?? .nan)), ("sales", .number(totals?.sales ?? .nan)),
      ("profit", .number(totals?.profit ?? .nan)),
      ("cost_per_order", .number(totals?.costPerOrder ?? .nan)),
      ("return", .number(totals?.returnOnSpend ?? .nan)),
    ]
  }
}
