/// What a stated fee rests on.
public enum FeeBasis: String, Sendable {
  /// The campaign was solved again with a fee 1 % on the other side, and the deal went or came.
  case solvedAgain = "solved again"
  /// Solving again showed otherwise: deals are booked whole, and prices know only their shares.
  case wholeDeals = "whole deals"
  /// The plan's prices alone.
  case prices
  /// The brief locks the deal: no fee drops it.
  case locked
}
