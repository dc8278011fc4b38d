import Casting
import CastingPlanning

/// Rules that cannot hold together, in English.
enum ClashEnglish {
  static func head(_ report: ClashReport) -> String {
    let name = report.campaign.isEmpty ? "" : report.campaign + ": "
    let first = report.clashes.first.map { clash in
      clash.rules.count == 1
        ? "one of the \(report.ruleCount) cannot be obeyed at all"
        : "\(clash.rules.count) of the \(report.ruleCount) cannot hold together"
    }
    return name + "no plan obeys the rules" + (first.map { ": " + $0 } ?? "") + "."
  }

  static func introduction(_ clash: ClashReport.Clash, _ number: Int) -> String {
    let isOne = clash.rules.count == 1
    let what =
      isOne
      ? "this rule cannot be obeyed" : "these \(clash.rules.count) rules cannot hold together"
    let end = isOne ? ":" : "; any one of the changes is enough:"
    return (number == 0 ? capitalized(what) : "With that mended, " + what) + end
  }

  /// `"budget" allows at most ¥500,000; under the other rules at least ¥600,000 is needed`.
  static func text(_ conflict: ClashConflict) -> String {
    switch conflict {
    case .whole(let rule): return "\"\(rule)\""
    case .tooLow(let rule, let limit, let needed, let unit, let opponents):
      return "\"\(rule)\" allows at most \(amount(limit, unit)); "
        + "\(others(opponents))at least \(amount(needed, unit)) \(verb(needed, unit)) needed"
    case .tooHigh(let rule, let limit, let possible, let unit, let opponents):
      return "\"\(rule)\" asks for at least \(amount(limit, unit)); \(others(opponents))"
        + (possible == 0
          ? "none is possible"
          : "at most \(amount(possible, unit)) \(verb(possible, unit)) possible")
    }
  }

  private static func others(_ opponents: ClashConflict.Opponents) -> String {
    switch opponents {
    case .none: ""
    case .clash: "under these "
    case .campaign: "under the other rules "
    }
  }

  private static func verb(_ number: Double, _ unit: RuleUnit) -> String {
    number == 1 || unit == .yen || unit == .shareOfSpend ? "is" : "are"
  }

  // MARK: Changes

  /// `raise the budget to ¥600,000 (+¥100,000, +20 %)`.
  static func change(_ rule: ClashingRule) -> String {
    switch rule.change {
    case .limit(let from, let to):
      return "\(from < to ? "raise" : "lower") \(what(rule.rule)) to \(amount(to, rule.rule.unit)) "
        + "(\(difference(from, to, rule.rule.unit)))\(closeness(rule))"
    case .window(let window):
      return "widen the window to \(window.from.iso) to \(window.to.iso)\(closeness(rule))"
    case .drop: return drop(rule.rule)
    }
  }

  static func remedy(_ rule: ClashingRule) -> String {
    var parts = [capitalized(change(rule))]
    switch rule.scope {
    case .campaign: break
    case .clash: parts.append("mends this clash; others remain")
    case .undecided: parts.append("mends this clash; whether others remain is not known in time")
    }
    if !rule.isVerified { parts.append("not verified in time") }
    return parts.joined(separator: "; ")
  }

  private static func what(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .budget: "the budget"
    case .slots: "the slots"
    default: rule.side == .minimum ? "the minimum" : "the maximum"
    }
  }

  private static func drop(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .lock, .ban: "lift the \(rule.name)"
    case .exclusiveCategories: "write exclusive_categories: false"
    case .window: "take out the window"
    case .together, .apart: "take out the group \"\(rule.name)\""
    default: "take out the rule"
    }
  }

  private static func difference(_ from: Double, _ to: Double, _ unit: RuleUnit) -> String {
    let change = RuleAmount.signed(from, to) { amount($0, unit) }
    guard from != 0 else { return change }
    return change + ", "
      + RuleAmount.signed(from, to) { RuleAmount.percent($0 / from.magnitude) }
  }

  private static func closeness(_ rule: ClashingRule) -> String {
    if rule.isLeast { return "" }
    return rule.unproved < 1
      ? ", or by up to \(RuleAmount.percent(rule.unproved)) less"
      : ", or by less: the least was not found in time"
  }

  static let notSmallest =
    "(A limit came before every rule was proved to be needed here: allow more with --time-limit.)"

  static func conclusion(_ report: ClashReport) -> String {
    let changes = report.clashes.map { change($0.rules[$0.cheapest]) }
    return "Cheapest: \(LabelEnglish.listed(changes))."
      + (report.isMended
        ? " castplan optimize --relax plans with that."
        : " Whether that is enough for a plan was not decided in time.")
  }

  private static func amount(_ number: Double, _ unit: RuleUnit) -> String {
    RuleAmount.text(number, unit)
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
