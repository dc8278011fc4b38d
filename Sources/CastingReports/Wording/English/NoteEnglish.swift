import Casting
import CastingPlanning

/// What a plan rests on and what was not looked at, in English.
enum NoteEnglish {
  static func text(_ note: PlanNote) -> String {
    switch note {
    case .budgetFound(let answer): return budget(answer)
    case .nobodyCast(let reason): return "Nobody is cast: \(empty(reason))."
    case .defaultConversion(let products, let all, let rate, let besideOthers):
      let people = besideOthers ? "people a live deal reaches" : "people reached"
      return "\(products) of \(all) products have no conversion rate of their own: "
        + "\(Amount.decimal(rate * 100, 1)) % of the \(people) are taken to buy. "
        + "Put your own rates into the column conversion."
    case .formatConversions(let formats, let live): return conversions(formats, live)
    case .estimatedFees(let deals, let all, let middle, let low, let high):
      return "\(deals) of \(all) fees are estimated from followers: together "
        + "\(Amount.money(middle)), between \(Amount.money(low)) and \(Amount.money(high)). "
        + "Ask for quotes."
    case .estimatedViews(let deals, let all):
      return "\(deals) of \(all) deals have no measured views: theirs are estimated from "
        + "followers and tier."
    case .unknownAffinity(let deals, let all):
      return "\(deals) of \(all) deals have no text or tags to compare: their affinity is a "
        + "low default."
    case .unsolvedFees(let deals, let leftOut): return unsolved(deals, leftOut)
    case .notCompared(let ways): return notCompared(ways)
    case .shortlist(let listed, let all, let leftOut, let told):
      return shortlist(listed, all, leftOut, told)
    }
  }

  private static func conversions(_ formats: [FormatRate], _ live: Double) -> String {
    let rates = formats.map { "\(Amount.rate($0.rate)) of \($0.format.rawValue) viewers" }
    let stated = formats.map { "\($0.format.rawValue): \(Amount.rateAsWritten($0.rate))" }
    return "Where a live deal sells to \(Amount.rate(live)) of the people it reaches, "
      + "\(LabelEnglish.listed(rates)) are taken to buy: nobody stated it. "
      + "To say otherwise: conversion: {\(stated.joined(separator: ", "))} in the brief, or "
      + "a column such as conversion_\(formats[0].format.rawValue) of the products."
  }

  static func budget(_ answer: BudgetFinding) -> String {
    switch answer {
    case .leastSpend(let target, let objective, let spend, let least):
      let start =
        "The least spend found that reaches \(amount(target, objective)) is \(Amount.money(spend))"
      guard let least, least > 0 else { return start + "." }
      return least >= spend
        ? start + ", and no plan that costs less reaches it."
        : start + "; no plan that costs less than \(Amount.money(least, rule: .down)) reaches it."
    case .returnReached(let budget, let rate):
      return "\(Amount.money(budget)) is spent: beyond that another yen would earn less than "
        + "\(Amount.plain(rate)), the minimum_marginal_return."
    }
  }

  static func unreached(_ miss: UnreachedTarget) -> String {
    func amount(_ number: Double) -> String { self.amount(number, miss.objective) }
    let money = miss.budget.isFinite ? " with \(Amount.money(miss.budget))" : ", at any budget"
    return miss.isProved
      ? "no plan that obeys the rules reaches \(amount(miss.target))\(money): at most "
        + "\(amount(miss.bound)) is possible, and \(amount(miss.value)) was found"
      : "no plan was found that reaches \(amount(miss.target))\(money): the best is worth "
        + "\(amount(miss.value)), and more than \(amount(miss.bound)) is not possible; allow more "
        + "with --time-limit or --gap"
  }

  /// Orders with the decimals that a target may have.
  static func amount(_ number: Double, _ objective: Objective) -> String {
    objective == .orders
      ? Amount.decimal(number, 1) + " orders" : Amount.value(number, objective)
  }

  private static func empty(_ reason: EmptyPlanReason) -> String {
    switch reason {
    case .nothingOnOffer: return "no creator offers a deal in a format that is in play"
    case .allLeftOut(let banned, let unavailable):
      let parts =
        [(banned, "banned by the brief"), (unavailable, "not available in the campaign window")]
        .filter { $0.0 > 0 }.map { "\(Amount.whole(Double($0.0))) \($0.1)" }
      return "of the creators who offer a deal all are left out (\(parts.joined(separator: ", ")))"
    case .overBudget(let cost, let budget, let creator, let product):
      return "the cheapest deal, \(creator) × \(product), costs \(Amount.money(cost)), and "
        + "the budget is \(Amount.money(budget))"
    case .overRule(let name): return "the rule \(name) leaves too little for any deal"
    case .nothingPays:
      return "no choice of deals that obeys the rules is worth more than nothing"
    }
  }

  private static func unsolved(_ deals: Int, _ leftOut: Int) -> String {
    var parts: [String] = []
    if deals > 0 { parts.append(LabelEnglish.counted(deals, "deal")) }
    if leftOut > 0 { parts.append(LabelEnglish.counted(leftOut, "creator") + " left out") }
    return "The fees at which \(parts.joined(separator: " and ")) would go or come in were not "
      + "solved again, and are not shown: castplan explain PLAN CREATOR … solves that of one "
      + "creator."
  }

  private static func notCompared(_ ways: [RuleOfThumb]) -> String {
    let others = ways.dropLast().map(name).joined(separator: ", ")
    return "Not compared with \(others.isEmpty ? "" : others + " or ")"
      + "\(ways.last.map(name) ?? ""): casting that way breaks a rule of the brief."
  }

  static func name(_ way: RuleOfThumb) -> String {
    switch way {
    case .topFollowers: "top followers"
    case .bestEngagement: "best engagement"
    case .valuePerYen: "value per \(LabelEnglish.money)"
    case .equalSplitOverNiches: "equal split over niches"
    case .oneStar: "one star"
    }
  }

  private static func shortlist(_ listed: Int, _ all: Int, _ leftOut: Int, _ told: Int) -> String {
    func text(_ number: Int) -> String { Amount.whole(Double(number)) }
    let note =
      "The plan was looked for among \(text(listed)) of \(text(all)) creators, and so were the other "
      + "ways to cast; the bound and its proof hold for all of them."
    guard leftOut > told else { return note }
    return note
      + " Of \(text(leftOut)) creators left out the plan lists the \(text(told)) nearest to coming in; "
      + "castplan explain answers for any other."
  }
}
