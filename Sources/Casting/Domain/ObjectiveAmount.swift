/// Amounts in the unit of the objective, as sentences write them.
package enum ObjectiveAmount {
  /// `¥1,234`, `12.5 orders`, `1,234 people`.
  package static func text(_ amount: Double, _ objective: Objective) -> String {
    switch objective {
    case .gmv, .profit, .ltv: Yen.text(amount)
    case .orders: Yen.decimal(amount, places: 1) + " orders"
    case .reach: Yen.grouped(amount) + " people"
    }
  }
}
