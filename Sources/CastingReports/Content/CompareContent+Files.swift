import Casting
import CastingFiles
import CastingPlanning

/// Comparisons for programs and sheets, lists called by their paths.
extension CompareContent {
  /// The layout's name and version.
  static let schema = "castplan/compare/1"

  /// A row for each deal of either list. `value` is what a deal that comes or goes changes; costs of
  /// deals of both are those of the second.
  var table: ReportTable {
    let columns: [(SheetColumn, ReportTable.Kind)] = [
      (.change, .text), (.creatorID, .text), (.productID, .text), (.format, .text), (.cost, .yen),
      (.value, .value),
    ]
    let values = Dictionary(
      comparison.steps.map { ($0.deal, $0.value) }, uniquingKeysWith: { first, _ in first })
    let added = Set(comparison.added)
    return ReportTable(
      columns: columns.map { .init($0, $1, wording) },
      rows: comparison.dropped.map { Self.row("dropped", $0, values[$0]) }
        + comparison.added.map { Self.row("added", $0, values[$0]) }
        + comparison.second.deals.filter { !added.contains($0) }
        .map { Self.row("kept", $0, nil) })
  }

  private static func row(
    _ change: String, _ deal: ScenarioDeal, _ value: Double?
  ) -> [ReportTable.Cell] {
    [
      .text(change), .text(deal.creatorID), .text(deal.productID), .text(deal.format.rawValue),
      .number(deal.cost), value.map { .number($0) } ?? .missing,
    ]
  }

  // MARK: Programs

  /// Full precision, null for what is not known.
  var document: JSONValue {
    .object([
      ("schema", .string(Self.schema)),
      ("objective", .string(comparison.objective.rawValue)),
      ("recomputed", .bool(comparison.isRecomputed)),
      ("first", side(comparison.first)),
      ("second", side(comparison.second)),
      ("difference", Self.difference(comparison)),
      ("common", .number(Double(comparison.commonCount))),
      ("added", JSONValue(comparison.added)),
      ("dropped", JSONValue(comparison.dropped)),
      ("repriced", .array(comparison.repriced.map { Self.restated($0, ("first", "second")) })),
      ("steps", .array(comparison.steps.map { JSONValue($0) })),
      ("second_is_better", .number(comparison.secondIsBetter ?? .nan)),
      ("bound", .number(comparison.bound ?? .nan)),
    ])
  }

  private func side(_ side: PlanComparison.Side) -> JSONValue {
    let outcomes = side.outcomes
    let figures: [(key: String, value: JSONValue)] = [
      ("name", .string(side.name)),
      ("value", .number(side.value)),
      ("spend", .money(side.spend)),
      ("client_spend", .money(side.totals?.clientSpend ?? .nan)),
    ]
    let totals = TotalsJSON.members(side.totals)
    let rest: [(key: String, value: JSONValue)] = [
      ("deals", .number(Double(side.deals.count))),
      ("creators", .number(Double(side.creatorCount))),
      ("value_interval", OutcomeJSON.interval(outcomes)),
      ("mean", .number(outcomes?.mean ?? .nan)),
      ("cvar_10", .number(outcomes?.conditionalValueAtRisk ?? .nan)),
      ("probability_of_loss", .number(outcomes?.lossProbability ?? .nan)),
      ("largest_share", .number(side.largestShare ?? .nan)),
    ]
    return .object(
      figures + totals + rest + [
        ("breaks", .array(side.breaches.map(Self.breach))),
        ("impossible", .array(side.impossible.map(impossible))),
        ("restated", .array(side.restated.map { Self.restated($0, ("stated", "cost")) })),
      ])
  }

  private static func breach(_ breach: RuleBreach) -> JSONValue {
    .object([
      ("rule", .string(breach.rule)), ("limit", .number(breach.limit ?? .nan)),
      ("found", .number(breach.found ?? .nan)),
    ])
  }

  private func impossible(_ deal: ImpossibleDeal) -> JSONValue {
    .object([
      ("creator_id", .string(deal.creatorID)), ("product_id", .string(deal.productID)),
      ("format", deal.format.map { .string($0.rawValue) } ?? .null),
      ("code", JSONValue.code(of: deal.obstacle)),
      ("reason", .string(wording.text(deal.obstacle))),
    ])
  }

  /// Second less first.
  private static func difference(_ comparison: PlanComparison) -> JSONValue {
    let (first, second) = (comparison.first, comparison.second)
    return .object([
      ("value", .number(second.value - first.value)),
      ("spend", .money(second.spend - first.spend)),
    ])
  }

  private static func restated(
    _ cost: PlanComparison.RestatedCost, _ keys: (String, String)
  ) -> JSONValue {
    .object(
      JSONValue.members(of: cost.deal) + [
        (keys.0, .number(cost.first)), (keys.1, .number(cost.second)),
      ])
  }
}
