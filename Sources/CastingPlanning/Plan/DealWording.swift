import Casting

/// Says why a deal is in the plan: the facts in which it beats the others, the largest first. Every one
/// favours it; where none stands out, what it is the best of.
struct DealWording {
  private let problem: CastingProblem
  private let meanAffinity: Double
  /// JPY per effectively reached person over the whole plan.
  private let meanCostOfReach: Double
  /// Value per effectively reached person over the whole plan, before saturation.
  private let meanWorthOfReach: Double

  private let prominence: DealProminence

  /// A deal this much above the usual stands out.
  private static let notable = 1.1
  private static let factsShown = 3

  /// `deals` are those of the plan, with which each is compared.
  init(problem: CastingProblem, priced: PricedDeals, deals: [PlannedDeal]) {
    self.problem = problem
    prominence = DealProminence(problem: problem, priced: priced)
    meanAffinity = deals.reduce(0) { $0 + $1.affinity } / Double(max(1, deals.count))
    let reach = deals.reduce(0) { $0 + $1.effectiveReach }
    meanCostOfReach = reach > 0 ? deals.reduce(0) { $0 + $1.cost } / reach : 0
    let worth = deals.reduce(0) {
      $0 + $1.effectiveReach * Self.worthOfReach($1, problem.response)
    }
    meanWorthOfReach = reach > 0 ? worth / reach : 0
  }

  /// One fact of a deal, and how many times the usual it is.
  private struct Fact {
    var text: String
    var timesUsual: Double
  }

  /// Clauses joined by semicolons, so that a table can show as many as it has room for.
  func reason(_ deal: PlannedDeal) -> String {
    let isPredicted = problem.predicted.contains(creator: deal.creator, product: deal.product)
    let facts = isPredicted ? ["as the table of deals predicts"] : facts(deal)
    return ((deal.locked ? ["locked by the brief"] : []) + facts + status(deal))
      .joined(separator: "; ")
  }

  private func facts(_ deal: PlannedDeal) -> [String] {
    let ordered = [fit(deal), engagement(deal), price(deal), worth(deal), audience(deal)]
      .compactMap { $0 }
      .enumerated().sorted {
        ($1.element.timesUsual, $0.offset) < ($0.element.timesUsual, $1.offset)
      }.map(\.element)
    let notable = ordered.filter { $0.timesUsual >= Self.notable }.prefix(Self.factsShown)
    return (notable.isEmpty ? [prominence.clause(deal)] : notable.map(\.text)) + overlap(deal)
  }

  private func fit(_ deal: PlannedDeal) -> Fact? {
    let embeddings = problem.response.embeddings
    guard embeddings.isKnown(creator: deal.creator, product: deal.product) else { return nil }
    return Fact(
      text: "affinity \(Yen.decimal(deal.affinity, places: 2))"
        + " (average \(Yen.decimal(meanAffinity, places: 2)))",
      timesUsual: deal.affinity / max(meanAffinity, .leastNormalMagnitude))
  }

  private func engagement(_ deal: PlannedDeal) -> Fact? {
    let rate = problem.campaign.roster.engagementRates[deal.creator]
    let usual = problem.response.relationship.engagementReferences[deal.creator]
    guard !rate.isNaN, usual > 0 else { return nil }
    return Fact(
      text: "engagement \(Yen.percent(rate)) (\(deal.tier.rawValue) average \(Yen.percent(usual)))",
      timesUsual: rate / usual)
  }

  private func price(_ deal: PlannedDeal) -> Fact? {
    guard deal.effectiveReach > 0 else { return nil }
    guard deal.cost > 0 else { return Fact(text: "costs nothing", timesUsual: .infinity) }
    let cost = deal.cost / deal.effectiveReach
    return Fact(
      text: "costs \(Yen.text(cost * 1000)) per 1,000 people"
        + " (average \(Yen.text(meanCostOfReach * 1000)))",
      timesUsual: meanCostOfReach / cost)
  }

  /// What the people reached are worth, in the unit of the objective.
  private func worth(_ deal: PlannedDeal) -> Fact? {
    guard meanWorthOfReach > 0 else { return nil }
    let worth = Self.worthOfReach(deal, problem.response)
    let (own, usual) = (worth * 1000, meanWorthOfReach * 1000)
    let text: String
    switch problem.campaign.brief.objective {
    case .reach: return nil
    case .orders:
      text =
        "\(Yen.decimal(own, places: 1)) orders per 1,000 people"
        + " (average \(Yen.decimal(usual, places: 1)))"
    case .gmv: text = "sells \(Yen.text(own)) per 1,000 people (average \(Yen.text(usual)))"
    case .profit, .ltv:
      text = "earns \(Yen.text(own)) per 1,000 people (average \(Yen.text(usual)))"
    }
    return Fact(text: text, timesUsual: worth / meanWorthOfReach)
  }

  private static func worthOfReach(_ deal: PlannedDeal, _ response: ResponseModel) -> Double {
    response.products.unitValue[deal.product]
      * response.meanConversion(creator: deal.creator, product: deal.product)
  }

  /// How much likelier than the market's her audience is to buy, by its ages and genders; nil
  /// where it is not.
  private func audience(_ deal: PlannedDeal) -> Fact? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let response = problem.response
    let mix = response.roster.audience.defaultMix
    let pools = deal.product * mix.count..<(deal.product + 1) * mix.count
    let usual = zip(response.products.conversion[pools], mix).reduce(0) { $0 + $1.0 * $1.1 }
    guard usual > 0 else { return nil }
    let ratio =
      response.meanConversion(creator: deal.creator, product: deal.product) / usual
    guard ratio >= Self.notable else { return nil }
    return Fact(
      text: "audience buys \(Yen.decimal(ratio, places: 1)) times the usual", timesUsual: ratio)
  }

  /// What is lost to deals booked before, when it is more than a little.
  private func overlap(_ deal: PlannedDeal) -> [String] {
    let alone =
      deal.effectiveReach
      * problem.response.meanConversion(creator: deal.creator, product: deal.product)
    guard alone > 0 else { return [] }
    let shared = 1 - deal.expectedOrders / alone
    guard shared >= 0.2 else { return [] }
    return [
      "although \(Yen.decimal(shared * 100, places: 0)) % of its buyers are reached already"
    ]
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
