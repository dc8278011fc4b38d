import Allocation
import AllocationAudit
import Casting

/// What a deal is the best of that beats others in no single number.
struct DealProminence {
  private let problem: CastingProblem
  private let priced: PricedDeals
  /// Options of the plan.
  private let plan: [Int]
  /// By product: creators who can carry it and earn their cost at the plan's prices, as far as two, and
  /// the cheapest such deal.
  private var carriers: [Set<Int>]
  private var cheapest: [Double]

  init(problem: CastingProblem, priced: PricedDeals, deals: [PlannedDeal]) {
    self.problem = problem
    plan = deals.compactMap { problem.option(of: $0) }
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
    guard let option = problem.option(of: deal) else { return .worthItsPrice }
    let candidate = problem.candidate(option: option, creator: deal.creator)
    if deal.cost == cheapest[deal.product], earnsItsCost(candidate) {
      return .cheapestCarrier(product: id)
    }
    let rest = PlanAudit(problem.allocation).activities(of: plan.filter { $0 != option })
    return priced.rule(crediting: candidate, beside: rest).map { .countsForRule(rule: $0) }
      ?? .worthItsPrice
  }

}

extension CastingProblem {
  /// The option of a deal of a plan.
  fileprivate func option(of deal: PlannedDeal) -> Int? {
    options(ofCreator: deal.creator).first {
      let kind = Int(allocation.optionKind[$0])
      return kinds.product(ofKind: kind) == deal.product
        && kinds.format(ofKind: kind) == deal.format
    }
  }
}
