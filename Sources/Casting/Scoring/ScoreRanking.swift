/// What deals are ranked by when a roster is scored.
public enum ScoreRanking: String, CaseIterable, Sendable, Codable {
  /// Expected value for each yen of cost.
  case valuePerCost = "value_per_cost"
  case expectedValue = "expected_value"
  case expectedOrders = "expected_orders"
  case effectiveReach = "effective_reach"
  case affinity
}

/// What one deal brings by itself, before its audience is shared with any other.
public struct ScoredDeal: Sendable, Equatable {
  /// Row in the part of the roster that was scored.
  public var creator: Int
  /// Position in the list of products.
  public var product: Int
  /// The creator's best format for the product, by the ranking.
  public var format: DealFormat
  /// a_ij, in (0, 1].
  public var affinity: Double
  /// Σ_s r_ds, people.
  public var effectiveReach: Double
  /// Σ_s c_js r_ds.
  public var expectedOrders: Double
  /// u_j Σ_s c_js r_ds; for the objective `reach` the effective reach.
  public var expectedValue: Double
  /// k_d, whole yen.
  public var cost: Double
  /// Of the least known input.
  public var grade: Grade

  package init(
    creator: Int, product: Int, format: DealFormat, affinity: Double, effectiveReach: Double,
    expectedOrders: Double, expectedValue: Double, cost: Double,
    grade: Grade
  ) {
    self.creator = creator
    self.product = product
    self.format = format
    self.affinity = affinity
    self.effectiveReach = effectiveReach
    self.expectedOrders = expectedOrders
    self.expectedValue = expectedValue
    self.cost = cost
    self.grade = grade
  }

  /// Infinite for a deal that costs nothing.
  public var valuePerCost: Double {
    cost > 0 ? expectedValue / cost : expectedValue > 0 ? .infinity : 0
  }

  /// What a ranking sorts by: higher is better.
  public func score(_ ranking: ScoreRanking) -> Double {
    switch ranking {
    case .valuePerCost: valuePerCost
    case .expectedValue: expectedValue
    case .expectedOrders: expectedOrders
    case .effectiveReach: effectiveReach
    case .affinity: affinity
    }
  }
}
