import Allocation
import Casting

/// A rule that is a row of the problem: lower ≤ Σ weight ≤ upper over the deals of a group.
///
/// Its row is all it says of itself: the solver, its price, its report, the audit and the clash finder
/// follow from it.
package protocol SumRule: CastingRule {
  func row(in frame: RuleFrame) -> AllocationRow

  /// The share, where the row reads Σ_group k − share · Σ_all k: plans state the share itself.
  var share: Double? { get }
  /// What plans state beyond the row, in use and limits.
  var offset: Double { get }
}

extension SumRule {
  package var share: Double? { nil }
  package var offset: Double { 0 }

  package func compile(into draft: inout ProblemDraft) {
    draft.add(row(in: draft.frame), share: share, offset: offset)
  }

  package func measure(in frame: RuleFrame) -> RuleMeasure {
    let (row, offset) = (row(in: frame), offset)
    return { plan, _ in row.sum(over: plan) + offset }
  }

  package func report(_ reading: RuleReading) -> RuleReport {
    guard let sum = reading.sum else { preconditionFailure("\(name) has no row") }
    var (shift, activity) = (offset, sum.activity + offset)
    if let share {
      shift = share
      activity = reading.facts.dealSpend > 0 ? sum.activity / reading.facts.dealSpend + share : 0
    }
    return RuleReport(
      name: name, lower: sum.row.lower + shift, activity: activity, upper: sum.row.upper + shift,
      price: sum.price, unit: unit)
  }
}

extension AllocationRow {
  /// What the row's sum comes to for a plan, activation costs aside.
  func sum(over plan: PlanFacts) -> Double {
    var sum = 0.0
    var touched = -1
    for deal in plan.deals {
      let isInside = isInside(item: deal.creator, kind: deal.kind)
      sum += weight(
        isInside: isInside, cost: deal.cost, amount: amount(among: deal.amounts))
      if isInside, deal.creator != touched {
        sum += perTouchedItem
        touched = deal.creator
      }
    }
    return sum
  }
}
