import Casting
import CastingPlanning

/// Writes a comparison of two lists of deals as a table: a row for each deal of either.
public enum CompareCSV {
  /// UTF-8 with byte order mark, as plan.csv. `value` is what a deal that comes or goes changes;
  /// costs of deals of both lists are those of the second.
  public static func bytes(_ comparison: PlanComparison) -> [UInt8] {
    let columns: [ReportTable.Column] = [
      .init("change", "Change", .text), .init("creator_id", "Creator id", .text),
      .init("product_id", "Product", .text), .init("format", "Format", .text),
      .init("cost", "Cost", .yen), .init("value", "Value", .value),
    ]
    let values = Dictionary(
      comparison.steps.map { ($0.deal, $0.value) }, uniquingKeysWith: { first, _ in first })
    let added = Set(comparison.added)
    let rows =
      comparison.dropped.map { row("dropped", $0, values[$0]) }
      + comparison.added.map { row("added", $0, values[$0]) }
      + comparison.second.deals.filter { !added.contains($0) }.map { row("kept", $0, nil) }
    return [0xEF, 0xBB, 0xBF] + PlanCSV.bytes(of: ReportTable(columns: columns, rows: rows))
  }

  private static func row(
    _ change: String, _ deal: ScenarioDeal, _ value: Double?
  ) -> [ReportTable.Cell] {
    [
      .text(change), .text(deal.creatorID), .text(deal.productID), .text(deal.format.rawValue),
      .number(deal.cost), value.map { .number($0) } ?? .missing,
    ]
  }
}
