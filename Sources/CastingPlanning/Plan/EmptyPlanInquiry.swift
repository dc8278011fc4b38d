import Allocation
import Casting

/// Finds out why a plan casts nobody: the first thing that had to be otherwise.
struct EmptyPlanInquiry {
  let problem: CastingProblem

  func reason() -> EmptyPlanReason {
    var cheapest: (deal: DealCandidate, cost: Double)?
    var barring: (row: Int, short: Double)?
    var (banned, unavailable, isSpendLimited) = (0, 0, false)
    for creator in 0..<problem.allocation.itemCount {
      let refusals = problem.refusals[creator]
      let activation = problem.allocation.items[creator].fixedCost
      let held = problem.options(ofCreator: creator).map {
        problem.candidate(option: $0, creator: creator)
      }
      for deal in held {
        let ceiling = problem.ceilings.ceiling(of: deal)
        if deal.cost > ceiling.cost {
          let short = deal.cost - ceiling.cost
          if short < barring?.short ?? .infinity { barring = (ceiling.row, short) }
        } else if problem.screen.charge(onCost: deal.cost, activation: activation)
          <= problem.screen.budget
        {
          return .nothingPays
        }
      }
      if held.isEmpty, refusals.contains(.banned) { banned += 1 }
      if held.isEmpty, !refusals.contains(.banned), refusals.contains(.unavailable) {
        unavailable += 1
      }
      isSpendLimited = isSpendLimited || refusals.contains(.overSpendLimit)
      guard refusals.contains(.overBudget) || !held.isEmpty else { continue }
      for deal in problem.offeredDeals(ofCreator: creator)
      where problem.screen.refusal(creator: creator, kind: deal.kind) == nil {
        let cost = problem.screen.charge(onCost: deal.cost, activation: activation)
        if cost < cheapest?.cost ?? .infinity { cheapest = (deal, cost) }
      }
    }
    if let barring, barring.row >= 0 {
      return .overRule(name: problem.ruleBook.entries[barring.row].name)
    }
    if let cheapest, cheapest.cost > problem.screen.budget {
      let products = problem.campaign.products.products
      let fixed = problem.campaign.brief.terms.agency.fixed
      return .overBudget(
        cost: cheapest.cost + fixed, budget: problem.screen.budget + fixed,
        creatorID: problem.campaign.roster.creatorIDs[cheapest.deal.creator],
        productID: products[problem.kinds.product(ofKind: cheapest.deal.kind)].id)
    }
    if isSpendLimited { return .overRule(name: RuleNames.spendPerCreator) }
    return banned + unavailable > 0
      ? .allLeftOut(banned: banned, unavailable: unavailable) : .nothingOnOffer
  }
}
