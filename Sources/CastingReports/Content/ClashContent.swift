import Casting
import CastingFiles
import CastingPlanning

extension Report {
  /// Why no plan obeys the rules, and what would mend it.
  public init(_ report: ClashReport, _ wording: Wording) {
    let content = ClashContent(report: report, wording: wording)
    self.init(
      sections: content.sections, table: content.table, document: content.document)
  }
}

/// Sets of rules that cannot hold together: what each asks, what would be enough.
struct ClashContent {
  /// The layout's name and version.
  static let schema = "castplan/clash/1"

  let report: ClashReport
  let wording: Wording

  var sections: [ReportSection] {
    [ReportSection(nil, [.text(wording.head(report), .headline)])]
      + report.clashes.enumerated().map { ReportSection(nil, blocks($1, $0)) }
      + [ReportSection(nil, [.text(wording.conclusion(report), .body)])]
  }

  private func blocks(_ clash: ClashReport.Clash, _ number: Int) -> [ReportBlock] {
    [.text(wording.introduction(clash, number), .body)]
      + clash.rules.flatMap { rule -> [ReportBlock] in
        [
          .text(wording.conflict(rule, alone: clash.rules.count == 1), .item),
          .text(wording.remedy(rule), .remedy),
        ]
      } + (clash.isSmallest ? [] : [.text(wording.notSmallest, .remark)])
  }

  /// A row per rule; empty cells where it has no limit.
  var table: ReportTable {
    let columns: [(SheetColumn, ReportTable.Kind)] = [
      (.clash, .count), (.rule, .text), (.kind, .text), (.side, .text), (.from, .number),
      (.to, .number), (.change, .text), (.cheapest, .flag),
    ]
    return ReportTable(
      columns: columns.map { .init($0, $1, wording) },
      rows: report.clashes.enumerated().flatMap { number, clash in
        clash.rules.enumerated().map { place, rule in
          cells(rule, clash: number + 1, isCheapest: place == clash.cheapest)
        }
      })
  }

  private func cells(
    _ rule: ClashingRule, clash: Int, isCheapest: Bool
  ) -> [ReportTable.Cell] {
    var limits: [ReportTable.Cell] = [.missing, .missing]
    if case .limit(let from, let to) = rule.change { limits = [.number(from), .number(to)] }
    return [
      .number(Double(clash)), .text(rule.rule.name), .text(rule.rule.word),
      .text(rule.rule.side.rawValue),
    ] + limits + [.text(wording.change(rule)), .flag(isCheapest)]
  }
}
