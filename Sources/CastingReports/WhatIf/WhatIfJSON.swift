import Casting
import CastingPlanning

/// Writes a what-if for programs.
public enum WhatIfJSON {
  /// The layout's name and version.
  public static let schema = "castplan/what-if/1"

  /// Keys in fixed order, full precision, null for what a row does not have.
  public static func bytes(
    _ base: WhatIfRow, _ rows: [WhatIfRow], together joint: JointPlan? = nil, objective: Objective
  ) -> [UInt8] {
    JSONValue.object(
      [
        ("schema", .string(schema)),
        ("objective", .string(objective.rawValue)),
        ("base", row(base)),
        ("rows", .array(rows.map(row))),
      ] + (joint.map { [("together", together($0))] } ?? [])
    ).text
  }

  /// A row like the others, and what becomes of its plan in each scenario.
  private static func together(_ joint: JointPlan) -> JSONValue {
    .object(
      members(joint.row) + [
        ("plan_of", joint.isPlanOf.map { .string($0) } ?? .null),
        (
          "scenarios",
          .array(
            joint.parts.map {
              .object([
                ("name", .string($0.name)), ("probability", .number($0.probability)),
                ("value", .number($0.value)), ("regret", .number($0.regret)),
                ("spend", .number($0.spend)),
              ])
            })
        ),
      ])
  }

  static func row(_ row: WhatIfRow) -> JSONValue { .object(members(row)) }

  private static func members(_ row: WhatIfRow) -> [(key: String, value: JSONValue)] {
    let cells: [(key: String, value: JSONValue)] = [
      ("name", .string(row.name)),
      ("status", .string(row.status.rawValue)),
      ("budget", .number(row.budget)),
      ("value", .number(row.value ?? .nan)),
      ("bound", .number(row.bound ?? .nan)),
      ("gap", .number(row.gap ?? .nan)),
      ("spend", .number(row.value == nil ? .nan : row.spend)),
      ("marginal_return", .number(row.marginalReturn ?? .nan)),
      ("deals", .number(Double(row.dealCount))),
      ("added", .array(row.added.map { .object(members($0) + [("cost", .number($0.cost))]) })),
      ("dropped", .array(row.dropped.map { .object(members($0) + [("cost", .number($0.cost))]) })),
      (
        "next",
        .array(
          row.next.map {
            .object(
              members($0.deal) + [("cost", .number($0.cost)), ("value", .number($0.value))])
          })
      ),
      ("taken_from", row.takenFrom.map { .string($0) } ?? .null),
    ]
    return cells + target(row.target) + outcomes(row.outcomes)
  }

  /// Absent where the brief has none.
  private static func target(_ answer: TargetAnswer?) -> [(key: String, value: JSONValue)] {
    guard let answer else { return [] }
    return [
      ("target", .number(answer.target)), ("target_reached", .bool(answer.isReached)),
      ("spend_bound", .number(answer.spendBound ?? .nan)),
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

  static func members(_ deal: ScenarioDeal) -> [(key: String, value: JSONValue)] {
    [
      ("creator_id", .string(deal.creatorID)), ("product_id", .string(deal.productID)),
      ("format", .string(deal.format.rawValue)),
    ]
  }
}
