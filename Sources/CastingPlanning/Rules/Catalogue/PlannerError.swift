/// What makes a campaign unfit for planning at all.
public enum PlannerError: Error, Sendable, Equatable {
  /// Neither the brief nor the command line names a budget.
  case budgetMissing
  /// A lock names a creator who is not in the roster.
  case lockedCreatorUnknown(creatorID: String)
  /// A lock names a product that is not in the list.
  case lockedProductUnknown(creatorID: String, productID: String)
  /// A group of `apart` or `together` names a creator who is not in the roster.
  case groupedCreatorUnknown(creatorID: String)
}
