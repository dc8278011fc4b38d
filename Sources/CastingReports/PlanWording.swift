import Casting

/// What a plan says to people, sentence by sentence.
public enum PlanWording {
  /// Campaign, objective, value, spend.
  public static func head(_ plan: Plan) -> String {
    let name = plan.campaign.isEmpty ? "Casting plan" : plan.campaign
    let value = Amount.value(plan.value, plan.objective)
    let spend =
      plan.budget.isFinite
      ? "\(Amount.yen(plan.spend)) of \(Amount.yen(plan.budget))" : Amount.yen(plan.spend)
    return "\(name): \(plan.objective.rawValue) \(value) for \(spend), "
      + "\(counted(plan.deals.count, "deal")) with \(counted(plan.creators.count, "creator"))"
  }

  /// How good the plan is proved to be, in one plain sentence.
  public static func certificate(_ plan: Plan) -> String {
    if plan.status == .infeasible { return "No plan obeys the rules." }
    guard plan.bound.isFinite else {
      return "This plan obeys the rules; how much better another could be is not known."
    }
    // Rounded up, so that the sentence is true of the number it shows.
    let bound = Amount.value(plan.bound, plan.objective, rule: .up)
    if plan.gap <= 1e-12 {
      return "No plan that obeys the rules can be worth more than this one: it is proved best."
    }
    let sentence =
      "No plan that obeys the rules can be worth more than \(bound); "
      + "this one is within \(Amount.gap(plan.gap))."
    guard plan.status == .feasible else { return sentence }
    return sentence + " A limit stopped the search before the \(Amount.gap(plan.askedGap)) asked "
      + "for: a longer --time-limit brings the two closer."
  }

  /// What a reader should notice, most important first.
  public static func standsOut(_ plan: Plan) -> [String] {
    [
      largestCreator(plan), budgetPrice(plan), dearestRule(plan), coverage(plan),
      soldOut(plan), grades(plan),
    ].compactMap { $0 } + plan.notes
  }

  /// How much more the plan is worth than a baseline: `+12.3 %`.
  static func advantage(_ plan: Plan, over baseline: Baseline) -> String {
    guard baseline.value > 0 else { return "–" }
    let share = (plan.value / baseline.value - 1) * 100
    return (share >= 0 ? "+" : "") + Amount.decimal(share, 1) + " %"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(Amount.whole(Double(count))) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func largestCreator(_ plan: Plan) -> String? {
    guard plan.value > 0, let first = plan.creators.first else { return nil }
    // The first of equals, so that the sentence does not depend on how the maximum is found.
    let largest = plan.creators.dropFirst().reduce(first) { $1.value > $0.value ? $1 : $0 }
    let share = Amount.percent(largest.value / plan.value)
    return "\(largest.name.isEmpty ? largest.creatorID : largest.name) "
      + "carries \(share) of the value, the most of any creator."
  }

  private static func budgetPrice(_ plan: Plan) -> String? {
    guard plan.prices.budget > 0 else { return nil }
    let price = Amount.price(plan.prices.budget * 10_000, plan.objective)
    return "Another ¥10,000 of budget would add about \(price)."
  }

  private static func dearestRule(_ plan: Plan) -> String? {
    /// What the rule as a whole holds back at its price, so that rules on yen and on deals
    /// compare.
    func weight(_ rule: RuleReport) -> Double {
      let limit = rule.price > 0 ? rule.upper : rule.lower
      return rule.price.magnitude * max(1, limit.isFinite ? limit.magnitude : 1)
    }
    let pressing = plan.rules.filter { $0.price != 0 && $0.name != "budget" }
    guard let first = pressing.first else { return nil }
    let dearest = pressing.dropFirst().reduce(first) { weight($1) > weight($0) ? $1 : $0 }
    let side = dearest.price > 0 ? "Raising its maximum" : "Lowering its minimum"
    let price = Amount.price(dearest.price.magnitude, plan.objective)
    return "The rule that costs most is \(dearest.name): "
      + "\(side.lowercased()) by one would add about \(price)."
  }

  private static func coverage(_ plan: Plan) -> String? {
    guard !plan.products.isEmpty else { return nil }
    let without = plan.products.filter { $0.creators == 0 }.map(\.productID)
    let covered = plan.products.count - without.count
    let sentence = "\(covered) of \(counted(plan.products.count, "product")) promoted"
    return sentence + (without.isEmpty ? "." : "; nobody promotes \(listed(without)).")
  }

  private static func soldOut(_ plan: Plan) -> String? {
    let empty = plan.products.filter { $0.creators > 0 && $0.stockLeft <= 1e-6 }.map(\.productID)
    if empty.isEmpty { return nil }
    return "The stock of \(listed(empty)) sells out: more stock would sell."
  }

  private static func grades(_ plan: Plan) -> String? {
    guard plan.gradeShares.count == Grade.allCases.count,
      plan.gradeShares.contains(where: { $0 > 0 })
    else { return nil }
    func share(_ grade: Grade) -> String { Amount.percent(plan.gradeShares[Int(grade.rawValue)]) }
    return "\(share(.measured)) of the value rests on measured inputs, \(share(.estimated)) on "
      + "estimates and \(share(.default)) on defaults."
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
  }
}
