import Casting
import CastingPlanning

/// What a plan comes to, in English.
enum PlanEnglish {
  static func head(_ plan: Plan) -> String {
    let name = plan.campaign.isEmpty ? "Casting plan" : plan.campaign
    let paid = plan.totals?.clientSpend ?? plan.spend
    let spend =
      plan.budget.isFinite
      ? "\(Amount.money(paid)) of \(Amount.money(plan.budget))" : Amount.money(paid)
    return "\(name): \(worth(plan)) for \(spend) in "
      + "\(LabelEnglish.counted(plan.deals.count, "deal")) with "
      + LabelEnglish.counted(plan.creators.count, "creator")
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

  static func brought(_ totals: PlanTotals) -> String {
    var parts = [
      "\(Amount.whole(totals.orders)) orders", "sales of \(Amount.money(totals.sales))",
      totals.profit < 0
        ? "a loss of \(Amount.money(-totals.profit)) after costs"
        : "a profit of \(Amount.money(totals.profit)) after costs",
    ]
    if let cost = totals.costPerOrder { parts.append("\(Amount.money(cost)) an order") }
    if let sales = totals.returnOnSpend {
      parts.append("\(Amount.money(sales, decimals: 2)) of sales for \(Amount.currency.one)")
    }
    return "Expected: " + parts.joined(separator: ", ") + "."
  }

  static func money(_ plan: Plan) -> String? {
    var sentences: [String] = []
    let paid = plan.totals?.clientSpend ?? plan.spend
    if let totals = plan.totals, totals.margin != 0 {
      sentences.append(
        "The client pays \(Amount.money(paid)): \(Amount.money(plan.spend)) that the deals cost and "
          + "\(Amount.money(totals.margin)) for the agency.")
    }
    if let rate = plan.taxRate {
      sentences.append("With \(Amount.rate(rate)) tax that is \(Amount.money(paid * (1 + rate))).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  static func certificate(_ plan: Plan) -> String {
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

  static func dealsInFile(_ count: Int) -> String {
    "… and \(LabelEnglish.counted(count, "more deal")) in plan.csv"
  }

  static func breaks(_ way: String, _ breaches: [String]) -> String {
    "* \(way) breaks \(breaches.joined(separator: ", "))."
  }

  static func text(_ label: PlanLabel) -> String {
    switch label {
    case .whatStandsOut: "What stands out"
    case .otherWays: "Other ways to cast"
    case .leftOut: "Left out"
    case .number: "#"
    case .creator: "Creator"
    case .id: "Id"
    case .platform: "Platform"
    case .tier: "Tier"
    case .product: "Product"
    case .format: "Format"
    case .cost: "Cost"
    case .adds: "Adds"
    case .perYen: "Per \(LabelEnglish.money)"
    case .spentSoFar: "Spent so far"
    case .breakEven: "Break-even"
    case .affinity: "Affinity"
    case .why: "Why"
    case .stays: "Stays"
    case .bestProduct: "Best product"
    case .comesInAt: "Comes in at"
    case .whyNot: "Why not"
    case .way: "Way of casting"
    case .value: "Value"
    case .spend: "Spend"
    case .deals: "Deals"
    case .advantage: "castplan brings"
    case .p10: "P10"
    case .p90: "P90"
    case .largestShare: "Largest share"
    case .lockedFee: "locked"
    case .todaysFee: "today's fee"
    case .anyFee: "any fee"
    case .noFee: "no fee"
    case .quotes: "Ask for a quote"
    case .estimate: "Estimate"
    case .atMost: "Pay at most"
    case .negotiationRoom: "Room to negotiate"
    case .counted: "Counted"
    case .lowest: "Lowest"
    case .highest: "Highest"
    case .gain: "Plan gains at lowest"
    case .bookings: "Bookings and reserves"
    case .status: "Status"
    case .day: "Day"
    case .reserve: "Without her comes in"
    case .loss: "Plan loses"
    case .noPlanWithout: "no plan without her"
    case .nobody: "nobody"
    }
  }
}
