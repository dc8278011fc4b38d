import Casting
import CastingPlanning

/// What a plan says to people, sentence by sentence.
public enum PlanWording {
  /// Campaign, objective, value, spend.
  public static func head(_ plan: Plan) -> String {
    let name = plan.campaign.isEmpty ? "Casting plan" : plan.campaign
    let spend =
      plan.budget.isFinite
      ? "\(Amount.yen(plan.spend)) of \(Amount.yen(plan.budget))" : Amount.yen(plan.spend)
    return "\(name): \(worth(plan)) for \(spend) in "
      + "\(counted(plan.deals.count, "deal")) with \(counted(plan.creators.count, "creator"))"
  }

  private static func worth(_ plan: Plan) -> String {
    let value = Amount.value(plan.value, plan.objective)
    return switch plan.objective {
    case .gmv: "sales of \(value)"
    case .profit: "a profit of \(value)"
    case .ltv: "a lifetime profit of \(value)"
    case .orders: value
    case .reach: value + " reached"
    }
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
    let relaxed = plan.notes.prefix { $0.hasPrefix(ClashWording.relaxedMark) }
    let empty = plan.emptyReason?.sentence
    return relaxed
      + [
        empty, largestCreator(plan),
        budgetStep(plan.budgetStep, (plan.value, plan.objective)), dearestRule(plan),
        coverage(plan), soldOut(plan), outcomes(plan), risk(plan), stability(plan), grades(plan),
      ].compactMap { $0 } + plan.notes.dropFirst(relaxed.count).filter { $0 != empty }
  }

  /// How much more the plan is worth than a baseline: `+12.3 %`, from ten times on `12 ×`.
  static func advantage(_ plan: Plan, over baseline: Baseline) -> String {
    guard baseline.value > 0 else { return "–" }
    let ratio = plan.value / baseline.value
    if ratio >= 10 { return Amount.whole(ratio) + " ×" }
    let share = (ratio - 1) * 100
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

  private static func coverage(_ plan: Plan) -> String? {
    guard !plan.products.isEmpty else { return nil }
    let without = plan.products.filter { $0.creators == 0 }.map(\.productID)
    let covered = plan.products.count - without.count
    guard !without.isEmpty else {
      return covered == 1 ? "The product is promoted." : "All \(covered) products are promoted."
    }
    return "\(covered) of \(counted(plan.products.count, "product")) "
      + "\(covered == 1 ? "is" : "are") promoted; nobody promotes \(listed(without))."
  }

  private static func soldOut(_ plan: Plan) -> String? {
    // Stock does not bind where people are counted instead of orders.
    guard plan.objective != .reach else { return nil }
    let empty = plan.products.filter { $0.creators > 0 && $0.stockLeft <= 1e-6 }.map(\.productID)
    if empty.isEmpty { return nil }
    return "The stock of \(listed(empty)) sells out: more stock would sell."
  }

  private static func outcomes(_ plan: Plan) -> String? {
    guard let outcomes = plan.outcomes, !plan.deals.isEmpty else { return nil }
    func amount(_ number: Double) -> String { Amount.value(number, plan.objective) }
    let loss = outcomes.lossProbability.map { probability in
      probability < 0.005
        ? "; the margin hardly ever fails to pay the spend"
        : "; in \(Amount.percent(probability)) of them the margin does not pay the spend"
    }
    return
      "In 8 of 10 outcomes the plan brings \(amount(outcomes.p10)) to \(amount(outcomes.p90)), in "
      + "the worst tenth \(amount(outcomes.conditionalValueAtRisk)) on average\(loss ?? "")."
  }

  private static func risk(_ plan: Plan) -> String? {
    guard plan.riskCharge > 0 else { return nil }
    return
      "risk_aversion takes \(Amount.value(plan.riskCharge, plan.objective)) off what is expected, "
      + "\(Amount.value(plan.value + plan.riskCharge, plan.objective)); all values here are less by "
      + "what it takes."
  }

  private static func stability(_ plan: Plan) -> String? {
    guard let stability = plan.stability, !plan.deals.isEmpty else { return nil }
    let core = plan.deals.indices.count { stability.isCore($0) }
    let reserves = stability.reserves.map {
      "\($0.deal.creatorID) × \($0.deal.productID) \($0.deal.format.rawValue) "
        + "(\(Amount.percent($0.share)))"
    }
    return "\(core) of \(counted(plan.deals.count, "deal")) are core: they stay in at least "
      + "\(Amount.percent(Stability.coreShare)) of \(counted(stability.draws, "plan")) made from "
      + "inputs drawn again."
      + (reserves.isEmpty ? "" : " Often cast there, and worth a reserve: \(listed(reserves)).")
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
