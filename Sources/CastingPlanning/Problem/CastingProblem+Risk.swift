import Allocation

extension CastingProblem {
  /// What the user predicts the deal to be worth beside its reach; 0 without a prediction.
  func predictedValue(creator: Int, kind: Int) -> Double {
    let (product, format) = (kinds.product(ofKind: kind), kinds.format(ofKind: kind))
    for row in predicted.rows(ofCreator: creator) {
      let deal = predicted.table[row]
      guard deal.product == product, deal.format == format else { continue }
      if case .value(let value) = deal.prediction { return value }
    }
    return 0
  }

  /// What the brief's aversion to risk takes off the worth of the options, in units of the objective.
  func riskCharge(_ options: some Sequence<Int>, in state: AllocationState) -> Double {
    guard let risk else { return 0 }
    return options.reduce(0) { sum, option in
      let creator = state.itemOfOption(option)
      let kind = Int(allocation.optionKind[option])
      let product = kinds.product(ofKind: kind)
      return sum
        + risk.charge(
          creator: creator, product: product, format: kinds.format(ofKind: kind),
          fill: allocation.optionReach[option],
          value: predictedValue(creator: creator, kind: kind),
          isPredicted: predicted.contains(creator: creator, product: product))
    }
  }
}
