import CastingPlanning

/// Writes a clash report for programs.
public enum ClashJSON {
  /// The layout's name and version.
  public static let schema = "castplan/clash/1"

  /// Keys in fixed order, full precision, null for limits that there are not.
  public static func bytes(_ report: ClashReport) -> [UInt8] {
    JSONValue.object([
      ("schema", .string(schema)),
      ("status", .string("infeasible")),
      ("campaign", .string(report.campaign)),
      ("rule_count", .number(Double(report.ruleCount))),
      ("mended", .bool(report.isMended)),
      ("clashes", .array(report.clashes.map(clash))),
      ("relaxations", .array(report.relaxations.map(relaxation))),
    ]).text
  }

  private static func clash(_ clash: ClashReport.Clash) -> JSONValue {
    .object([
      ("smallest", .bool(clash.isSmallest)),
      ("rules", .array(clash.rules.map { rule($0, alone: clash.rules.count == 1) })),
      ("cheapest", .number(Double(clash.cheapest))),
    ])
  }

  private static func rule(_ rule: ClashingRule, alone isAlone: Bool) -> JSONValue {
    let limit = rule.rule.limit ?? .nan
    let isMinimum = rule.rule.side == .minimum
    var activity = JSONValue.null
    if case .limit(_, let to) = rule.change { activity = .number(to) }
    return .object([
      ("name", .string(rule.rule.name)),
      ("kind", .string(rule.rule.word)),
      ("lower", .number(isMinimum ? limit : .nan)),
      ("activity", activity),
      ("upper", .number(isMinimum ? .nan : limit)),
      ("words", .string(ClashWording.conflict(rule, alone: isAlone))),
      ("change", change(rule)),
    ])
  }

  private static func change(_ rule: ClashingRule) -> JSONValue {
    let relaxation = rule.relaxation
    return .object([
      ("side", .string(relaxation.side.rawValue)),
      ("from", setting(relaxation.from)),
      ("to", setting(relaxation.to)),
      ("relative", .number(rule.relativeChange ?? .nan)),
      ("words", .string(ClashWording.change(rule))),
      ("scope", .string(rule.scope.rawValue)),
      ("least", .bool(rule.isLeast)),
      ("verified", .bool(rule.isVerified)),
    ])
  }

  /// An entry of `relaxed` in plan.json.
  static func relaxation(_ relaxation: Relaxation) -> JSONValue {
    .object([
      ("rule", .string(relaxation.rule)),
      ("side", .string(relaxation.side.rawValue)),
      ("from", setting(relaxation.from)),
      ("to", setting(relaxation.to)),
    ])
  }

  /// A limit is a number, days an object, a rule as a whole `kept` or `dropped`.
  private static func setting(_ setting: Relaxation.Setting) -> JSONValue {
    switch setting {
    case .limit(let limit): .number(limit)
    case .days(let window):
      .object([("from", .string(window.from.iso)), ("to", .string(window.to.iso))])
    case .kept: .string("kept")
    case .dropped: .string("dropped")
    }
  }
}
