import Casting
import CastingPlanning

/// Sentences on rows of a what-if.
enum WhatIfWording {
  /// On the spend of a target that is reached; nil of other rows.
  static func spend(_ row: WhatIfRow, _ objective: Objective) -> String? {
    guard let target = row.target, target.isReached else { return nil }
    return row.name + ": "
      + BudgetWording.leastSpend(
        row.spend, reaching: target.target, bound: target.spendBound, objective: objective)
  }
}
