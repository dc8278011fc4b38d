import CastingPlanning

/// Writes a clash report as a table: a row per rule.
public enum ClashCSV {
  /// UTF-8 with byte order mark, as plan.csv; empty cells where a rule has no limit.
  public static func bytes(_ report: ClashReport) -> [UInt8] {
    let columns: [ReportTable.Column] = [
      .init("clash", "Clash", .count), .init("rule", "Rule", .text),
      .init("kind", "Kind", .text), .init("side", "Side", .text),
      .init("from", "From", .number), .init("to", "To", .number),
      .init("change", "Change", .text), .init("cheapest", "Cheapest", .flag),
    ]
    let rows = report.clashes.enumerated().flatMap { number, clash in
      clash.rules.enumerated().map { place, rule in
        cells(rule, clash: number + 1, isCheapest: place == clash.cheapest)
      }
    }
    return [0xEF, 0xBB, 0xBF] + PlanCSV.bytes(of: ReportTable(columns: columns, rows: rows))
  }

  private static func cells(
    _ rule: ClashingRule, clash: Int, isCheapest: Bool
  ) -> [ReportTable.Cell] {
    var limits: [ReportTable.Cell] = [.missing, .missing]
    if case .limit(let from, let to) = rule.change { limits = [.number(from), .number(to)] }
    return [
      .number(Double(clash)), .text(rule.rule.name), .text(rule.rule.word),
      .text(rule.rule.side.rawValue),
    ] + limits + [.text(ClashWording.change(rule)), .flag(isCheapest)]
  }
}
