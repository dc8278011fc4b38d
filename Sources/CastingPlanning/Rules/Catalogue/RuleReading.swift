import Allocation

/// A plan as a rule of it is told: what it adds up to, and what it charges.
package struct RuleReading {
  let ruleSet: RuleSet
  let frame: RuleFrame
  package let facts: PlanFacts
  /// Orders served, by product.
  package let servedOutput: [Double]
  package let prices: AllocationPrices
  /// The rule's row, what it sums up to, and its price; nil where the rule is none.
  var sum: (row: AllocationRow, activity: Double, price: Double)?
  /// By how much the bound would rise without the rule, in the unit of the objective.
  var lifting: (any WholeRule) throws -> Double

  /// What the plan comes to under a rule as it stands.
  func activity(of rule: any CastingRule) -> Double {
    let view = RuleView(ruleSet: ruleSet, state: RuleState(ruleSet.sides), number: 0)
    return rule.measure(in: frame)(facts, view)
  }
}
