import Allocation

/// Follows one rule of thumb: locks, then what the rules' minimums still miss, then its own choice.
struct BaselinePlan {
  private let rule: RuleOfThumb
  private let field: BaselineField
  private let order: [Int]

  init(rule: RuleOfThumb, field: BaselineField) {
    self.rule = rule
    self.field = field
    order = field.order(rule)
  }

  /// The finished plan; nil when neither its own choice nor the cheapest deals meet the minimums.
  func state() -> AllocationState? {
    if rule == .oneStar { return StarSearch(field: field, order: order).state() }
    for cheapestFirst in [false, true] {
      var filling = BaselineFilling(field: field)
      filling.meetLocks()
      filling.meetMinimums(order: order, cheapestFirst: cheapestFirst)
      guard filling.isFeasible else { continue }
      switch rule {
      case .topFollowers, .bestEngagement: for creator in order { filling.fill(creator: creator) }
      case .valuePerYen: filling.fillByReturn()
      case .equalSplitOverNiches: filling.fillEvenly(order: order)
      case .oneStar: break
      }
      if filling.isFeasible { return filling.state }
    }
    return nil
  }
}
