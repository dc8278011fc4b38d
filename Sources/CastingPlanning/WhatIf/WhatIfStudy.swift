import Allocation

/// A base plan, and what becomes of it under other budgets and changed rules.
///
/// What is proved of one scenario holds for the others as far as they allow more or less: a larger
/// budget or a dropped rule never shows a smaller value or a smaller bound.
public struct WhatIfStudy: Sendable {
  /// The campaign as it is.
  public let base: ScenarioPlan
  /// In the order asked for.
  public let plans: [ScenarioPlan]
  /// How many of them, the first, are budgets, ascending.
  let budgetCount: Int

  /// Solves the base, then every scenario, each from the one before. Throws `PlannerError`, and what
  /// `progress` throws.
  ///
  /// - Parameters:
  ///   - budgets: Money; rows of their own, ascending.
  ///   - progress: gets the number of rows done and in all.
  public init(
    _ held: HeldCampaign, budgets: [Double], scenarios: [Scenario],
    progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws {
    let count = budgets.count + scenarios.count + 1
    try progress(0, count)
    var clashes = HeldCampaign.mostClashes
    var solved = [
      try held.row(
        Scenario(name: .changes([.base]), campaign: held.campaign, relation: .same),
        clashes: &clashes)
    ]
    // Where the brief asks for the budget, others are measured by the one that was found.
    let settled = solved[0].scenario.campaign
    for scenario in budgets.sorted().map({ Scenario(budget: $0, of: settled) }) + scenarios {
      try progress(solved.count, count)
      solved.append(try held.row(scenario, clashes: &clashes))
    }
    try progress(count, count)
    Self.exchange(&solved, budgetCount: budgets.count)
    base = solved[0]
    plans = Array(solved.dropFirst())
    budgetCount = budgets.count
  }

  /// Solves other budgets alone, around a base that is known.
  ///
  /// - Parameter base: what the held campaign begins from.
  init(_ held: HeldCampaign, base: ScenarioPlan, budgets: [Double]) throws {
    var solved = [base]
    for budget in budgets.sorted() {
      solved.append(try held.solve(Scenario(budget: budget, of: held.campaign)))
    }
    Self.exchange(&solved, budgetCount: budgets.count)
    self.base = solved[0]
    plans = Array(solved.dropFirst())
    budgetCount = budgets.count
  }

  /// Plans go to every scenario that allows them, bounds to every scenario that allows less.
  private static func exchange(_ solved: inout [ScenarioPlan], budgetCount: Int) {
    let own = solved
    for place in solved.indices {
      for other in own.indices where other != place { solved[place].take(own[other]) }
    }
    let bounds = solved.map(\.bound)
    for place in solved.indices {
      for other in solved.indices
      where other != place && allows(other, place, solved, budgetCount) {
        solved[place].bound = min(solved[place].bound, max(bounds[other], solved[place].value))
      }
    }
  }

  /// Whether every plan of `less` is a plan of `more`.
  private static func allows(
    _ more: Int, _ less: Int, _ solved: [ScenarioPlan], _ budgetCount: Int
  ) -> Bool {
    // Plans that answer a question of the budget have budgets of their own.
    if [more, less].contains(where: { solved[$0].budgetAnswer != nil }) { return false }
    let isBudget = { (place: Int) in place <= budgetCount }
    if isBudget(more) && isBudget(less) {
      let budgets = [more, less].map { solved[$0].scenario.campaign.brief.budget ?? .infinity }
      return budgets[0] >= budgets[1]
    }
    // Both against the base.
    let isMore = more == 0 || [.relaxes, .same].contains(solved[more].scenario.relation)
    let isLess = less == 0 || [.tightens, .same].contains(solved[less].scenario.relation)
    return isMore && isLess
  }
}
