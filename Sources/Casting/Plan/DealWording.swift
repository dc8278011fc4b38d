/// Says in a sentence why a deal is in the plan: what stands out first, then the other figures.
struct DealWording {
  private let problem: CastingProblem
  private let meanAffinity: Double
  private let meanReturn: Double

  /// `deals` are those of the plan, with which each is compared.
  init(problem: CastingProblem, deals: [PlannedDeal]) {
    self.problem = problem
    let count = Double(max(1, deals.count))
    meanAffinity = deals.reduce(0) { $0 + $1.affinity } / count
    let cost = deals.last?.cumulativeCost ?? 0
    meanReturn = cost > 0 ? (deals.last?.cumulativeValue ?? 0) / cost : 0
  }

  /// One figure of a deal, and how many times the usual it is.
  private struct Clause {
    var text: String
    var timesUsual: Double
  }

  func reason(_ deal: PlannedDeal) -> String {
    let clauses = [fit(deal), engagement(deal), yield(deal)].compactMap { $0 }
    let ordered = clauses.enumerated().sorted {
      ($1.element.timesUsual, $0.offset) < ($0.element.timesUsual, $1.offset)
    }.map(\.element.text)
    return ((deal.locked ? ["locked by the brief"] : []) + ordered + status(deal))
      .joined(separator: "; ")
  }

  private func fit(_ deal: PlannedDeal) -> Clause? {
    let embeddings = problem.response.embeddings
    guard embeddings.isKnown(creator: deal.creator, product: deal.product) else { return nil }
    return Clause(
      text: "niche affinity \(Yen.decimal(deal.affinity, places: 2))"
        + " (plan average \(Yen.decimal(meanAffinity, places: 2)))",
      timesUsual: deal.affinity / max(meanAffinity, .leastNormalMagnitude))
  }

  private func engagement(_ deal: PlannedDeal) -> Clause? {
    let rate = problem.campaign.roster.engagementRates[deal.creator]
    let usual = problem.response.relationship.engagementReferences[deal.creator]
    guard !rate.isNaN, usual > 0 else { return nil }
    return Clause(
      text: "engagement \(Yen.percent(rate)) against \(Yen.percent(usual)) typical of "
        + deal.tier.rawValue,
      timesUsual: rate / usual)
  }

  private func yield(_ deal: PlannedDeal) -> Clause? {
    guard deal.marginalReturn.isFinite else {
      return Clause(text: "adds nothing to the spend", timesUsual: .infinity)
    }
    let text: String
    switch problem.campaign.brief.objective {
    case .gmv: text = "adds ¥\(Yen.decimal(deal.marginalReturn, places: 2)) of sales per yen"
    case .profit, .ltv: text = "adds ¥\(Yen.decimal(deal.marginalReturn, places: 2)) net per yen"
    case .orders:
      text = "adds \(Yen.decimal(deal.marginalReturn * 10_000, places: 2)) orders per ¥10,000"
    case .reach:
      text = "adds \(Yen.decimal(deal.marginalReturn * 10_000, places: 0)) people per ¥10,000"
    }
    return Clause(
      text: text, timesUsual: meanReturn > 0 ? deal.marginalReturn / meanReturn : 0)
  }

  private func status(_ deal: PlannedDeal) -> [String] {
    let roster = problem.campaign.roster
    var words: [String] = []
    if roster.employments[deal.creator] == Employment.inHouse.rawValue { words.append("in-house") }
    let level = roster.certifications[deal.creator]
    if !level.isEmpty, NormalizedText(level).string != "none" { words.append("certified \(level)") }
    return words
  }
}
