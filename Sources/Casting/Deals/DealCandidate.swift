/// A deal that is or could be in the plan.
package struct DealCandidate: Sendable {
  package var creator: Int
  package var kind: Int
  /// People.
  package var reach: Double
  /// The same as the product's pools count them: φ times as many, or as many where people are wanted.
  package var fill: Double
  /// Whole yen.
  package var cost: Double
  /// Value beside its reach.
  package var ownValue = 0.0
  /// What it has of everything that rules count beside deals and costs, in the order of the problem's lists.
  package var amounts: [Double] = []

  package init(
    creator: Int, kind: Int, reach: Double, fill: Double, cost: Double, ownValue: Double = 0.0
  ) {
    self.creator = creator
    self.kind = kind
    self.reach = reach
    self.fill = fill
    self.cost = cost
    self.ownValue = ownValue
  }
}
