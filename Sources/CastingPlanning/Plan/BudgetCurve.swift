import Casting

/// What the best plans of other budgets are worth, beside the plan's own.
public struct BudgetCurve: Sendable, Equatable {
  /// The best plan of one budget.
  public struct Point: Sendable, Equatable {
    /// Money.
    public var budget: Double
    /// Of the best plan known within the budget, in units of the objective; nil where none is known.
    public var value: Double?
    /// No plan within the budget is worth more; nil where it is proved that none obeys the rules.
    public var bound: Double?
    /// Deals of the plan of that value.
    public var deals: Int?
    /// What a yen earns from this budget to the next larger one; nil where one of both has no value.
    public var marginalReturn: Double?

    package init(
      budget: Double, value: Double?, bound: Double?, deals: Int?, marginalReturn: Double? = nil
    ) {
      self.budget = budget
      self.value = value
      self.bound = bound
      self.deals = deals
      self.marginalReturn = marginalReturn
    }
  }

  /// Why a plan has no curve.
  public enum Omission: String, Sendable {
    case notAsked = "not_asked"
    /// The roster is too long for all its deals to be held.
    case rosterNotHeld = "roster_not_held"
    /// The plan spends what it likes.
    case noBudget = "no_budget"
    /// A limit came before the plan was as good as points of the curve would have to be.
    case searchStopped = "search_stopped"
  }

  /// Ascending by budget; the plan's own is among them.
  public var points: [Point]

  package init(points: [Point]) { self.points = points }
}

extension BudgetCurve {
  /// Shares of the budget from which to which a curve goes.
  private static let ends = (least: 0.4, most: 1.6)

  /// The budgets of a curve around one, ascending: whole yen or cents but for the one itself.
  ///
  /// - Parameters:
  ///   - budget: of the plan.
  ///   - count: as many as there are, if the budget is large enough for that; of an even number one
  ///     more above it than below.
  package static func budgets(
    around budget: Double, count: Int, in money: Money = .yen
  ) -> [Double] {
    let below = max(0, count - 1) / 2
    let above = max(0, count - 1) - below
    func budgets(_ count: Int, _ end: Double) -> [Double] {
      (0..<count).map { place in
        let share = 1 + (end - 1) * Double(place + 1) / Double(count)
        return money.nearest(budget * share)
      }
    }
    let lower = budgets(below, ends.least).reversed().filter { $0 < budget }
    let upper = budgets(above, ends.most).filter { $0 > budget }
    return (lower + [budget] + upper).reduce(into: []) { found, next in
      if found.last.map({ $0 < next }) ?? true { found.append(next) }
    }
  }

  /// The same points with what a yen earns from each to the next.
  mutating func fillReturns() {
    for (place, next) in zip(points.indices, points.dropFirst()) {
      guard let value = points[place].value, let more = next.value else { continue }
      points[place].marginalReturn = (more - value) / (next.budget - points[place].budget)
    }
  }
}
