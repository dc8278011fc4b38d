/// Sentences about rules that clash.
enum RuleWording {
  static let rulesClash =
    "no plan obeys all rules together: relax a minimum, a lock or the budget and try again"

  static func lockImpossible(_ creator: String, _ product: String?, _ refusal: Refusal) -> String {
    let what = product.map { "a deal of \(creator) for \($0)" } ?? "\(creator)"
    return "\(what) is locked, but \(why(refusal)): lift the lock or that rule"
  }

  private static func why(_ refusal: Refusal) -> String {
    if refusal.contains(.banned) { return "the brief bans it" }
    if refusal.contains(.unavailable) { return "the creator is not available in the window" }
    if refusal.contains(.overSpendLimit) {
      return "one deal costs more than is allowed per creator"
    }
    if refusal.contains(.overBudget) { return "one deal costs more than the budget" }
    return "no format in play is offered"
  }

  static func lockedBeyondSlots(_ creator: String, _ products: Int, slots: Int) -> String {
    "\(creator) is locked for \(products) products, but has \(slots) slots: "
      + "lift a lock or raise the slots"
  }

  static func locksOverBudget(_ least: Double, budget: Double) -> String {
    "the locked creators cost at least \(Yen.text(least)), the budget is \(Yen.text(budget)): "
      + "lift a lock or raise the budget by \(Yen.text(least - budget))"
  }

  static func minimumsOverBudget(_ least: Double, budget: Double) -> String {
    "the products' min_creators cost at least \(Yen.text(least)), the budget is "
      + "\(Yen.text(budget)): lower a minimum or raise the budget by \(Yen.text(least - budget))"
  }

  static func crossedLimits(_ name: String, _ lower: Double, _ upper: Double) -> String {
    "\(name): the minimum \(number(lower)) is above the maximum \(number(upper)): change one"
  }

  static func tooFew(_ name: String, atLeast: Double, possible: Int) -> String {
    "\(name): at least \(number(atLeast)) are asked for, but only \(possible) are possible: "
      + "lower the minimum to \(possible) or let more creators in"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? Yen.grouped(value) : Yen.decimal(value, places: 2)
  }
}
