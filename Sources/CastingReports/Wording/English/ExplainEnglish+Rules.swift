import Casting
import CastingPlanning

/// What a rule of a plan costs, in English.
extension ExplainEnglish {
  static func sentences(_ rule: RuleExplanation) -> [String] {
    [use(rule)] + without(rule)
  }

  private static func use(_ rule: RuleExplanation) -> String {
    let report = rule.rule
    if rule.keepsOut { return "It keeps deals out; the plan has none of them." }
    var limits: [String] = []
    if report.lower.isFinite { limits.append("at least \(ExplainNumber.use(report.lower))") }
    if report.upper.isFinite { limits.append("at most \(ExplainNumber.use(report.upper))") }
    return
      "It asks for \(limits.isEmpty ? "nothing" : limits.joined(separator: " and ")); the plan has "
      + "\(ExplainNumber.use(report.activity))."
  }

  private static func without(_ rule: RuleExplanation) -> [String] {
    guard let without = rule.without else {
      return ["It cannot be dropped; castplan what-if shows the plan with another limit."]
        + [rule.moreBudget].compactMap { $0 }.map(HighlightEnglish.text)
    }
    guard let value = without.value else { return ["Without it no plan was found."] }
    func amount(_ number: Double, _ rounding: FloatingPointRoundingRule) -> String {
      Amount.value(number, rule.objective, rule: rounding)
    }
    let found =
      "Planned again without it: \(amount(value, .toNearestOrAwayFromZero)) in place of "
      + amount(rule.value, .toNearestOrAwayFromZero)
    let changes = "\(without.added.count) deals would come and \(without.dropped.count) go."
    if rule.cost == 0 {
      return [found + ". The plan found without it obeys it, so it costs nothing.", changes]
    }
    let most = rule.mostCost.map {
      "No plan without it is worth more than \(amount(rule.value + $0, .up)), so it costs at most "
        + "\(amount($0, .up))."
    }
    return [found + ", so that it costs \(amount(rule.foundCost ?? 0, .toNearestOrAwayFromZero))."]
      + [most].compactMap { $0 } + [changes]
  }
}
