import Allocation

/// Follows one rule of thumb: locks, then what the rules' minimums still miss, then its own choice.
struct BaselinePlan {
  private let rule: RuleOfThumb
  private let field: BaselineField
  private let order: [Int]
  /// Who may be the one star, first choice first.
  private let stars: ArraySlice<Int>

  /// - Parameter takesNextStar: whether the next star will do where the first cannot be had.
  init(rule: RuleOfThumb, field: BaselineField, takesNextStar: Bool) {
    self.rule = rule
    self.field = field
    order = field.order(rule)
    stars = takesNextStar ? order[...] : order.prefix(1)
  }

  /// The finished plan; nil when neither its own choice nor the cheapest deals meet the minimums.
  func state() -> AllocationState? {
    for cheapestFirst in [false, true] {
      var filling = BaselineFilling(field: field)
      filling.meetLocks()
      if rule == .oneStar && !filling.fillFirst(of: stars) { continue }
      filling.meetMinimums(order: order, cheapestFirst: cheapestFirst || rule == .oneStar)
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
