import Casting

/// What solving again told of a fee: the one at which a cast deal goes, or a creator left out comes in.
///
/// Money. Nothing that rests on the plan's prices alone is in here.
public enum FeeFinding: Sendable, Equatable {
  /// It was not solved again, or limits came before anything was proved.
  case notSolved
  /// The brief locks the deal: no fee drops it.
  case locked
  /// Up to here a plan with the deal is at least as good as any without; from 1 % above (a yen, of small
  /// fees) on none is.
  case threshold(Double)
  /// The same proved up to here only; from `outAt` on it is proved not to be, nil where it nowhere is.
  case atLeast(Double, outAt: Double?)
  /// Of a creator left out: at the fee she asks, a plan with her is worth as much as the one shown, as far
  /// as the proof can tell the two apart.
  case todaysFee
  /// At every fee that the rules allow.
  case everyFee
  /// Not even for nothing.
  case noFee

  /// Money: the fee as one number; nil where there is none to print.
  public var fee: Double? {
    if case .threshold(let fee) = self { fee } else { nil }
  }

  /// Whether anything was proved.
  public var isSolved: Bool { self != .notSolved && self != .locked }

  /// What it rests on.
  ///
  /// - Parameter priced: Money: what the plan's prices alone would tell; nil: no fee.
  func basis(besides priced: Double?) -> FeeBasis {
    switch self {
    case .notSolved: .notSolved
    case .locked: .locked
    case .threshold(let fee):
      (priced ?? -1).distance(to: fee).magnitude <= max(1, 0.01 * fee) ? .solvedAgain : .wholeDeals
    case .atLeast, .todaysFee, .everyFee, .noFee: .solvedAgain
    }
  }
}
