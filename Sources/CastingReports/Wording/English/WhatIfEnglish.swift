import Casting
import CastingPlanning

/// Other budgets, fees and rules, in English.
enum WhatIfEnglish {
  static func text(_ label: Wording.WhatIfLabel) -> String {
    switch label {
    case .whatIf: "What if"
    case .value: "Value"
    case .change: "Change"
    case .within: "Within"
    case .spend: "Spend"
    case .nextYen: "Per \(Amount.money(Amount.currency.usualStep)) more"
    case .deals: "Deals"
    case .brings: "What each brings"
    case .orders: "Orders"
    case .sales: "Sales"
    case .profit: "Profit"
    case .perOrder: "Per order"
    case .salesPerYen: "Sales per \(Amount.currency.one)"
    case .outcomes: "What may come of it"
    case .mean: "Mean"
    case .p10: "P10"
    case .p90: "P90"
    case .worstTenth: "Worst tenth"
    case .loss: "Loss"
    case .onePlanForAll: "One plan for all"
    case .ifItComesTo: "If it comes to"
    case .probability: "Probability"
    case .belowItsOwnPlan: "Below its own plan"
    case .whatMoneyBuys: "What more money buys"
    case .withoutDeals: "Without a deal"
    case .rulesLeftOut: "Rules left out"
    case .withoutPlan: "Without a plan"
    case .takenOver: "Taken over"
    case .targets: "Targets"
    case .noPlan: "no plan obeys the rules"
    case .noPlanInTime: "no plan found in time"
    case .noJointPlan: "No plan obeys the rules of all."
    case .noJointPlanInTime: "No plan was found in time that obeys the rules of all."
    }
  }

  static func text(_ change: ScenarioChange) -> String {
    switch change {
    case .base: "base"
    case .allAtOnce: "all at once"
    case .numbered(let number): "scenario \(number)"
    case .budget(let yen): "budget \(amount(yen))"
    case .fee(let creator, let format, let yen):
      "fee \(creator)\(format.map { " \($0.rawValue)" } ?? "") \(amount(yen))"
    case .dropRule(let rule): "without \(rule)"
    case .productSpend(let product, let yen):
      "\(product) spend \(yen < 0 ? "" : "+")\(amount(yen))"
    case .typed(let words): words
    }
  }

  private static func amount(_ yen: Double) -> String {
    yen.isFinite ? Amount.money(yen) : "¥unlimited"
  }

  static func targetNotReached(_ most: String?) -> String {
    "target not reached: at most \(most ?? "not known")"
  }

  static func step(_ deal: String, _ cost: String, _ value: String) -> String {
    "\(deal) for \(cost), +\(value)"
  }

  static func steps(beyond budget: Double, _ steps: [String], more: Int, going: Int) -> String {
    var rest = ""
    if more > 0 { rest += "; \(more) more come" }
    if going > 0 { rest += "; \(going) \(going == 1 ? "goes" : "go")" }
    return "beyond \(Amount.money(budget)): \(steps.joined(separator: "; "))\(rest)"
  }

  static func lifted(_ rules: [String]) -> String {
    "without \(LabelEnglish.listed(rules)), which then cannot hold"
  }

  static func clash(_ rules: [String]) -> String {
    rules.count == 1
      ? "\(rules[0]) cannot be obeyed" : "\(LabelEnglish.listed(rules)) cannot hold together"
  }

  static func clashesNotSought(_ rows: Int) -> String {
    "which rules clash was not looked for in \(LabelEnglish.counted(rows, "more row"))"
  }

  static func takenOver(_ name: String, from other: String) -> String {
    "\(name): the plan of \"\(other)\" is better than what was found here and obeys these rules "
      + "too, so it is shown."
  }

  static func text(_ proof: JointProof) -> String {
    var text =
      "On average it is worth \(proof.value); no plan that obeys the rules of all can be worth more "
      + "than \(proof.bound) (within \(proof.gap))."
    if let name = proof.planOf { text += " It is the plan of \"\(name)\"." }
    guard proof.coming + proof.going > 0 else { return text }
    return text + " Against the base \(LabelEnglish.counted(proof.coming, "deal")) "
      + "come\(proof.coming == 1 ? "s" : "") and \(proof.going) go\(proof.going == 1 ? "es" : "")."
  }
}
