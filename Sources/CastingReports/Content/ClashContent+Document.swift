import Casting
import CastingPlanning

extension ClashContent {
  /// Full precision, null for limits that there are not; codes stand beside the words.
  var document: JSONValue {
    .object([
      ("schema", .string(Self.schema)),
      ("status", .string("infeasible")),
      ("campaign", .string(report.campaign)),
      ("rule_count", .number(Double(report.ruleCount))),
      ("mended", .bool(report.isMended)),
      ("clashes", .array(report.clashes.map(clash))),
      ("relaxations", .array(report.relaxations.map { JSONValue($0) })),
    ])
  }

  private func clash(_ clash: ClashReport.Clash) -> JSONValue {
    .object([
      ("smallest", .bool(clash.isSmallest)),
      ("rules", .array(clash.rules.map { rule($0, alone: clash.rules.count == 1) })),
      ("cheapest", .number(Double(clash.cheapest))),
    ])
  }

  private func rule(_ rule: ClashingRule, alone isAlone: Bool) -> JSONValue {
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
      ("code", JSONValue.code(of: rule.conflict(alone: isAlone))),
      ("words", .string(wording.conflict(rule, alone: isAlone))),
      ("change", change(rule)),
    ])
  }

  private func change(_ rule: ClashingRule) -> JSONValue {
    let relaxation = rule.relaxation
    return .object([
      ("side", .string(relaxation.side.rawValue)),
      ("from", JSONValue(relaxation.from)),
      ("to", JSONValue(relaxation.to)),
      ("relative", .number(rule.relativeChange ?? .nan)),
      ("code", JSONValue.code(of: RuleChange(rule))),
      ("words", .string(wording.change(rule))),
      ("scope", .string(rule.scope.rawValue)),
      ("least", .bool(rule.isLeast)),
      ("verified", .bool(rule.isVerified)),
    ])
  }
}

extension JSONValue {
  /// An entry of `relaxed` in plan.json.
  init(_ relaxation: Relaxation) {
    self = .object([
      ("rule", .string(relaxation.rule)),
      ("side", .string(relaxation.side.rawValue)),
      ("from", JSONValue(relaxation.from)),
      ("to", JSONValue(relaxation.to)),
    ])
  }

  /// A limit is a number, days an object, a rule as a whole `kept` or `dropped`.
  fileprivate init(_ setting: Relaxation.Setting) {
    self =
      switch setting {
      case .limit(let limit): .number(limit)
      case .days(let window):
        .object([("from", .string(window.from.iso)), ("to", .string(window.to.iso))])
      case .kept: .string("kept")
      case .dropped: .string("dropped")
      }
  }
}
