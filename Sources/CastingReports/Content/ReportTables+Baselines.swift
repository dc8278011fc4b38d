import CastingFiles
import CastingPlanning

extension ReportTables {
  /// What strategies add stands only where they were asked for.
  static func baselines(_ baselines: [Baseline]) -> ReportTable {
    let comparesStrategies = baselines.contains { $0.outcomes != nil }
    let columns: [ReportTable.Column] = [
      .init("name", "Way of casting", .text),
      .init("value", "Value", .value),
      .init("spend", "Spend", .yen),
      .init("deals", "Deals", .count),
    ]
    let ofStrategies: [ReportTable.Column] = [
      .init("p10", "P10", .value),
      .init("p50", "P50", .value),
      .init("p90", "P90", .value),
      .init("largest_share", "Largest share", .share),
      .init("breaks", "Breaks", .text),
    ]
    return ReportTable(
      columns: columns + (comparesStrategies ? ofStrategies : []),
      rows: baselines.map { cells($0) + (comparesStrategies ? strategyCells($0) : []) })
  }

  private static func cells(_ baseline: Baseline) -> [ReportTable.Cell] {
    [
      .text(baseline.rule.rawValue), .number(baseline.value), .number(baseline.spend),
      .number(Double(baseline.deals)),
    ]
  }

  private static func strategyCells(_ baseline: Baseline) -> [ReportTable.Cell] {
    let outcomes = baseline.outcomes
    return [outcomes?.p10, outcomes?.p50, outcomes?.p90, baseline.largestShare].map {
      $0.map { .number($0) } ?? .missing
    } + [.text(baseline.breaches.map(\.rule).joined(separator: "; "))]
  }
}
