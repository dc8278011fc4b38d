import CastingPlanning

/// Writes a comparison of two lists of deals for programs.
public enum CompareJSON {
  /// The layout's name and version.
  public static let schema = "castplan/compare/1"

  /// Keys in fixed order, full precision, null for what is not known.
  public static func bytes(_ comparison: PlanComparison) -> [UInt8] {
    JSONValue.object([
      ("schema", .string(schema)),
      ("objective", .string(comparison.objective.rawValue)),
      ("recomputed", .bool(comparison.isRecomputed)),
      ("first", side(comparison.first)),
      ("second", side(comparison.second)),
      ("difference", difference(comparison)),
      ("common", .number(Double(comparison.commonCount))),
      ("added", deals(comparison.added)),
      ("dropped", deals(comparison.dropped)),
      ("repriced", .array(comparison.repriced.map { restated($0, ("first", "second")) })),
      ("steps", .array(comparison.steps.map(step))),
      ("second_is_better", .number(comparison.secondIsBetter ?? .nan)),
      ("bound", .number(comparison.bound ?? .nan)),
    ]).text
  }

  private static func side(_ side: PlanComparison.Side) -> JSONValue {
    let outcomes = side.outcomes
    let figures: [(key: String, value: JSONValue)] = [
      ("name", .string(side.name)),
      ("value", .number(side.value)),
      ("spend", .number(side.spend)),
      ("deals", .number(Double(side.deals.count))),
      ("creators", .number(Double(side.creatorCount))),
      ("value_interval", OutcomeJSON.interval(outcomes)),
      ("mean", .number(outcomes?.mean ?? .nan)),
      ("cvar_10", .number(outcomes?.conditionalValueAtRisk ?? .nan)),
      ("probability_of_loss", .number(outcomes?.lossProbability ?? .nan)),
      ("largest_share", .number(side.largestShare ?? .nan)),
    ]
    return .object(
      figures + [
        ("breaks", .array(side.breaches.map(breach))),
        ("impossible", .array(side.impossible.map(impossible))),
        ("restated", .array(side.restated.map { restated($0, ("stated", "cost")) })),
      ])
  }

  private static func breach(_ breach: RuleBreach) -> JSONValue {
    .object([
      ("rule", .string(breach.rule)), ("limit", .number(breach.limit ?? .nan)),
      ("found", .number(breach.found ?? .nan)),
    ])
  }

  private static func impossible(_ deal: PlanComparison.ImpossibleDeal) -> JSONValue {
    .object([
      ("creator_id", .string(deal.creatorID)), ("product_id", .string(deal.productID)),
      ("format", deal.format.map { .string($0.rawValue) } ?? .null),
      ("reason", .string(deal.reason)),
    ])
  }

  /// Second less first.
  private static func difference(_ comparison: PlanComparison) -> JSONValue {
    let (first, second) = (comparison.first, comparison.second)
    return .object([
      ("value", .number(second.value - first.value)),
      ("spend", .number(second.spend - first.spend)),
    ])
  }

  private static func deals(_ deals: [ScenarioDeal]) -> JSONValue {
    .array(deals.map { .object(WhatIfJSON.members($0) + [("cost", .number($0.cost))]) })
  }

  private static func restated(
    _ cost: PlanComparison.RestatedCost, _ keys: (String, String)
  ) -> JSONValue {
    .object(
      WhatIfJSON.members(cost.deal) + [
        (keys.0, .number(cost.first)), (keys.1, .number(cost.second)),
      ])
  }

  private static func step(_ step: ScenarioStep) -> JSONValue {
    .object(
      WhatIfJSON.members(step.deal) + [
        ("cost", .number(step.cost)), ("value", .number(step.value)),
      ])
  }
}
