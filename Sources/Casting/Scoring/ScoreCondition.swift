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
  private var numbers: [(ScoreCondition.Quantity, ScoreCondition.Comparison, Double)] = []
  private var grades: [Set<Grade>] = []
  private var groups: [FilterMatch] = []
  private let followers: NumberColumn
  private let engagementRates: NumberColumn
  /// By condition: whether the part has somebody, and the campaign some product and format, that a group
  /// takes in; true of all that are no groups.
  private(set) var meetSome: [Bool] = []

  init(_ conditions: [ScoreCondition], _ matcher: FilterMatcher) {
    followers = matcher.roster.followers
    engagementRates = matcher.roster.engagementRates
    for condition in conditions {
      var meetsSome = true
      switch condition {
      case .number(let quantity, let comparison, let bound):
        numbers.append((quantity, comparison, bound))
      case .grade(let wanted): grades.append(wanted)
      case .group(let filter):
        let match = matcher.match(filter)
        groups.append(match)
        meetsSome = match.includesSome
      }
      meetSome.append(meetsSome)
    }
  }

  var isEmpty: Bool { meetSome.isEmpty }

  /// Whether some deal of the creator may be wanted.
  func admits(creator: Int) -> Bool { groups.allSatisfy { $0.includes(creator: creator) } }

  func admits(_ deal: ScoredDeal, kind: Int) -> Bool {
    groups.allSatisfy { $0.includes(creator: deal.creator, kind: kind) }
      && grades.allSatisfy { $0.contains(deal.grade) }
      && numbers.allSatisfy { quantity, comparison, bound in
        comparison.holds(value(quantity, deal), bound)
      }
  }

  private func value(_ quantity: ScoreCondition.Quantity, _ deal: ScoredDeal) -> Double {
    switch quantity {
    case .affinity: deal.affinity
    case .effectiveReach: deal.effectiveReach
    case .expectedOrders: deal.expectedOrders
    case .expectedValue: deal.expectedValue
    case .cost: deal.cost
    case .valuePerCost: deal.valuePerCost
    case .followers: followers[deal.creator]
    case .engagementRate: engagementRates[deal.creator]
    }
  }
}
