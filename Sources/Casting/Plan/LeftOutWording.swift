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
      "audience for \(product) already reached by "
        + rivals.map { roster.creatorIDs[$0] }.joined(separator: " and ")
        + "; above all \(people(cell))"
    case .outputSold: "the orders of \(product) that can be served are already won by others"
    case .ruleFull(let name): "no room under the rule \(name)"
    case .tooDear(let yen): "\(Yen.text(yen)) too dear for \(product)"
    case .neverPays: "brings too little for \(product), whatever the fee"
    case .nextInLine:
      "next in line for \(product); comes in if the budget grows or someone drops out"
    }
  }

  /// A cell's name in words: `female_30_39` as `women of 30–39`.
  private static func people(_ cell: String) -> String {
    let parts = cell.split(separator: "_")
    guard parts.count == 3 else { return cell }
    let age = parts[2] == "plus" ? "\(parts[1]) and over" : "\(parts[1])–\(parts[2])"
    return "\(parts[0] == "female" ? "women" : "men") of \(age)"
  }
}
