/// Which fee counts where a creator states a range.
public enum FeePolicy: String, CaseIterable, Sendable, Codable {
  /// The upper end, so that the budget holds whatever is agreed.
  case high
  case middle, low
}

/// What becomes of deals whose fee is to be asked for.
public enum AskPolicy: String, CaseIterable, Sendable, Codable {
  /// They count with an estimate, and are listed to be asked for.
  case estimate
  /// They are not on offer.
  case exclude
}

/// What is known of a fee.
public enum FeeState: String, CaseIterable, Sendable, Codable {
  /// One amount.
  case stated
  /// From one amount to another.
  case range
  /// To be asked for; an estimate counts.
  case ask
  /// Nothing; an estimate counts.
  case estimated
}

/// A fee as a roster states it. Money.
public struct StatedFee: Sendable, Equatable {
  /// Whether one amount is stated, two, or none.
  public var state: FeeState
  /// What counts.
  public var counted: Double
  /// The ends of a range; nil, as the next, where there is none.
  public var low: Double?
  /// As `low`.
  public var high: Double?

  /// - Parameters:
  ///   - number: the amount, or the upper end of a range; NaN where none is stated.
  ///   - low: the lower end of a range; ∞ where a fee is to be asked for.
  ///   - estimate: counts where nothing is stated.
  package init(_ number: Double, low: Double, _ policy: FeePolicy, estimate: Double) {
    if number.isNaN {
      self.init(state: low == .infinity ? .ask : .estimated, counted: estimate)
    } else if low < number {
      let counted = policy.amount(from: low, to: number)
      self.init(state: .range, counted: counted, low: low, high: number)
    } else {
      self.init(state: .stated, counted: number)
    }
  }

  fileprivate init(state: FeeState, counted: Double, low: Double? = nil, high: Double? = nil) {
    (self.state, self.counted, self.low, self.high) = (state, counted, low, high)
  }
}

extension FeePolicy {
  /// The amount of a range that counts.
  package func amount(from low: Double, to high: Double) -> Double {
    switch self {
    case .high: high
    case .middle: (low + high) / 2
    case .low: low
    }
  }
}

extension StatedFee {
  /// So many times the fee.
  package func times(_ factor: Double) -> StatedFee {
    StatedFee(
      state: state, counted: counted * factor, low: low.map { $0 * factor },
      high: high.map { $0 * factor })
  }

  /// The fee of two things together: it is to be asked for where one of them is, and a range where one of them
  /// is and both are stated.
  package func added(to other: StatedFee?) -> StatedFee {
    guard let other else { return self }
    let states = [state, other.state]
    let state =
      [FeeState.ask, .estimated, .range].first { states.contains($0) } ?? FeeState.stated
    return StatedFee(
      state: state, counted: counted + other.counted,
      low: state == .range ? (low ?? counted) + (other.low ?? other.counted) : nil,
      high: state == .range ? (high ?? counted) + (other.high ?? other.counted) : nil)
  }
}

extension Roster {
  /// Whether no fee of hers stands anywhere.
  package func lacksFee(_ creator: Int) -> Bool {
    ([fees] + formatFees + packageFees.map(\.fees)).allSatisfy { $0[creator].isNaN }
  }

  /// Whether some fee of hers is to be asked for.
  package func asksForQuote(_ creator: Int) -> Bool {
    let columns =
      [(fees, feeLows)] + Array(zip(formatFees, formatFeeLows))
      + packageFees.map { ($0.fees, $0.lows) }
    return columns.contains { $0.0[creator].isNaN && $0.1[creator] == .infinity }
  }
}
