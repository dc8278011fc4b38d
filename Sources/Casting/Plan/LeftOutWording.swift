/// Sentences on why a creator is not in the plan.
enum LeftOutWording {
  static func creator(_ finding: LeftOutFinding, campaign: Campaign) -> LeftOutCreator {
    let product = finding.product.map { campaign.products.products[$0].id } ?? ""
    return LeftOutCreator(
      creatorID: campaign.roster.creatorIDs[finding.creator],
      name: campaign.roster.names[finding.creator], bestProductID: product,
      reason: sentence(finding.reason, product: product, roster: campaign.roster),
      breakEvenFee: finding.entryFee)
  }

  private static func sentence(
    _ reason: LeftOutReason, product: String, roster: Roster
  ) -> String {
    switch reason {
    case .banned: "banned by the brief"
    case .unavailable: "not available in the campaign window"
    case .offersNoFormat: "does not offer a format that is in play"
    case .overSpendLimit(let cost, let limit):
      "one deal costs \(Yen.text(cost)), and the brief allows \(Yen.text(limit)) per creator"
    case .overBudget(let cost, let budget):
      "one deal costs \(Yen.text(cost)), more than the whole budget of \(Yen.text(budget))"
    case .reachesNobody: "reaches nobody who could buy \(product)"
    case .audienceReached(let rivals, let cell):
      "audience for \(product) (most of all \(cell)) already reached by "
        + rivals.map { roster.creatorIDs[$0] }.joined(separator: " and ")
    case .outputSold: "the orders of \(product) that can be served are already won by others"
    case .ruleFull(let name): "no room under the rule \(name)"
    case .tooDear(let yen): "too dear by \(Yen.text(yen)) for \(product)"
    case .neverPays: "would not pay for \(product) at any fee"
    case .nextInLine:
      "next in line for \(product): pays at the plan's prices, but whole deals of others fit better"
    }
  }
}
