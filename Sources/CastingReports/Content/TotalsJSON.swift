import CastingPlanning

/// What a plan brings and costs, as plan.json, what-ifs and comparisons have it.
enum TotalsJSON {
  /// What the client pays of which budget, what the agency earns, and the tax on all of it.
  static func money(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    [
      ("currency", .string(Amount.currency.code)),
      ("client_spend", .money(plan.totals?.clientSpend ?? .nan)),
      ("client_budget", .money(plan.budget)),
      ("margin", .money(plan.hidesCost ? .nan : plan.totals?.margin ?? .nan)),
      ("tax", tax(plan)),
    ]
  }

  /// Null where nothing is said of tax.
  private static func tax(_ plan: Plan) -> JSONValue {
    guard let rate = plan.taxRate else { return .null }
    let (spend, client) = (plan.spend, plan.totals?.clientSpend ?? plan.spend)
    return .object([
      ("rate", .number(rate)), ("on_spend", .number(spend * rate)),
      ("on_client_spend", .number(client * rate)),
      ("spend_with_tax", .number(spend * (1 + rate))),
      ("client_spend_with_tax", .number(client * (1 + rate))),
      ("client_budget_with_tax", .number(plan.budget * (1 + rate))),
    ])
  }

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
