import Allocation
import AllocationAudit
import Casting

/// What a deal is the best of that beats others in no single number.
struct DealProminence {
  private let problem: CastingProblem
  private let priced: PricedDeals
  /// By creator: options of the plan.
  private let planned: [Int: [Int]]
  private let audit: PlanAudit
  /// What the whole plan comes to in every row.
  private let activities: [Double]
  /// By product: creators who can carry it and earn their cost at the plan's prices, as far as two, and
  /// the cheapest such deal.
  private var carriers: [Set<Int>]
  private var cheapest: [Double]

  init(problem: CastingProblem, priced: PricedDeals, deals: [PlannedDeal]) {
    self.problem = problem
    let options = deals.map { (creator: $0.creator, option: problem.option(of: $0)) }
    planned = Dictionary(grouping: options, by: \.creator)
      .mapValues { $0.compactMap(\.option) }
    audit = PlanAudit(problem.allocation)
    activities = audit.activities(of: options.compactMap(\.option))
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
    return priced.rule(crediting: candidate, beside: activities(without: option, of: deal.creator))
      .map { .countsForRule(rule: $0) }
      ?? .worthItsPrice
  }

  /// What the plan comes to in every row without one of a creator's deals: the others' do not change.
  private func activities(without option: Int, of creator: Int) -> [Double] {
    let own = planned[creator] ?? []
    let (with, without) = (
      audit.activities(of: own), audit.activities(of: own.filter { $0 != option })
    )
    return activities.indices.map { row in
      let rest = activities[row] - (with[row] - without[row])
      // A difference of rounding is none.
      let size = abs(activities[row]) + abs(with[row]) + abs(without[row])
      return abs(rest) <= 1e-12 * size ? 0 : rest
    }
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
