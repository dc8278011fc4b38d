import Casting

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
    return [0xEF, 0xBB, 0xBF]
      + PlanCSV.bytes(of: ReportTable(columns: columns, rows: ([base] + rows).map(cells)))
  }

  private static func cells(_ row: WhatIfRow) -> [ReportTable.Cell] {
    [
      .text(row.name), .text(row.status.rawValue), .number(row.budget), number(row.value),
      number(row.bound), number(row.gap), row.value == nil ? .missing : .number(row.spend),
      row.value == nil ? .missing : .number(row.marginalReturn), .number(Double(row.dealCount)),
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
