import Allocation

/// A plan as its rules are told: what they add up to, and what they charge.
package struct RuleReading: Sendable {
  let problem: CastingProblem
  let prices: AllocationPrices
  let priced: PricedDeals
  let state: AllocationState
  let facts: PlanFacts
  /// JPY of the deals alone.
  let spend: Double
  let threads: Int
  /// Those of a long roster who are not in the problem.
  let others: OtherCreators?
  /// Of the rule that is told, among the campaign's.
  var number = 0

  // MARK: Of sums

  private var rowNumber: Int {
    guard let row = problem.rowOfRule[number] else { preconditionFailure("the rule has no row") }
    return row
  }

  var row: AllocationRow { problem.allocation.rows[rowNumber] }
  var rowActivity: Double { state.rowActivity[rowNumber] }
  var rowPrice: Double { prices.row[rowNumber] }

  // MARK: Of other rules

  /// What the plan comes to under a rule as it stands.
  func activity(of rule: any CastingRule) -> Double {
    let view = RuleView(ruleSet: problem.rules, state: RuleState(problem.rules.sides), number: 0)
    return rule.measure(in: problem.ruleFrame)(facts, view)
  }

  /// By how much the bound would rise without the rule, in the unit of the objective.
  func price(lifting rule: some WholeRule) throws -> Double {
    let listed = RulePrices(problem: problem, priced: priced, threads: threads)
    return try listed.price(lifting: rule, number)
      + (others?.price(lifting: rule, number, at: prices) ?? 0)
  }
}
