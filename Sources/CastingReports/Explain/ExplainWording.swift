import Casting
import CastingPlanning

/// Every sentence about single creators and rules of a plan.
enum ExplainWording {
  // MARK: Creators

  static func head(_ creator: CreatorExplanation) -> String {
    let id = creator.name.isEmpty ? creator.creatorID : "\(creator.name) (\(creator.creatorID))"
    let kind = [creator.platform, creator.tier.rawValue].filter { !$0.isEmpty }
      .joined(separator: " ")
    return "\(id), \(kind), \(Amount.whole(creator.followers)) followers"
  }

  static func standing(_ creator: CreatorExplanation) -> String {
    if let deal = creator.deal {
      return "In the plan for \(deal.productID), \(deal.format.rawValue): number \(deal.rank) of "
        + "\(creator.dealCount), adds \(Amount.value(deal.marginalValue, creator.objective)) for "
        + "\(Amount.yen(deal.cost))."
    }
    let start =
      creator.plannedProducts.isEmpty ? "Not in the plan." : "In the plan, but not with this deal."
    guard let product = creator.productID, let format = creator.format else { return start }
    return start + " Looked at: \(product), \(format.rawValue)."
  }

  static func typical(_ peers: PeerGroup, _ format: DealFormat?) -> String {
    let words = [peers.platform, peers.tier?.rawValue ?? ""].filter { !$0.isEmpty }
    let kind = words.isEmpty ? "" : words.joined(separator: " ") + " "
    return
      "Typical: the median of the \(Amount.whole(Double(peers.count))) other \(kind)creators who "
      + "offer \(format?.rawValue ?? "the format")."
  }

  static func name(_ kind: DealFactor.Kind) -> String {
    switch kind {
    case .expectedViews: "Viewers"
    case .authenticShare: "× real people"
    case .delivery: "× stream arrives"
    case .announcements: "× announcements"
    case .relationship: "× relationship"
    case .affinity: "× niche affinity"
    case .effectiveReach: "= people reached"
    case .conversion: "× orders per person"
    case .orderWorth: "× worth of an order"
    case .ownValue: "= worth by itself"
    case .fee: "Fee"
    case .cost: "Cost"
    case .valuePerYen: "Worth per yen"
    }
  }

  static func amount(
    _ value: Double, _ kind: DealFactor.Kind, _ objective: Objective
  ) -> String {
    guard value.isFinite else { return "–" }
    switch kind {
    case .expectedViews, .effectiveReach: return Amount.whole(value)
    case .authenticShare, .delivery, .announcements, .relationship, .affinity:
      return Amount.decimal(value, 2)
    case .conversion: return Amount.decimal(value, 4)
    case .orderWorth: return objective.isMoney ? Amount.yen(value) : "1"
    case .ownValue: return Amount.value(value, objective)
    case .fee, .cost: return Amount.yen(value)
    case .valuePerYen: return Amount.decimal(value, objective.isMoney ? 2 : 4)
    }
  }

  static func changes(_ creator: CreatorExplanation) -> [String] {
    if let deal = creator.deal { return [staying(deal, creator)] }
    guard creator.plannedProducts.isEmpty else { return [] }
    return [entering(creator)] + [engagement(creator)].compactMap { $0 }
  }

  private static func staying(_ deal: PlannedDeal, _ creator: CreatorExplanation) -> String {
    let asked = creator.statedFee.isFinite ? "She asks \(Amount.yen(creator.statedFee)); " : ""
    let limit = Amount.yen(deal.breakEvenFee, rule: .down)
    switch deal.feeBasis {
    case .locked: return asked + "the brief locks the deal, so no fee drops it."
    case .solvedAgain:
      return asked + "she stays up to \(limit). Planned again with 1 % more, the deal is gone."
    case .wholeDeals:
      let found = deal.wholeDealFee.map { "up to about \(Amount.yen($0, rule: .down))" }
      return asked + "the prices of the plan tell \(limit), but deals are booked whole: planned "
        + "again, she stays \(found ?? "at any fee that the rules allow")."
    case .prices:
      return deal.breakEvenFee.isFinite
        ? asked + "by the prices of the plan she stays up to \(limit); a limit came before that "
          + "could be planned again."
        : asked + "no fee is too high."
    }
  }

  private static func entering(_ creator: CreatorExplanation) -> String {
    guard let fee = creator.entryFee else { return "No fee brings her in." }
    let asked = creator.statedFee.isFinite ? "She asks \(Amount.yen(creator.statedFee)); " : ""
    let limit = Amount.yen(fee, rule: .down)
    switch creator.feeBasis {
    case .solvedAgain:
      return asked + "below \(limit) she comes in. Planned again with 1 % less, she is in the plan."
    case .wholeDeals:
      let found = creator.wholeDealFee.map { "at about \(Amount.yen($0, rule: .down)) she is in" }
      return asked + "the prices of the plan tell \(limit), but deals are booked whole: planned "
        + "again, \(found ?? "no fee brings her in")."
    case .prices, .locked:
      return asked + "by the prices of the plan she comes in below \(limit); a limit came before "
        + "that could be planned again."
    }
  }

  private static func engagement(_ creator: CreatorExplanation) -> String? {
    guard let entry = creator.engagement else { return nil }
    let known = creator.statedEngagement
    let now =
      known.isNaN
      ? "Her engagement is not known; " : "Her engagement is \(rate(known)); "
    switch entry {
    case .at(let rate, let outAt):
      return now + "with \(Self.rate(rate)) she comes in, with \(Self.rate(outAt)) she does not "
        + "(planned again)."
    case .none:
      return now + "no engagement brings her in: the relationship multiplier is 2 at most."
    case .undecided:
      return now + "with which she would come in was not decided before a limit."
    }
  }

  private static func rate(_ rate: Double) -> String { Amount.decimal(rate * 100, 2) + " %" }

  // MARK: Rules

  static func rule(_ rule: RuleExplanation) -> [String] {
    let report = rule.rule
    var sentences: [String] = []
    var limits: [String] = []
    if report.lower.isFinite { limits.append("at least \(number(report.lower))") }
    if report.upper.isFinite { limits.append("at most \(number(report.upper))") }
    sentences.append(
      "It asks for \(limits.isEmpty ? "nothing" : limits.joined(separator: " and ")); the plan has "
        + "\(number(report.activity)).")
    sentences.append(
      "Its price in the plan is \(Amount.price(abs(report.price), rule.objective))"
        + (report.price == 0 ? ": it does not press." : "."))
    guard let without = rule.without else {
      sentences.append(
        "It cannot be dropped; castplan what-if shows the plan with another limit.")
      return sentences
    }
    guard let value = without.value else {
      sentences.append("Without it no plan was found.")
      return sentences
    }
    let difference = value - rule.value
    sentences.append(
      "Planned again without it: \(Amount.value(value, rule.objective)) in place of "
        + "\(Amount.value(rule.value, rule.objective)), so that it costs "
        + "\(Amount.value(max(0, difference), rule.objective)).")
    if let bound = without.bound {
      sentences.append(
        "No plan without it is worth more than \(Amount.value(bound, rule.objective, rule: .up)), so "
          + "it costs at most \(Amount.value(max(0, bound - rule.value), rule.objective, rule: .up))."
      )
    }
    sentences.append(
      "\(without.added.count) deals would come and \(without.dropped.count) go.")
    return sentences
  }

  private static func number(_ number: Double) -> String {
    number == number.rounded() ? Amount.whole(number) : Amount.decimal(number, 3)
  }
}
