/// Columns of the tables that commands write for spreadsheets, by their keys.
package enum SheetColumn: String, CaseIterable {
  case name, status, budget, value, bound, gap, spend
  case marginalReturn = "marginal_return"
  case deals, added, dropped
  case takenFrom = "taken_from"
  case liftedRules = "lifted_rules"
  case mean, p10, p50, p90
  case worstTenth = "cvar_10"
  case lossProbability = "probability_of_loss"
  case orders, sales, profit
  case costPerOrder = "cost_per_order"
  case returnOnSpend = "return"

  case clash, rule, kind, side, from, to, change, cheapest

  case creatorID = "creator_id"
  case productID = "product_id"
  case format, cost
}

extension ReportTable.Column {
  init(_ column: SheetColumn, _ kind: ReportTable.Kind, _ wording: Wording) {
    self.init(column.rawValue, wording.title(column), kind)
  }
}
