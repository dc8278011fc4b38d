import Casting

// Blank values to be filled field by field.

extension CreatorExplanation {
  /// A creator of whom nothing is known yet.
  package init(creatorID: String, objective: Objective) {
    self.init(
      objective: objective, creatorID: creatorID, name: "", platform: "", tier: .nano,
      followers: .nan, plannedProducts: [], dealCount: 0, reason: .cast([]), factors: [],
      fee: .notSolved, feeBasis: .notSolved, statedFee: .nan, statedEngagement: .nan)
  }
}

extension RuleExplanation {
  /// A rule that was not dropped.
  package init(_ rule: RuleReport, objective: Objective, value: Double, bound: Double) {
    self.init(
      objective: objective, rule: rule, value: value, bound: bound, without: nil, cost: nil,
      budgetStep: nil)
  }
}

extension DealFactor {
  /// A factor that follows from others, of a creator without peers.
  package init(_ kind: Kind, _ value: Double) {
    self.init(kind: kind, value: value, typical: .nan, grade: nil)
  }
}

extension PeerGroup {
  /// Creators of any tier.
  package init(platform: String, count: Int) {
    self.init(platform: platform, tier: nil, count: count)
  }
}
