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

  /// Why a deal is in the plan, or is not.
  public enum Reason: Sendable, Equatable {
    /// Most telling first; empty where nothing is known yet.
    case cast([DealReason])
    case leftOut(LeftOutFact)
  }

  /// The unit of all values.
  public var objective: Objective
  /// As the roster has it.
  public var creatorID: String
  /// For people; "" where the roster has none.
  public var name: String
  /// As the roster writes it.
  public var platform: String
  /// Stated, or made by her followers.
  public var tier: Tier
  /// People.
  public var followers: Double
  /// The deal that is explained; nil where she offers none.
  public var productID: String?
  /// What the deal would make; nil where she offers none.
  public var format: DealFormat?
  /// The deal in the plan; nil where it is not there.
  public var deal: PlannedDeal?
  /// Her deals in the plan, others among them.
  public var plannedProducts: [String]
  /// How many deals she has in the plan.
  public var dealCount: Int
  /// Of the deal; where she is cast for other products, why not with this one instead.
  public var reason: Reason
  /// Empty for a deal with a prediction of its own, or where she offers none.
  public var factors: [DealFactor]
  /// Whose factors are the typical ones; nil where no factors are told.
  public var peers: PeerGroup?
  /// Up to which fee she comes in, or her deal stays.
  public var fee: FeeFinding
  /// What the fee rests on.
  public var feeBasis: FeeBasis
  /// Money: the fee of today; NaN for a deal with a prediction of its own.
  public var statedFee: Double
  /// Rate of today, NaN where it is not known.
  public var statedEngagement: Double
  /// Nil where the question makes no sense: she is in the plan, or nothing would let her in.
  public var engagement: EngagementEntry?
}

/// What a rule costs.
public struct RuleExplanation: Sendable {
  /// The unit of all values.
  public var objective: Objective
  /// Limits, use and price, as the plan has them.
  public var rule: RuleReport
  /// Of the plan.
  public var value: Double
  /// No plan that obeys the rules is worth more.
  public var bound: Double
  /// The campaign without the rule, planned again; nil where the rule cannot be dropped, as the budget.
  public var without: WhatIfRow?
  /// What the best plan without the rule is worth more at most, as a plan states it; nil where that was
  /// not solved to the gap asked for.
  public var cost: Double?
  /// Of the budget: what a little more would bring.
  public var budgetStep: BudgetStep?

  /// What the plan found without the rule is worth more; 0 where it obeys the rule, nil without one.
  public var foundCost: Double? {
    without?.value.map { cost == 0 ? 0 : max(0, $0 - value) }
  }
}
