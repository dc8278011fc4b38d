import Casting

/// Finds why a deal is in the plan: the facts in which it beats the others, the largest first. Every one
/// favours it; where none stands out, what it is the best of.
struct DealReasons {
  private let problem: CastingProblem
  private let meanAffinity: Double
  /// Money per effectively reached person over the whole plan.
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
    prominence = DealProminence(problem: problem, priced: priced, deals: deals)
    meanAffinity = deals.reduce(0) { $0 + $1.affinity } / Double(max(1, deals.count))
    let reach = deals.reduce(0) { $0 + $1.effectiveReach }
    meanCostOfReach = reach > 0 ? deals.reduce(0) { $0 + $1.cost } / reach : 0
    let worth = deals.reduce(0) {
      $0 + $1.effectiveReach * Self.worthOfReach($1, problem.response)
    }
    meanWorthOfReach = reach > 0 ? worth / reach : 0
  }

  /// One fact of a deal, and how many times the usual it is.
  private struct Advantage {
    var reason: DealReason
    var timesUsual: Double
  }

  /// Most telling first.
  func reasons(_ deal: PlannedDeal) -> [DealReason] {
    let isPredicted = problem.predicted.contains(creator: deal.creator, product: deal.product)
    let booking = problem.screen.booked.booking(
      creator: deal.creator, product: deal.product, format: deal.format)
    let lock = deal.locked ? DealReason.lockedByBrief : nil
    return [booking.map { .booked(status: $0.status) } ?? lock].compactMap { $0 }
      + (isPredicted ? [.predicted] : advantages(deal)) + standing(deal)
  }

  private func advantages(_ deal: PlannedDeal) -> [DealReason] {
    let ordered = [fit(deal), engagement(deal), price(deal), worth(deal), audience(deal)]
      .compactMap { $0 }
      .enumerated().sorted {
        ($1.element.timesUsual, $0.offset) < ($0.element.timesUsual, $1.offset)
      }.map(\.element)
    let notable = ordered.filter { $0.timesUsual >= Self.notable }.prefix(Self.factsShown)
    return (notable.isEmpty ? [prominence.reason(deal)] : notable.map(\.reason)) + overlap(deal)
  }

  private func fit(_ deal: PlannedDeal) -> Advantage? {
    let embeddings = problem.response.embeddings
    guard embeddings.isKnown(creator: deal.creator, product: deal.product) else { return nil }
    return Advantage(
      reason: .affinity(own: deal.affinity, average: meanAffinity),
      timesUsual: deal.affinity / max(meanAffinity, .leastNormalMagnitude))
  }

  private func engagement(_ deal: PlannedDeal) -> Advantage? {
    let rate = problem.campaign.roster.engagementRates[deal.creator]
    let usual = problem.response.relationship.engagementReferences[deal.creator]
    guard !rate.isNaN, usual > 0 else { return nil }
    return Advantage(
      reason: .engagement(rate: rate, tier: deal.tier, average: usual),
      timesUsual: rate / usual)
  }

  private func price(_ deal: PlannedDeal) -> Advantage? {
    guard deal.effectiveReach > 0 else { return nil }
    guard deal.cost > 0 else { return Advantage(reason: .costsNothing, timesUsual: .infinity) }
    let cost = deal.cost / deal.effectiveReach
    return Advantage(
      reason: .costOfReach(own: cost * 1000, average: meanCostOfReach * 1000),
      timesUsual: meanCostOfReach / cost)
  }

  /// What the people reached are worth, in the unit of the objective.
  private func worth(_ deal: PlannedDeal) -> Advantage? {
    let objective = problem.campaign.brief.objective
    guard meanWorthOfReach > 0, objective != .reach else { return nil }
    let worth = Self.worthOfReach(deal, problem.response)
    return Advantage(
      reason: .worthOfReach(
        own: worth * 1000, average: meanWorthOfReach * 1000, objective: objective),
      timesUsual: worth / meanWorthOfReach)
  }

  private static func worthOfReach(_ deal: PlannedDeal, _ response: ResponseModel) -> Double {
    response.products.unitValue[deal.product]
      * response.meanConversion(
        creator: deal.creator, product: deal.product, format: deal.format)
  }

  /// How much likelier than the market's her audience is to buy, by its ages and genders; nil
  /// where it is not.
  private func audience(_ deal: PlannedDeal) -> Advantage? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let response = problem.response
    let mix = response.roster.audience.defaultMix
    let pools = deal.product * mix.count..<(deal.product + 1) * mix.count
    let usual = zip(response.products.conversion[pools], mix).reduce(0) { $0 + $1.0 * $1.1 }
    guard usual > 0 else { return nil }
    let ratio =
      response.meanConversion(creator: deal.creator, product: deal.product) / usual
    guard ratio >= Self.notable else { return nil }
    return Advantage(reason: .audienceBuys(times: ratio), timesUsual: ratio)
  }

  /// What is lost to deals booked before, when it is more than a little.
  private func overlap(_ deal: PlannedDeal) -> [DealReason] {
    let alone =
      deal.effectiveReach
      * problem.response.meanConversion(
        creator: deal.creator, product: deal.product, format: deal.format)
    guard alone > 0 else { return [] }
    let shared = 1 - deal.expectedOrders / alone
    return shared >= 0.2 ? [.buyersReachedAlready(share: shared)] : []
  }

  private func standing(_ deal: PlannedDeal) -> [DealReason] {
    let roster = problem.campaign.roster
    let isInHouse = roster.employments[deal.creator] == Employment.inHouse.rawValue
    let level = roster.certifications[deal.creator]
    let isCertified = !level.isEmpty && NormalizedText(level).string != "none"
    return (isInHouse ? [.inHouse] : []) + (isCertified ? [.certified(level: level)] : [])
  }
}
