import Casting
import CastingFiles
import CastingPlanning

extension Report {
  /// Why a creator is in a plan or is not, and what would change that.
  public init(_ creator: CreatorExplanation, _ wording: Wording) {
    let content = CreatorContent(creator: creator, wording: wording)
    self.init(sections: content.sections, document: content.document)
  }

  /// What a rule costs.
  public init(_ rule: RuleExplanation, _ wording: Wording) {
    let head = ReportBlock.text(rule.rule.name, .headline)
    self.init(
      sections: [
        ReportSection(nil, [head] + wording.sentences(rule).map { .text($0, .item) })
      ], document: CreatorContent.document(rule))
  }
}

/// A creator of a plan or of its roster, factor by factor.
struct CreatorContent {
  let creator: CreatorExplanation
  let wording: Wording

  var sections: [ReportSection] {
    let why = wording.text(Wording.ExplainLabel.why)
    let column = DisplayWidth.of(why) + 1
    let head: [ReportBlock] = [
      .text(wording.head(creator), .headline), .text(wording.standing(creator), .body),
      .text(wording.why(creator), .entry(term: why, column: column)),
    ]
    let peers = creator.peers.map {
      ReportBlock.text(wording.typical($0, creator.format), .note)
    }
    return [
      ReportSection(nil, head),
      ReportSection(
        nil, (creator.factors.isEmpty ? [] : [.table(factors)]) + [peers].compactMap { $0 }),
      .items(wording.text(.whatWouldChange), wording.changes(creator)),
    ]
  }

  private var factors: ReadableTable {
    ReadableTable(
      columns: [
        .init(wording.text(.factor), minimumWidth: 22),
        .init(wording.text(.own), isNumeric: true),
        .init(wording.text(.typical), isNumeric: true, dropOrder: 1),
        .init(wording.text(.ratio), isNumeric: true),
        .init(wording.text(.known), dropOrder: 2, minimumWidth: 9),
      ],
      rows: creator.factors.map { factor in
        let ratio = factor.value / factor.typical
        return [
          .init(wording.name(factor.kind)), amount(factor.value, factor.kind),
          amount(factor.typical, factor.kind),
          ratio.isFinite ? .init("× " + Amount.decimal(ratio, 2), number: ratio) : "–",
          .init(factor.grade.map { wording.name($0) } ?? ""),
        ]
      })
  }

  private func amount(_ value: Double, _ kind: DealFactor.Kind) -> ReadableTable.Cell {
    .init(
      wording.amount(value, kind, creator.objective), number: value.isFinite ? value : nil)
  }
}
