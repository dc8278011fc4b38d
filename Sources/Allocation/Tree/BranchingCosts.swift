/// What deciding options has cost bounds so far in a tree: a guess at what deciding one again will.
///
/// Pseudo-costs: Bénichou et al., "Experiments in mixed-integer linear programming" (1971). What is
/// known of an option is mixed with what options of its worth cost on average.
struct BranchingCosts: Sendable {
  /// What a node decided.
  struct Decision: Sendable {
    var option: Int32
    var isTaken: Bool
    /// How far the option's weight was from what was decided, 0…1.
    var distance: Double
    /// Gross worth of the option where that was decided.
    var worth: Double
  }

  private struct Known: Sendable {
    var sum = 0.0
    var count = 0.0

    mutating func add(_ fall: Double) {
      sum += fall
      count += 1
    }
  }

  /// Falls of the bound by distance; taken and left.
  private var ofOption: (taken: [Int32: Known], left: [Int32: Known]) = ([:], [:])
  /// The same as shares of the options' worth.
  private var ofAll = (taken: Known(), left: Known())
  /// What one option's own falls count against the average of all.
  private static let prior = 1.0
  /// Nearer decisions say little.
  private static let leastDistance = 0.02

  /// - Parameter fall: of the bound by the decision.
  mutating func add(_ decision: Decision, fall: Double) {
    guard decision.distance > Self.leastDistance, decision.worth > 0, fall.isFinite else { return }
    let perUnit = max(0, fall) / decision.distance
    if decision.isTaken {
      ofAll.taken.add(perUnit / decision.worth)
      ofOption.taken[decision.option, default: Known()].add(perUnit)
    } else {
      ofAll.left.add(perUnit / decision.worth)
      ofOption.left[decision.option, default: Known()].add(perUnit)
    }
  }

  /// By how much both bounds are likely to fall: the product of the two.
  ///
  /// - Parameter least: what counts as no fall.
  func score(option: Int32, weight: Double, worth: Double, least: Double) -> Double {
    let taken = estimate(ofOption.taken[option], ofAll.taken, worth) * (1 - weight)
    let left = estimate(ofOption.left[option], ofAll.left, worth) * weight
    return max(taken, least) * max(left, least)
  }

  private func estimate(_ own: Known?, _ all: Known, _ worth: Double) -> Double {
    let average = worth * (all.count > 0 ? all.sum / all.count : 1)
    guard let own else { return average }
    return (own.sum + Self.prior * average) / (own.count + Self.prior)
  }
}
