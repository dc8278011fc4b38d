import Casting

/// Sentences about rules that cannot hold together, and about what would mend them.
public enum ClashWording {
  /// `no plan obeys the rules: 2 of the 7 cannot hold together`.
  public static func head(_ report: ClashReport) -> String {
    let name = report.campaign.isEmpty ? "" : report.campaign + ": "
    let first = report.clashes.first.map { clash in
      clash.rules.count == 1
        ? "one of the \(report.ruleCount) cannot be obeyed at all"
        : "\(clash.rules.count) of the \(report.ruleCount) cannot hold together"
    }
    return name + "no plan obeys the rules" + (first.map { ": " + $0 } ?? "")
  }

  /// What a rule asks and what stands against it:
  /// `"budget" is at most ¥500,000; the other rules need ¥600,000`.
  public static func conflict(_ rule: ClashingRule, alone isAlone: Bool) -> String {
    let others = isAlone ? "" : rule.scope == .campaign ? "under the other rules " : "under these "
    guard case .limit(let from, let to) = rule.change else {
      return "\"\(rule.rule.name)\""
    }
    let asked = amount(from, rule.rule)
    let possible = amount(to, rule.rule)
    let verb = isOne(to, rule.rule) ? "is" : "are"
    guard rule.rule.side == .minimum else {
      return "\"\(rule.rule.name)\" allows at most \(asked); "
        + "\(others)at least \(possible) \(verb) needed"
    }
    return "\"\(rule.rule.name)\" asks for at least \(asked); \(others)"
      + (to == 0 ? "none is possible" : "at most \(possible) \(verb) possible")
  }

  /// What would be enough: `raise the budget to ¥600,000 (+¥100,000, +20 %)`.
  public static func change(_ rule: ClashingRule) -> String {
    let closeness = closeness(rule)
    switch rule.change {
    case .limit(let from, let to):
      return "\(verb(from, to)) \(what(rule.rule)) to \(amount(to, rule.rule)) "
        + "(\(difference(from, to, rule.rule)))\(closeness)"
    case .window(let window):
      return "widen the window to \(window.from.iso) to \(window.to.iso)\(closeness)"
    case .drop: return drop(rule.rule)
    }
  }

  /// How notes on relaxed rules begin.
  public static let relaxedMark = "Relaxed: "

  /// `budget: raised from ¥500,000 to ¥600,000`, for plans made with the change.
  public static func done(_ relaxation: Relaxation, in campaign: Campaign) -> String {
    let rule = campaign.rules.first {
      $0.name == relaxation.rule && $0.side == relaxation.side
    }
    return done(relaxation, unit: rule?.unit ?? .deals)
  }

  static func done(_ relaxation: Relaxation, unit: RuleUnit) -> String {
    switch (relaxation.from, relaxation.to) {
    case (.limit(let from), .limit(let to)):
      let side =
        relaxation.rule == "budget" ? "" : relaxation.side == .minimum ? "minimum " : "maximum "
      return "\(relaxation.rule): \(side)\(from < to ? "raised" : "lowered") from "
        + "\(amount(from, unit)) to \(amount(to, unit))"
    case (_, .days(let window)):
      return "\(relaxation.rule): widened to \(window.from.iso) to \(window.to.iso)"
    default: return "\(relaxation.rule): given up"
    }
  }

  /// A sentence per clash of a plan that was made by relaxing rules.
  static func notes(_ report: ClashReport) -> [String] {
    report.clashes.map { clash in
      let rule = clash.rules[clash.cheapest]
      return relaxedMark + "\(done(rule.relaxation, unit: rule.rule.unit)), \(reason(clash))."
    }
  }

  /// Why a plan's rule was relaxed: `, because it clashes with "P1 creators"`.
  public static func reason(_ clash: ClashReport.Clash) -> String {
    let others = clash.rules.indices.filter { $0 != clash.cheapest }
      .map { "\"\(clash.rules[$0].rule.name)\"" }
    if others.isEmpty { return "because no plan can obey it" }
    return "because it cannot hold together with " + listed(others)
  }

