import Casting
import CastingPlanning

/// Why creators are not in a plan, in English.
enum LeftOutEnglish {
  static func text(_ reason: LeftOutFact) -> String {
    switch reason {
    case .banned: "banned by the brief"
    case .competitor(let brand, let from, let to, let days, let first):
      "worked for the competitor \(brand) \(time(from, to)), and the brief wants \(days) days "
        + "without before \(first.iso)"
    case .audience(let share, let least, let isAssumed):
      "\(isAssumed ? "an assumed " : "")\(RuleAmount.percent(share)) of her audience are the people "
        + "wanted, and the brief asks for \(RuleAmount.percent(least))"
    case .unavailable: "not available in the campaign window"
    case .declined: "declined, or is booked for another deal of the product: the bookings say so"
    case .askWithoutRate:
      "no fee of hers is known, and exchange_rates has no rate of JPY to estimate one by"
    case .ask: "her fee is to be asked for, and the brief leaves such deals out (ask_policy)"
    case .offersNoFormat: "does not offer a format that is in play"
    case .ng(let word, let product): "does not promote \(product): her ng says \(word)"
    case .overSpendLimit(let cost, let limit):
      "one deal costs \(Amount.money(cost)), and the brief allows \(Amount.money(limit)) per creator"
    case .overBudget(let cost, let budget):
      "one deal costs \(Amount.money(cost)), more than the whole budget of \(Amount.money(budget))"
    case .overRule(let rule, let cost, let limit):
      "one deal costs \(Amount.money(cost)), and the rule \(rule) leaves at most "
        + "\(Amount.money(limit)) for any deal of hers"
    case .moreThanRule(let rule): "any deal of hers is more than the rule \(rule) allows"
    case .reachesNobody(let product): "reaches nobody who could buy \(product)"
    case .audienceReached(let product, let rivals, let cell):
      "audience for \(product) already reached by \(rivals.joined(separator: " and "))"
        + "; above all \(people(cell))"
    case .outputSold(let product):
      "the orders of \(product) that can be served are already won by others"
    case .ruleFull(let rule, let product):
      "no room for her deal of \(product) under the rule \(rule)"
    case .keptApart(let rival): "kept apart from \(rival), who is cast"
    case .personFull(let account): "cast as \(account), the same person, who can take no more"
    case .tornApart: "the brief keeps her apart from a creator with whom she has to be cast"
    case .companionTooDear(let other):
      "goes together with \(other), who brings too little for what she costs"
    case .companionOut(let other, let obstacle):
      "goes together with \(other), who \(companion(obstacle))"
    case .tooDear(let product): "too dear for \(product) at the plan's prices"
    case .neverPays(let product): "brings too little for \(product) at the plan's prices"
    case .nextInLine(let product):
      "next in line for \(product): may come in if the budget grows or someone drops out"
    case .feeTooHigh(let yen, let product, let isAtMost):
      "\(isAtMost ? "at most " : "")\(Amount.money(yen)) too dear for \(product)"
    case .nextAtTodaysFee(let product):
      "next in line for \(product) at today's fee: may come in if the budget grows or someone "
        + "drops out"
    case .noFeeIsLowEnough(let product): "brings too little for \(product), whatever the fee"
    }
  }

  /// When a creator worked for somebody.
  private static func time(_ from: CalendarDay?, _ to: CalendarDay?) -> String {
    switch (from?.iso, to?.iso) {
    case (let first?, let last?): first == last ? "on \(first)" : "from \(first) to \(last)"
    case (let first?, nil): "since \(first)"
    case (nil, let last?): "until \(last)"
    case (nil, nil): "on a day that is not known"
    }
  }

  private static func companion(_ obstacle: CompanionObstacle) -> String {
    switch obstacle {
    case .banned: "is banned by the brief"
    case .unavailable: "is not available in the campaign window"
    case .tooDear: "costs more than the brief allows"
    case .offersNothing: "does not offer a format that is in play"
    case .apart: "is kept apart from a creator who is cast"
    }
  }

  /// A cell's name in words: `female_30_39` as `women of 30–39`; one of the user's own as it is.
  static func people(_ cell: String) -> String {
    guard let group = AgeGroup(cell: cell) else { return cell }
    let ages = group.to.map { "\(group.from)–\($0)" } ?? "\(group.from) and over"
    return "\(group.isFemale ? "women" : "men") of \(ages)"
  }
}
