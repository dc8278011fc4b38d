/// What a stated fee rests on.
public enum FeeBasis: String, Sendable {
  /// The campaign was solved again with the fee on both sides.
  case solvedAgain = "solved again"
  /// The same, and the plan's prices tell another fee: deals are booked whole, and prices know only
  /// their shares.
  case wholeDeals = "whole deals"
  /// Nothing: no fee is stated.
  case notSolved = "not solved"
  /// The brief locks the deal: no fee drops it.
  case locked
}
