import Allocation
import Casting

/// Writes down what a plan's deals, products and rules are about: nothing here is decided.
struct PlanDetails {
  let problem: CastingProblem
  /// The plan's deals as the problem has them, in booking order.
  let candidates: [DealCandidate]

  func add(to plan: inout Plan) {
    addToDeals(of: &plan)
    addToProducts(of: &plan)
    plan.money = problem.campaign.brief.terms.money
    plan.window = problem.campaign.brief.window
    plan.formats = problem.response.formats.all
  }

  private func addToDeals(of plan: inout Plan) {
    var activated: Set<Int> = []
    for (place, candidate) in candidates.enumerated() {
      plan.deals[place].parts = problem.parts(of: candidate)
      plan.deals[place].statedFee = problem.feeState(of: candidate)
      plan.deals[place].booking = problem.booking(of: candidate)
      plan.deals[place].clientCost =
        candidate.cost
        + (problem.amounts.index(of: .surcharge).map { candidate.amounts[$0] } ?? 0)
      plan.deals[place].profile = CreatorProfile(
        problem.campaign.roster, creator: candidate.creator)
      if activated.insert(candidate.creator).inserted {
        plan.deals[place].activation = problem.allocation.items[candidate.creator].fixedCost
      }
    }
  }

  private func addToProducts(of plan: inout Plan) {
    let curve = problem.campaign.brief.saturation
    let market = problem.response.products.marketSize
    let count = plan.cells.count
    var reach = [Double](repeating: 0, count: plan.products.count * count)
    for deal in plan.deals {
      for (cell, people) in deal.reachByCell.enumerated() {
        reach[deal.product * count + cell] += people
      }
    }
    for product in plan.products.indices {
      plan.products[product].price = problem.campaign.products.products[product].price
      plan.products[product].cells = (product * count..<(product + 1) * count).map { pool in
        PlannedCell(
          people: market[pool], reach: reach[pool],
          unique: curve.reached(reach[pool], market: market[pool]))
      }
    }
  }
}
