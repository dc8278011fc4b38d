import Casting

extension CastingProblem {
  /// What the cost of a deal is made of. One with a prediction of its own has a cost of its own, which
  /// says nothing of its parts: all of it is the fee.
  func parts(of deal: DealCandidate) -> DealParts {
    let product = kinds.product(ofKind: deal.kind)
    guard !predicted.contains(creator: deal.creator, product: product) else {
      return DealParts(fee: deal.cost, commissionReserve: 0, productCost: 0)
    }
    return response.parts(
      ofCost: deal.cost, creator: deal.creator, product: product, fee: statedFee(of: deal))
  }
}
