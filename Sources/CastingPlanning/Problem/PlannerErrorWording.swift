extension PlannerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .budgetMissing:
      "no budget is given: write `budget:` in the brief or pass --budget"
    case .lockedCreatorUnknown(let creatorID):
      "lock: creator \(creatorID) is not in the roster: correct the id or remove the lock"
    case .lockedProductUnknown(let creatorID, let productID):
      "lock: product \(productID), asked of \(creatorID), is not in the list of products: "
        + "correct the id or remove the lock"
    case .groupedCreatorUnknown(let creatorID):
      "apart or together: creator \(creatorID) is not in the roster: correct the id or remove it"
    }
  }
}
