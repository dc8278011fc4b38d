import Allocation
import Casting

/// What a deal is the best of that beats others in no single number.
struct DealProminence {
  private let problem: CastingProblem
  private let priced: PricedDeals
  /// By product: creators who can carry it and earn their cost at the plan's prices, as far as two, and
  /// the cheapest such deal.
  private var carriers: [Set<Int>]
  private var cheapest: [Double]

  init(problem: CastingProblem, priced: PricedDeals) {
    self.problem = problem
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
    guard let candidate = candidate(deal) else { return .worthItsPrice }
    if deal.cost == cheapest[deal.product], earnsItsCost(candidate) {
      return .cheapestCarrier(product: id)
    }
    return priced.rule(crediting: candidate).map { .countsForRule(rule: $0) } ?? .worthItsPrice
  }

  private func candidate(_ deal: PlannedDeal) -> DealCandidate? {
    problem.options(ofCreator: deal.creator)
      .map { problem.candidate(option: $0, creator: deal.creator) }
      .first {
        problem.kinds.product(ofKind: $0.kind) == deal.product
          && problem.kinds.format(ofKind: $0.kind) == deal.format
      }
  }
}
