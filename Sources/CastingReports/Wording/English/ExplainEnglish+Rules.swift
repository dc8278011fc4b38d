import Casting
import CastingPlanning

/// What a rule of a plan costs, in English.
extension ExplainEnglish {
  static func sentences(_ rule: RuleExplanation) -> [String] {
    let report = rule.rule
    var limits: [String] = []
    if report.lower.isFinite { limits.append("at least \(ExplainNumber.use(report.lower))") }
    if report.upper.isFinite { limits.append("at most \(ExplainNumber.use(report.upper))") }
    let use =
      "It asks for \(limits.isEmpty ? "nothing" : limits.joined(separator: " and ")); the plan has "
      + "\(ExplainNumber.use(report.activity))."
    let price =
      "Its price in the plan is \(Amount.price(abs(report.price), rule.objective))"
      + (report.price == 0 ? ": it does not press." : ".")
    return [use, price] + without(rule)
  }

  private static func without(_ rule: RuleExplanation) -> [String] {
    guard let without = rule.without else {
      return ["It cannot be dropped; castplan what-if shows the plan with another limit."]
    }
    guard let value = without.value else { return ["Without it no plan was found."] }
    let objective = rule.objective
    let worth =
      "Planned again without it: \(Amount.value(value, objective)) in place of "
      + "\(Amount.value(rule.value, objective)), so that it costs "
      + "\(Amount.value(max(0, value - rule.value), objective))."
    let most = without.bound.map {
      "No plan without it is worth more than \(Amount.value($0, objective, rule: .up)), so it costs "
        + "at most \(Amount.value(max(0, $0 - rule.value), objective, rule: .up))."
    }
    return [worth] + [most].compactMap { $0 }
      + ["\(without.added.count) deals would come and \(without.dropped.count) go."]
  }
}
