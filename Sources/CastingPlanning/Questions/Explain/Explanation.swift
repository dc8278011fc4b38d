import Casting

/// Why a creator is in a plan or is not, and what would change that.
public struct CreatorExplanation: Sendable {
  /// The least engagement rate at which she is cast, found by planning again.
  public enum EngagementEntry: Sendable, Equatable {
    /// She is cast at `rate`, and not any more at `outAt`.
    case at(rate: Double, outAt: Double)
    /// Not even at the highest there is: the relationship multiplier is limited.
    case none
    /// A limit stopped a solve on the way.
    case undecided
  }

  public var objective: Objective
  public var creatorID: String
  public var name: String
  public var platform: String
  public var tier: Tier
  public var followers: Double
  /// The deal that is explained; nil where she offers none.
  public var productID: String?
  public var format: DealFormat?
  /// The deal in the plan; nil where it is not there.
  public var deal: PlannedDeal?
  /// Her deals in the plan, others among them.
  public var plannedProducts: [String]
  public var dealCount: Int
  /// Of the deal; where she is cast for other products, why not with this one instead.
  public var reason: String
  /// Empty for a deal with a prediction of its own, or where she offers none.
  public var factors: [DealFactor]
  public var peers: PeerGroup?
  /// JPY: the fee at which she comes in, by the plan's prices; nil where none does.
  public var entryFee: Double?
  public var feeBasis: FeeBasis
  /// JPY: where whole deals move the fee, the one found by solving again; nil where none does.
  public var wholeDealFee: Double?
  /// JPY: the fee of today; NaN for a deal with a prediction of its own.
  public var statedFee: Double
  /// Rate of today, NaN where it is not known.
  public var statedEngagement: Double
  /// Nil where the question makes no sense: she is in the plan, or nothing would let her in.
  public var engagement: EngagementEntry?
}

/// What a rule costs.
public struct RuleExplanation: Sendable {
  public var objective: Objective
  /// Limits, use and price, as the plan has them.
  public var rule: RuleReport
  /// Of the plan.
  public var value: Double
  public var bound: Double
  /// The campaign without the rule, planned again; nil where the rule cannot be dropped, as the budget.
  public var without: WhatIfRow?
  /// For a rule that cannot be dropped: value of one more unit, at the plan's prices.
  public var price: Double { rule.price }
}
