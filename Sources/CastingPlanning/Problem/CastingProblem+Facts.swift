import Allocation

extension CastingProblem {
  /// What a choice of options adds up to.
  func facts(_ options: [Int]) -> PlanFacts {
    let deals = zip(allocation.choices(options), options.sorted()).map {
      PlanFacts.Deal(
        creator: Int($0.item), kind: Int($0.kind), cost: allocation.optionCost[$1],
        amounts: allocation.amounts(of: $1))
    }
    return PlanFacts(
      deals, activationCosts: response.roster.activationCosts, personOfAccount: personOfAccount)
  }
}