  /// `a, b and c`.
  public static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func closeness(_ rule: ClashingRule) -> String {
    if rule.isLeast { return "" }
    return rule.unproved < 1
      ? ", or by up to \(percent(rule.unproved)) less"
      : ", or by less: the least was not found in time"
  }

  // MARK: Around the rules

  /// Above the rules of a clash; `number` counts from 0.
  public static func introduction(_ clash: ClashReport.Clash, _ number: Int) -> String {
    let one = clash.rules.count == 1
    let start = number == 0 ? "" : "With that mended, "
    let what =
      one ? "this rule cannot be obeyed" : "these \(clash.rules.count) rules cannot hold together"
    let text = start + what + (one ? ":" : "; any one of the changes is enough:")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  public static let notSmallest =
    "(A limit came before every rule was proved to be needed here: allow more with --time-limit.)"

  /// What is to be done about a rule, and how far it goes.
  public static func remedy(_ rule: ClashingRule) -> String {
    let text = change(rule)
    var parts = [text.prefix(1).uppercased() + text.dropFirst()]
    switch rule.scope {
    case .campaign: break
    case .clash: parts.append("mends this clash; others remain")
    case .undecided: parts.append("mends this clash; whether others remain is not known in time")
    }
    if !rule.isVerified { parts.append("not verified in time") }
    return parts.joined(separator: "; ")
  }

  /// Which change is the cheapest, and how to have it made.
  public static func conclusion(_ report: ClashReport) -> String {
    let changes = report.clashes.map { change($0.rules[$0.cheapest]) }
    let text = "Cheapest: \(listed(changes))."
    return report.isMended
      ? text + " castplan optimize --relax plans with that."
      : text + " Whether that is enough for a plan was not decided in time."
  }

  // MARK: Parts

  private static func verb(_ from: Double, _ to: Double) -> String { from < to ? "raise" : "lower" }

  private static func what(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .budget: "the budget"
    case .slots: "the slots"
    default: rule.side == .minimum ? "the minimum" : "the maximum"
    }
  }

  private static func drop(_ rule: CampaignRule) -> String {
    switch rule.label {
    case .lock: "lift the \(rule.name)"
    case .ban: "lift the \(rule.name)"
    case .exclusiveCategories: "write exclusive_categories: false"
    case .window: "take out the window"
    case .together, .apart: "take out the group \"\(rule.name)\""
    default: "take out the rule"
    }
  }

  private static func difference(_ from: Double, _ to: Double, _ rule: CampaignRule) -> String {
    let sign = from < to ? "+" : "-"
    let change = sign + amount((to - from).magnitude, rule)
    guard from != 0 else { return change }
    return "\(change), \(sign)\(percent((to - from).magnitude / from.magnitude))"
  }

  private static func isOne(_ number: Double, _ rule: CampaignRule) -> Bool {
    number == 1 || rule.unit == .yen || rule.unit == .shareOfSpend
  }

  private static func amount(_ number: Double, _ rule: CampaignRule) -> String {
    amount(number, rule.unit)
  }

  /// `¥1,234`, `12.5 %` or `3`.
  static func amount(_ number: Double, _ unit: RuleUnit) -> String {
    switch unit {
    case .yen:
      number == number.rounded() ? Yen.text(number) : "¥" + Yen.decimal(number, places: 2)
    case .shareOfSpend: exactPercent(number)
    case .deals, .creators, .orders, .units: Yen.grouped(number)
    }
  }

  /// A share with every digit it has: `46.23 %`.
  private static func exactPercent(_ share: Double) -> String {
    for places in 0...10 {
      let text = Yen.decimal(share * 100, places: places)
      if let read = Double(text), (read / 100 - share).magnitude < 1e-13 { return text + " %" }
    }
    return "\(share * 100) %"
  }

  /// `20 %`, `0.4 %`.
  private static func percent(_ share: Double) -> String {
    share >= 0.1
      ? Yen.decimal(share * 100, places: 0) + " %"
      : Yen.decimal(share * 100, places: share >= 0.001 ? 1 : 4) + " %"
  }
}
