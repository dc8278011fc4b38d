import CastingPlanning

/// Writes a what-if as a table: the base, then a row for each question.
public enum WhatIfCSV {
  /// UTF-8 with byte order mark, as plan.csv; empty cells where there is no plan.
  public static func bytes(_ base: WhatIfRow, _ rows: [WhatIfRow]) -> [UInt8] {
    let columns: [ReportTable.Column] = [
      .init("name", "Name", .text), .init("status", "Status", .text),
      .init("budget", "Budget", .number), .init("value", "Value", .number),
      .init("bound", "Bound", .number), .init("gap", "Gap", .number),
      .init("spend", "Spend", .number), .init("marginal_return", "Marginal return", .number),
      .init("deals", "Deals", .count), .init("added", "Added", .text),
      .init("dropped", "Dropped", .text), .init("taken_from", "Taken from", .text),
    ]
    let ofOutcomes: [ReportTable.Column] = [
      .init("mean", "Mean", .value), .init("p10", "P10", .value), .init("p50", "P50", .value),
      .init("p90", "P90", .value), .init("cvar_10", "Worst tenth", .value),
      .init("probability_of_loss", "Loss", .share),
    ]
    let all = [base] + rows
    let hasOutcomes = all.contains { $0.outcomes != nil }
    return [0xEF, 0xBB, 0xBF]
      + PlanCSV.bytes(
        of: ReportTable(
          columns: columns + (hasOutcomes ? ofOutcomes : []),
          rows: all.map { cells($0) + (hasOutcomes ? outcomes($0.outcomes) : []) }))
  }

  private static func outcomes(_ outcomes: Outcomes?) -> [ReportTable.Cell] {
    [
      number(outcomes?.mean), number(outcomes?.p10), number(outcomes?.p50), number(outcomes?.p90),
      number(outcomes?.conditionalValueAtRisk), number(outcomes?.lossProbability),
    ]
  }

  private static func cells(_ row: WhatIfRow) -> [ReportTable.Cell] {
    [
      .text(row.name), .text(row.status.rawValue), .number(row.budget), number(row.value),
      number(row.bound), number(row.gap), row.value == nil ? .missing : .number(row.spend),
      number(row.marginalReturn), .number(Double(row.dealCount)),
      .text(list(row.added)), .text(list(row.dropped)), .text(row.takenFrom ?? ""),
    ]
  }

  private static func number(_ number: Double?) -> ReportTable.Cell {
    number.map { .number($0) } ?? .missing
  }

  /// `C0042 × P03 live; …`
  static func list(_ deals: [ScenarioDeal]) -> String {
    deals.map { "\($0.creatorID) × \($0.productID) \($0.format.rawValue)" }
      .joined(separator: "; ")
  }
}
