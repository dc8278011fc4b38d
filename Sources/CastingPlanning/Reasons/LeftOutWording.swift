import Casting

/// Sentences on why a creator is not in the plan.
enum LeftOutWording {
  /// - Parameter cast: the campaign whose creators the reason names, where that is another.
  static func creator(
    _ finding: LeftOutFinding, campaign: Campaign, cast: Campaign? = nil
  ) -> LeftOutCreator {
    let product = finding.product.map { campaign.products.products[$0].id } ?? ""
    return LeftOutCreator(
      creatorID: campaign.roster.creatorIDs[finding.creator],
      name: campaign.roster.names[finding.creator], bestProductID: product,
      bestFormat: finding.format, reason: sentence(finding, product: product, cast ?? campaign),
      pricedFee: finding.pricedFee, feeFinding: finding.fee)
  }

  /// What solving again told goes before what the plan's prices tell.
  private static func sentence(
    _ finding: LeftOutFinding, product: String, _ campaign: Campaign
  ) -> String {
    switch finding.reason {
    case .tooDear, .neverPays, .nextInLine: break
    default: return sentence(finding.reason, product: product, campaign)
    }
    func missing(_ fee: Double) -> String {
      // Up to the next yen, rounding apart.
      Yen.text(max(1, (finding.statedFee - fee - 1e-6 * max(1, fee)).rounded(.up)))
    }
    switch finding.fee {
    case .threshold(let fee): return "\(missing(fee)) too dear for \(product)"
    case .atLeast(let fee, _): return "at most \(missing(fee)) too dear for \(product)"
    case .todaysFee, .everyFee:
      return
        "next in line for \(product) at today's fee: may come in if the budget grows or someone "
        + "drops out"
    case .noFee: return "brings too little for \(product), whatever the fee"
    case .notSolved, .locked: return sentence(finding.reason, product: product, campaign)
    }
  }

  private static func sentence(
    _ reason: LeftOutReason, product: String, _ campaign: Campaign
  ) -> String {
    let roster = campaign.roster
    func id(_ creator: Int) -> String { roster.creatorIDs[creator] }
    return switch reason {
    case .banned: "banned by the brief"
    case .unavailable: "not available in the campaign window"
    case .offersNoFormat: "does not offer a format that is in play"
    case .overSpendLimit(let cost, let limit):
      "one deal costs \(Yen.text(cost)), and the brief allows \(Yen.text(limit)) per creator"
    case .overBudget(let cost, let budget):
      "one deal costs \(Yen.text(cost)), more than the whole budget of \(Yen.text(budget))"
    case .overRule(let name, let cost, let limit):
      "one deal costs \(Yen.text(cost)), and the rule \(name) leaves at most "
        + "\(Yen.text(limit)) for any deal of hers"
    case .reachesNobody: "reaches nobody who could buy \(product)"
    case .audienceReached(let rivals, let cell):
      "audience for \(product) already reached by "
        + rivals.map { roster.creatorIDs[$0] }.joined(separator: " and ")
        + "; above all \(people(cell))"
    case .outputSold: "the orders of \(product) that can be served are already won by others"
    case .ruleFull(let name): "no room for her deal of \(product) under the rule \(name)"
    case .keptApart(let rival): "kept apart from \(id(rival)), who is cast"
    case .tornApart: "the brief keeps her apart from a creator with whom she has to be cast"
    case .companionTooDear(let other):
      "goes together with \(id(other)), who brings too little for what she costs"
    case .companionOut(let other, let obstacle):
      "goes together with \(id(other)), who \(companion(obstacle))"
    case .tooDear: "too dear for \(product) at the plan's prices"
    case .neverPays: "brings too little for \(product) at the plan's prices"
    case .nextInLine:
      "next in line for \(product): may come in if the budget grows or someone drops out"
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
  private static func people(_ cell: String) -> String {
    guard AudienceCells.ageByGender.names.contains(cell) else { return cell }
    let parts = cell.split(separator: "_")
    let age = parts[2] == "plus" ? "\(parts[1]) and over" : "\(parts[1])–\(parts[2])"
    return "\(parts[0] == "female" ? "women" : "men") of \(age)"
  }
}
