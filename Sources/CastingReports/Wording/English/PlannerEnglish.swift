import Casting
import CastingPlanning

/// Campaigns that are unfit for planning, in English.
enum PlannerEnglish {
  static func text(_ error: PlannerError) -> String {
    switch error {
    case .budgetMissing: "no budget is given: write `budget:` in the brief or pass --budget"
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
