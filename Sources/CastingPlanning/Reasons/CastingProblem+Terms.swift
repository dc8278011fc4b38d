import Casting

extension CastingProblem {
  /// All rules of the brief; her deals are all that she could have where none are given.
  func terms(ofCreator creator: Int, deals: [DealCandidate]? = nil) -> CreatorTerms {
    let item = allocation.items[creator]
    return CreatorTerms(
      deals: deals ?? bookableDeals(ofCreator: creator),
      slots: item.slots, spendLimit: item.spendLimit, activation: item.fixedCost,
      isRequired: item.isRequired,
      requiredProducts: locks.products.first { $0.creator == creator }?.products ?? [],
      keys: allocation.kindExclusion)
  }
}
