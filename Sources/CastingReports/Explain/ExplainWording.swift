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
    switch deal.feeFinding {
    case .locked: return asked + "the brief locks the deal, so no fee drops it."
    case .threshold(let fee):
      return asked
        + "she stays up to \(Amount.yen(fee, rule: .down)). Solved again with 1 % more, the "
        + "best plan goes without this deal."
    case .atLeast(let fee, let outAt):
      return asked + "she stays at least up to \(Amount.yen(fee, rule: .down))\(beyond(outAt))."
    case .everyFee:
      return asked + "no fee that the rules allow drops the deal: solved again, she stays."
    case .todaysFee, .noFee, .notSolved:
      return asked
        + "the fee at which the deal would go was not found before a limit; allow more with "
        + "--time-limit."
    }
  }

  /// What is known above a fee up to which she is in.
  private static func beyond(_ outAt: Double?) -> String {
    outAt.map {
      ", and no more from \(Amount.yen($0, rule: .up)) on; between the two the proof does not tell "
        + "the plans apart"
    } ?? "; above, the proof does not tell the plans apart"
  }

  private static func entering(_ creator: CreatorExplanation) -> String {
    let asked = creator.statedFee.isFinite ? "She asks \(Amount.yen(creator.statedFee)); " : ""
    switch creator.fee {
    case .noFee: return "No fee brings her in."
    case .threshold(let fee):
      return asked
        + "at \(Amount.yen(fee, rule: .down)) and below she comes in. Solved again with 1 % "
        + "more, she is out."
    case .atLeast(let fee, let outAt):
      return asked + "she comes in at least up to \(Amount.yen(fee, rule: .down))\(beyond(outAt))."
    case .todaysFee, .everyFee:
      return asked
        + "she is next in line at that fee: a plan with her is worth as much as this one, as "
        + "far as the proof tells."
    case .notSolved, .locked:
      return asked
        + "the fee at which she would come in was not found before a limit; allow more with "
        + "--time-limit."
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
    let keepsOut = report.lower == -.infinity && report.upper == 0 && report.activity == 0
    sentences.append(
      keepsOut
        ? "It keeps deals out; the plan has none of them."
        : "It asks for \(limits.isEmpty ? "nothing" : limits.joined(separator: " and ")); the plan has "
          + "\(number(report.activity)).")
    guard let without = rule.without else {
      sentences.append(
        "It cannot be dropped; castplan what-if shows the plan with another limit.")
      return sentences
        + [PlanWording.budgetStep(rule.budgetStep, (rule.value, rule.objective))].compactMap { $0 }
    }
    guard let value = without.value else {
      sentences.append("Without it no plan was found.")
      return sentences
    }
    func amount(_ number: Double, _ rounding: FloatingPointRoundingRule) -> String {
      Amount.value(number, rule.objective, rule: rounding)
    }
    let found =
      "Planned again without it: \(amount(value, .toNearestOrAwayFromZero)) in place of "
      + "\(amount(rule.value, .toNearestOrAwayFromZero))"
    if rule.cost == 0 {
      sentences.append(found + ". The plan found without it obeys it, so it costs nothing.")
    } else {
      sentences.append(
        found + ", so that it costs "
          + "\(amount(rule.foundCost ?? 0, .toNearestOrAwayFromZero)).")
      if let most = rule.cost ?? without.bound.map({ max(0, $0 - rule.value) }) {
        sentences.append(
          "No plan without it is worth more than \(amount(rule.value + most, .up)), so it costs at most "
            + "\(amount(most, .up)).")
      }
    }
    sentences.append(
      "\(without.added.count) deals would come and \(without.dropped.count) go.")
    return sentences
  }

  private static func number(_ number: Double) -> String {
    number == number.rounded() ? Amount.whole(number) : Amount.decimal(number, 3)
  }
}
