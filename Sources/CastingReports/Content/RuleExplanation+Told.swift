import Casting
import CastingPlanning

extension RuleExplanation {
  /// Whether the rule only keeps deals out, as a ban does.
  var keepsOut: Bool { rule.lower == -.infinity && rule.upper == 0 && rule.activity == 0 }

  /// What the rule costs at most, in units of the objective; nil where that is not known.
  var mostCost: Double? { cost ?? without?.bound.map { max(0, $0 - value) } }

  /// Of the budget: what a little more brings; nil where it would bring nothing.
  var moreBudget: PlanHighlight? { PlanHighlight(budgetStep, beside: value, objective) }
}
