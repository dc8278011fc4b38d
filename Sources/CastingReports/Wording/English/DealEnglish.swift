import Casting
import CastingPlanning

/// Why deals are in a plan, in English.
enum DealEnglish {
  static func text(_ reason: DealReason) -> String {
    switch reason {
    case .lockedByBrief: "locked by the brief"
    case .booked(.confirmed): "confirmed"
    case .booked(.asked): "asked, and kept"
    case .booked(.hold): "on hold, and kept"
    case .booked(.declined): "declined"
    case .predicted: "as the table of deals predicts"
    case .affinity(let own, let average):
      "affinity \(Amount.decimal(own, 2)) (average \(Amount.decimal(average, 2)))"
    case .engagement(let rate, let tier, let average):
      "engagement \(percent(rate)) (\(tier.rawValue) average \(percent(average)))"
    case .costsNothing: "costs nothing"
    case .costOfReach(let own, let average):
      "costs \(Amount.money(own)) per 1,000 people (average \(Amount.money(average)))"
    case .worthOfReach(let own, let average, let objective): worth(own, average, objective)
    case .audienceBuys(let times): "audience buys \(Amount.decimal(times, 1)) times the usual"
    case .onlyCarrier(let product):
      "at the plan's prices nobody else earns her cost for \(product)"
    case .cheapestCarrier(let product):
      "the cheapest deal for \(product) that earns its cost at the plan's prices"
    case .countsForRule(let rule): "counts for the rule \(rule)"
    case .worthItsPrice: "worth its price beside the others"
    case .buyersReachedAlready(let share):
      "although \(Amount.percent(share)) of its buyers are reached already"
    case .inHouse: "in-house"
    case .certified(let level): "certified \(level)"
    }
  }

  private static func worth(_ own: Double, _ average: Double, _ objective: Objective) -> String {
    switch objective {
    case .orders:
      "\(Amount.decimal(own, 1)) orders per 1,000 people (average \(Amount.decimal(average, 1)))"
    case .reach:
      "\(Amount.whole(own)) people per 1,000 (average \(Amount.whole(average)))"
    case .gmv: "sells \(Amount.money(own)) per 1,000 people (average \(Amount.money(average)))"
    case .profit, .ltv:
      "earns \(Amount.money(own)) per 1,000 people (average \(Amount.money(average)))"
    }
  }

  private static func percent(_ share: Double) -> String { Amount.decimal(share * 100, 1) + " %" }
}
