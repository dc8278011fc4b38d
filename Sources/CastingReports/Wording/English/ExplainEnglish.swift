import Casting
import CastingPlanning

/// Single creators of a plan, in English.
enum ExplainEnglish {
  static func text(_ label: Wording.ExplainLabel) -> String {
    switch label {
    case .factor: "Factor"
    case .own: "Hers"
    case .typical: "Typical"
    case .ratio: "Ratio"
    case .known: "Known"
    case .why: "Why:"
    case .whatWouldChange: "What would change it"
    }
  }

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
        + "\(Amount.money(deal.cost))."
    }
    let start =
      creator.plannedProducts.isEmpty ? "Not in the plan." : "In the plan, but not with this deal."
    guard let product = creator.productID, let format = creator.format else { return start }
    return start + " Looked at: \(product), \(format.rawValue)."
  }

  static func castElsewhere(_ creator: CreatorExplanation, why: String) -> String {
    "cast for \(LabelEnglish.listed(creator.plannedProducts)) instead; \(why)"
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
    case .valuePerYen: "Worth per \(LabelEnglish.money)"
    }
  }

  static func engagement(
    _ entry: CreatorExplanation.EngagementEntry, _ creator: CreatorExplanation
  ) -> String {
    let known = creator.statedEngagement
    let now =
      known.isNaN
      ? "Her engagement is not known; " : "Her engagement is \(ExplainNumber.rate(known)); "
    switch entry {
    case .at(let rate, let outAt):
      return now + "with \(ExplainNumber.rate(rate)) she comes in, with "
        + "\(ExplainNumber.rate(outAt)) she does not (planned again)."
    case .none:
      return now + "no engagement brings her in: the relationship multiplier is 2 at most."
    case .undecided:
      return now + "with which she would come in was not decided before a limit."
    }
  }
}
