import Allocation
import Casting

/// What a deal is the best of that beats others in no single number.
struct DealProminence {
  private let problem: CastingProblem
  private let priced: PricedDeals
  /// The deals of the plan.
  private let plan: [DealCandidate]
  /// By product: creators who can carry it and earn their cost at the plan's prices, as far as two, and
  /// the cheapest such deal.
  private var carriers: [Set<Int>]
  private var cheapest: [Double]

  init(problem: CastingProblem, priced: PricedDeals, deals: [PlannedDeal]) {
    self.problem = problem
    plan = deals.compactMap { problem.candidate(of: $0) }
    self.priced = priced
    let products = problem.campaign.products.count
    carriers = [Set<Int>](repeating: [], count: products)
    cheapest = [Double](repeating: .infinity, count: products)
    for creator in 0..<problem.allocation.itemCount {
      for option in problem.options(ofCreator: creator) {
        let deal = problem.candidate(option: option, creator: creator)
        guard !problem.isBarred(deal), earnsItsCost(deal) else { continue }
        let product = problem.kinds.product(ofKind: deal.kind)
        if carriers[product].count < 2 { carriers[product].insert(creator) }
        cheapest[product] = min(cheapest[product], deal.cost)
      }
    }
  }

  private func earnsItsCost(_ deal: DealCandidate) -> Bool {
    priced.profit(deal) - priced.activationCharge(deal.creator) >= 0
  }

  /// What favours a deal of the plan.
  func reason(_ deal: PlannedDeal) -> DealReason {
    let id = deal.productID
    if carriers[deal.product] == [deal.creator] { return .onlyCarrier(product: id) }
    guard let candidate = problem.candidate(of: deal) else { return .worthItsPrice }
    if deal.cost == cheapest[deal.product], earnsItsCost(candidate) {
      return .cheapestCarrier(product: id)
    }
    return priced.rule(crediting: candidate, of: plan).map { .countsForRule(rule: $0) }
      ?? .worthItsPrice
  }

}

extension CastingProblem {
  /// The deal of a plan as the problem has it.
  fileprivate func candidate(of deal: PlannedDeal) -> DealCandidate? {
    options(ofCreator: deal.creator).map { candidate(option: $0, creator: deal.creator) }
      .first {
        kinds.product(ofKind: $0.kind) == deal.product
          && kinds.format(ofKind: $0.kind) == deal.format
      }
  }
}
