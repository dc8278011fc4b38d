import Casting
import CastingFiles
import CastingPlanning

/// What-ifs for programs and sheets. Rows are called there as in English whatever the reader's
/// language: other rows and other programs go by their names.
extension WhatIfContent {
  /// The layout's name and version.
  static let schema = "castplan/what-if/1"

  private static func name(_ name: ScenarioName) -> String { Wording.english.text(name) }

  /// The base, then a row for each question, then the plan for all; empty cells where there is no
  /// plan.
  var table: ReportTable {
    let figures: [(SheetColumn, ReportTable.Kind)] = [
      (.name, .text), (.status, .text), (.budget, .number), (.value, .number), (.bound, .number),
      (.gap, .number), (.spend, .number), (.marginalReturn, .number), (.deals, .count),
      (.added, .text), (.dropped, .text), (.takenFrom, .text),
      (.orders, .number), (.sales, .number), (.profit, .number), (.costPerOrder, .number),
      (.returnOnSpend, .number), (.liftedRules, .text), (.clash, .text),
    ]
    let ofOutcomes: [(SheetColumn, ReportTable.Kind)] = [
      (.mean, .value), (.p10, .value), (.p50, .value), (.p90, .value), (.worstTenth, .value),
      (.lossProbability, .share),
    ]
    let written = all + [joint?.row].compactMap { $0 }
    let hasOutcomes = written.contains { $0.outcomes != nil }
    return ReportTable(
      columns: (figures + (hasOutcomes ? ofOutcomes : [])).map { .init($0, $1, wording) },
      rows: written.map { Self.cells($0) + (hasOutcomes ? Self.cells($0.outcomes) : []) })
  }

  private static func cells(_ row: WhatIfRow) -> [ReportTable.Cell] {
    let hasPlan = row.value != nil
    return [
      .text(name(row.name)), .text(row.status.rawValue), .number(row.budget), number(row.value),
      number(row.bound), number(row.gap), hasPlan ? .number(row.spend) : .missing,
      number(row.marginalReturn), .number(Double(row.dealCount)),
      .text(list(row.added)), .text(list(row.dropped)), .text(row.takenFrom.map(name) ?? ""),
      number(row.totals?.orders), number(row.totals?.sales), number(row.totals?.profit),
      number(row.totals?.costPerOrder), number(row.totals?.returnOnSpend),
      .text(row.liftedRules.joined(separator: "; ")),
      .text(row.clash?.joined(separator: "; ") ?? ""),
    ]
  }

  private static func cells(_ outcomes: Outcomes?) -> [ReportTable.Cell] {
    [
      number(outcomes?.mean), number(outcomes?.p10), number(outcomes?.p50), number(outcomes?.p90),
      number(outcomes?.conditionalValueAtRisk), number(outcomes?.lossProbability),
    ]
  }

  private static func number(_ number: Double?) -> ReportTable.Cell {
    number.map { .number($0) } ?? .missing
  }

  /// `C0042 × P03 live; …`
  private static func list(_ deals: [ScenarioDeal]) -> String {
    deals.map { Wording.english.name($0) }.joined(separator: "; ")
  }

  // MARK: Programs

  /// Full precision, null for what a row does not have.
  var document: JSONValue {
    .object(
      [
        ("schema", .string(Self.schema)),
        ("objective", .string(objective.rawValue)),
        ("base", Self.row(base)),
        ("rows", .array(rows.map(Self.row))),
      ] + (joint.map { [("together", Self.together($0))] } ?? []))
  }

  /// A row like the others, and what becomes of its plan in each scenario.
  private static func together(_ joint: JointPlan) -> JSONValue {
    let scenarios = joint.parts.map {
      JSONValue.object([
        ("name", .string(name($0.name))), ("probability", .number($0.probability)),
        ("value", .number($0.value)), ("regret", .number($0.regret)), ("spend", .number($0.spend)),
      ])
    }
    return .object(
      members(joint.row) + [
        ("plan_of", joint.isPlanOf.map { .string(name($0)) } ?? .null),
        ("scenarios", .array(scenarios)),
      ])
  }

  static func row(_ row: WhatIfRow) -> JSONValue { .object(members(row)) }

  /// What a row changes is absent where the user named it, and of one plan for all.
  private static func members(_ row: WhatIfRow) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [("name", .string(name(row.name)))]
    if let changes = row.name.changesTold {
      members.append(("changes", .array(changes.map { JSONValue($0) })))
    }
    return members + figures(row) + outcomes(row.outcomes)
  }

  private static func figures(_ row: WhatIfRow) -> [(key: String, value: JSONValue)] {
    [
      ("status", .string(row.status.rawValue)),
      ("budget", .money(row.budget)),
      ("value", .number(row.value ?? .nan)),
      ("bound", .number(row.bound ?? .nan)),
      ("gap", .number(row.gap ?? .nan)),
      ("spend", .money(row.value == nil ? .nan : row.spend)),
      ("client_spend", .money(row.totals?.clientSpend ?? .nan)),
    ] + TotalsJSON.members(row.totals) + [
      ("marginal_return", .number(row.marginalReturn ?? .nan)),
      ("deals", .number(Double(row.dealCount))),
      ("added", JSONValue(row.added)),
      ("dropped", JSONValue(row.dropped)),
      ("next", .array(row.next.map { JSONValue($0) })),
      ("taken_from", row.takenFrom.map { .string(name($0)) } ?? .null),
      ("lifted_rules", .array(row.liftedRules.map { .string($0) })),
      ("clash", row.clash.map { .array($0.map { .string($0) }) } ?? .null),
    ] + reason(row.emptyReason) + target(row.target)
  }

  /// Why nobody is cast; absent where somebody is.
  private static func reason(
    _ reason: EmptyPlanReason?
  ) -> [(key: String, value: JSONValue)] {
    guard let reason else { return [] }
    return [("reason_code", .code(of: reason)), ("reasons", .array([JSONValue(reason)]))]
  }

  /// Absent where the brief has none.
  private static func target(_ answer: TargetAnswer?) -> [(key: String, value: JSONValue)] {
    guard let answer else { return [] }
    return [
      ("target", .number(answer.target)), ("target_reached", .bool(answer.isReached)),
      ("spend_bound", .money(answer.spendBound ?? .nan)),
    ]
  }

  /// Absent where they were not asked for, or without a plan.
  private static func outcomes(_ outcomes: Outcomes?) -> [(key: String, value: JSONValue)] {
    guard let outcomes else { return [] }
    return [
      ("mean", .number(outcomes.mean)), ("p10", .number(outcomes.p10)),
      ("p50", .number(outcomes.p50)), ("p90", .number(outcomes.p90)),
      ("cvar_10", .number(outcomes.conditionalValueAtRisk)),
      ("probability_of_loss", .number(outcomes.lossProbability ?? .nan)),
    ]
  }
}

extension ScenarioName {
  /// All that the scenario changes, where its name tells that.
  fileprivate var changesTold: [ScenarioChange]? {
    guard case .changes(let changes) = self else { return nil }
    var told: [ScenarioChange] = []
    for change in changes {
      switch change {
      case .base: break
      case .allAtOnce, .numbered: return nil
      case .budget, .fee, .dropRule, .productSpend, .typed: told.append(change)
      }
    }
    return told
  }
}
