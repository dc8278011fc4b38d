import Casting

/// Two lists of deals side by side.
public struct PlanComparison: Sendable {
  /// What one of the lists comes to.
  public struct Side: Sendable {
    /// As the user calls the list.
    public var name: String
    /// In units of the objective.
    public var value: Double
    /// Money, activation costs included.
    public var spend: Double
    /// What it brings, whatever the objective; nil where its file does not say.
    public var totals: PlanTotals?
    /// Those that can be made, in the order of the list.
    public var deals: [ScenarioDeal]
    /// How many creators it casts.
    public var creatorCount: Int
    /// What it may come to; nil where that was not drawn.
    public var outcomes: Outcomes?
    /// Share of the value that the creator with most of it carries.
    public var largestShare: Double?
    /// Rules of the brief that it breaks.
    public var breaches: [RuleBreach]
    /// Deals of the list that cannot be made, and are left out.
    public var impossible: [ImpossibleDeal]
    /// Deals whose cost the list states otherwise than the inputs.
    public var restated: [RestatedCost]
  }

  /// One deal with two costs, money.
  public struct RestatedCost: Sendable, Equatable {
    /// The deal, at the cost that counts.
    public var deal: ScenarioDeal
    /// Money: as stated first.
    public var first: Double
    /// Money: as stated second, or by the inputs.
    public var second: Double

    package init(deal: ScenarioDeal, first: Double, second: Double) {
      self.deal = deal
      self.first = first
      self.second = second
    }
  }

  /// The unit of all values.
  public var objective: Objective
  /// Whether values were worked out from the inputs; else they are what the plan files state.
  public var isRecomputed: Bool
  /// The first list.
  public var first: Side
  /// The second list.
  public var second: Side
  /// Deals of both lists.
  public var commonCount: Int
  /// Only in the second, and only in the first, in the order of the lists.
  public var added: [ScenarioDeal]
  /// Deals of the first list alone, in its order.
  public var dropped: [ScenarioDeal]
  /// Deals of both lists that these state at different costs.
  public var repriced: [RestatedCost]
  /// From the first to the second: deals that go, then those that come. Values add up to the
  /// difference. Empty where nothing was worked out.
  public var steps: [ScenarioStep]
  /// Share of the drawn outcomes in which the second is worth more; nil where none were drawn.
  public var secondIsBetter: Double?
  /// No list that obeys the rules is worth more, by the prices of a plan compared; nil where there
  /// are none.
  public var bound: Double?
}

extension PlanComparison {
  /// Two plans as their files state them.
  package init(
    stated first: (name: String, claims: PlanClaims, outcomes: Outcomes?),
    _ second: (name: String, claims: PlanClaims, outcomes: Outcomes?)
  ) {
    func deals(_ claims: PlanClaims) -> [ScenarioDeal] {
      claims.deals.map {
        ScenarioDeal(
          creatorID: $0.creatorID, productID: $0.productID, format: $0.format, cost: $0.cost)
      }
    }
    let sides = [first, second].map { side in
      Side(
        name: side.name, value: side.claims.value, spend: side.claims.spend,
        totals: side.claims.details?.totals,
        deals: deals(side.claims), creatorCount: Set(side.claims.deals.map(\.creatorID)).count,
        outcomes: side.outcomes, largestShare: side.claims.largestShare, breaches: [],
        impossible: [], restated: [])
    }
    self.init(
      first.claims.objective, sides, isRecomputed: false,
      costs: sides.map { side in side.deals.map(\.cost) })
  }

  /// - Parameter costs: Money as the lists state them, NaN where they do not; by side and deal.
  init(_ objective: Objective, _ sides: [Side], isRecomputed: Bool, costs: [[Double]]) {
    let keys = sides.map { $0.deals.map(\.key) }
    let changes = ScenarioDeal.changes(from: sides[0].deals, to: sides[1].deals)
    let second = Dictionary(zip(keys[1], costs[1])) { first, _ in first }
    let repriced = sides[0].deals.indices.compactMap { place -> RestatedCost? in
      guard let other = second[keys[0][place]], (other - costs[0][place]).magnitude >= 0.5 else {
        return nil
      }
      return RestatedCost(deal: sides[0].deals[place], first: costs[0][place], second: other)
    }
    self.init(
      objective: objective, isRecomputed: isRecomputed, first: sides[0], second: sides[1],
      commonCount: sides[0].deals.count - changes.dropped.count, added: changes.added,
      dropped: changes.dropped, repriced: repriced, steps: [],
      secondIsBetter: nil, bound: nil)
  }
}

extension PlanClaims {
  /// Share of the value that the creator with most of it carries; nil where there is none.
  fileprivate var largestShare: Double? {
    var added: [String: Double] = [:]
    for deal in deals { added[deal.creatorID, default: 0] += deal.marginalValue }
    guard value > 0, let largest = added.values.max() else { return nil }
    return largest / value
  }
}
