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

/// A fee as a roster states it. JPY.
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

  private init(state: FeeState, counted: Double, low: Double? = nil, high: Double? = nil) {
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

extension Roster {
  /// What the roster says of the fee in a format; nil where she does not offer it.
  ///
  /// A format's own column decides, where there is one: an empty cell there is no offer, a word that asks
  /// for a quote is one. Else the common fee counts, and an estimate from followers where that is missing.
  package func statedFee(
    creator: Int, format: DealFormat, _ terms: DealTerms
  ) -> StatedFee? {
    let own = formatFees[format.index]
    let low = own.isPresent ? formatFeeLows[format.index][creator] : feeLows[creator]
    let number = own.isPresent ? own[creator] : fees[creator]
    if own.isPresent {
      if number.isNaN && low != .infinity { return nil }
    } else if feeFormats.count > 0, let only = DealFormat(rawValue: feeFormats[creator]),
      only != format
    {
      return nil
    }
    let fee = StatedFee(number, low: low, terms.feePolicy, estimate: estimatedFee(creator))
    return fee.state == .ask && terms.askPolicy == .exclude ? nil : fee
  }

  /// JPY by what is usual for a follower on her platform.
  package func estimatedFee(_ creator: Int) -> Double {
    followers[creator] * CampaignDefaults.yenPerFollower(platform: platforms[creator]).middle
  }

  /// Whether some fee of hers is to be asked for.
  package func asksForQuote(_ creator: Int) -> Bool {
    ([(fees, feeLows)] + Array(zip(formatFees, formatFeeLows))).contains {
      $0.0[creator].isNaN && $0.1[creator] == .infinity
    }
  }
}
