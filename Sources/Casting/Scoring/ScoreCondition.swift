/// A condition on scored deals; of several, all must hold.
public enum ScoreCondition: Sendable, Equatable {
  /// A number of a deal or of its creator.
  public enum Quantity: String, CaseIterable, Sendable {
    case affinity
    case effectiveReach = "effective_reach"
    case expectedOrders = "expected_orders"
    case expectedValue = "expected_value"
    case cost
    case valuePerCost = "value_per_cost"
    case followers
    case engagementRate = "engagement_rate"
  }

  /// How a number stands to a bound.
  public enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="

    /// False for a number that is not known: NaN.
    func holds(_ number: Double, _ bound: Double) -> Bool {
      switch self {
      case .atLeast: number >= bound
      case .atMost: number <= bound
      case .above: number > bound
      case .below: number < bound
      case .equal: number == bound
      }
    }
  }

  case number(Quantity, Comparison, Double)
  /// The deal's grade is one of these.
  case grade(Set<Grade>)
  /// The deal is one that a filter of the brief would select.
  case group(DealFilter)
}

/// Conditions on the deals of a part of a roster.
struct ScoreConditions: Sendable {
  private let numbers: [(ScoreCondition.Quantity, ScoreCondition.Comparison, Double)]
  private let grades: [Set<Grade>]
  private let groups: [FilterMatch]
  let isEmpty: Bool

  init(_ conditions: [ScoreCondition], _ matcher: FilterMatcher) {
    var numbers: [(ScoreCondition.Quantity, ScoreCondition.Comparison, Double)] = []
    var grades: [Set<Grade>] = []
    var groups: [FilterMatch] = []
    for condition in conditions {
      switch condition {
      case .number(let quantity, let comparison, let bound):
        numbers.append((quantity, comparison, bound))
      case .grade(let wanted): grades.append(wanted)
      case .group(let filter): groups.append(matcher.match(filter))
      }
    }
    (self.numbers, self.grades, self.groups) = (numbers, grades, groups)
    isEmpty = conditions.isEmpty
  }

  /// Whether there is a creator, and a product and format, that each group takes in; by group.
  var groupsMeetSome: [Bool] {
    groups.map {
      ($0.creators.isEmpty || $0.creators.contains(true))
        && ($0.kinds.isEmpty || $0.kinds.contains(true))
    }
  }

  /// Whether some deal of the creator may be wanted.
  func admits(creator: Int) -> Bool {
    groups.allSatisfy { $0.creators.isEmpty || $0.creators[creator] }
  }

  func admits(_ deal: ScoredDeal, kind: Int, _ roster: Roster) -> Bool {
    groups.allSatisfy { $0.includes(creator: deal.creator, kind: kind) }
      && grades.allSatisfy { $0.contains(deal.grade) }
      && numbers.allSatisfy { quantity, comparison, bound in
        comparison.holds(Self.value(quantity, deal, roster), bound)
      }
  }

  private static func value(
    _ quantity: ScoreCondition.Quantity, _ deal: ScoredDeal, _ roster: Roster
  ) -> Double {
    switch quantity {
    case .affinity: deal.affinity
    case .effectiveReach: deal.effectiveReach
    case .expectedOrders: deal.expectedOrders
    case .expectedValue: deal.expectedValue
    case .cost: deal.cost
    case .valuePerCost: deal.valuePerCost
    case .followers: roster.followers[deal.creator]
    case .engagementRate: roster.engagementRates[deal.creator]
    }
  }
}
