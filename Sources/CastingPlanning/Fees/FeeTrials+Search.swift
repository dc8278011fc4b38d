import Casting

/// Searches a fee between two, in whole multiples of the smallest amount.
extension FeeTrials {
  /// Of a fee: how near it is searched.
  private static let step = 0.005

  /// - Parameters:
  ///   - start: a fee at which she is in; nil where none is known.
  ///   - guess: where the fee may be.
  mutating func bracket(
    from start: Double?, to end: Double, guess: Double?,
    _ verdict: (inout FeeTrials, Double) -> Verdict
  ) -> Bracket {
    var bracket = Bracket(low: start)
    // The lowest fee at which she was not proved to be in.
    var notIn = Double.infinity
    func probe(_ trials: inout FeeTrials, _ fee: Double) -> Bool {
      guard trials.look.better == nil else {
        bracket.isCut = true
        return false
      }
      switch verdict(&trials, fee) {
      case .isIn: bracket.low = max(bracket.low ?? 0, fee)
      case .isOut: (notIn, bracket.high) = (min(notIn, fee), min(bracket.high ?? .infinity, fee))
      case .open: notIn = min(notIn, fee)
      case .outOfWork:
        bracket.isCut = true
        return false
      }
      return true
    }
    if let guess, guess.isFinite {
      let first = min(end, max(money.down(guess), start ?? 0))
      if first > start ?? -1 {
        guard probe(&self, first) else { return bracket }
        let other =
          bracket.low == first
          ? min(end, above(first))
          : max(start ?? 0, money.down(first - stride(first)))
        if other != first, other > start ?? -1 {
          guard probe(&self, other) else { return bracket }
        }
      }
    }
    // Up from where she is known to be in, in longer and longer strides.
    var reach = 4.0
    while notIn == .infinity, bracket.low != end {
      let next = bracket.low.map { min(end, money.nearest($0 + reach * stride($0))) }
      guard probe(&self, next ?? end) else { return bracket }
      reach *= 4
    }
    if bracket.low == end {
      bracket.isWhole = true
      return bracket
    }
    if bracket.low == nil, notIn > 0 {
      guard probe(&self, 0) else { return bracket }
    }
    guard var low = bracket.low else { return bracket }
    while let middle = middle(low, notIn) {
      guard probe(&self, middle) else { return bracket }
      low = bracket.low ?? low
    }
    // Between the two she may be either: from where on is she out?
    var open = notIn
    if bracket.high == nil, open < end {
      guard probe(&self, end) else { return bracket }
    }
    while let high = bracket.high, let middle = middle(open, high) {
      let before = bracket.high
      guard probe(&self, middle) else { return bracket }
      if bracket.high == before { open = middle }
    }
    return bracket
  }

  private var money: Money { look.problem.response.money }

  private func stride(_ fee: Double) -> Double { max(money.least, Self.step * fee) }
  private func above(_ fee: Double) -> Double { money.down(fee + stride(fee)) }

  /// A fee in whole smallest amounts between two, nil where they are near enough.
  private func middle(_ low: Double, _ high: Double) -> Double? {
    guard high.isFinite, high - low > stride(low) else { return nil }
    let middle = money.nearest(low >= 1 ? (low * high).squareRoot() : (low + high) / 2)
    return middle > low && middle < high ? middle : nil
  }
}
