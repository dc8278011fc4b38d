import Allocation

extension CastingProblem {
  /// The deals of the last plan that can still be made, to start from.
  var lastPlan: WarmStart? {
    guard kept != nil else { return nil }
    let options = allocation.optionKind.indices.filter {
      kinds.isKept(Int(allocation.optionKind[$0]))
    }
    return WarmStart(
      prices: AllocationPrices(pool: [], row: [], groupOutput: [], totalOutput: 0),
      choices: allocation.choices(options))
  }
}
