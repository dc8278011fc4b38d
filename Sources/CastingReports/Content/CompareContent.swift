import Casting
import CastingFiles
import CastingPlanning

extension Report {
  /// Two lists of deals side by side.
  public init(_ comparison: PlanComparison, _ wording: Wording) {
    let content = CompareContent(comparison, wording)
    self.init(
      sections: content.sections, table: content.table, document: content.document)
  }
}

/// Figures of two lists, what stands out, and deal by deal what lies between them.
struct CompareContent {
  /// Steps shown; the others are counted.
  private static let maximumSteps = 40

  let comparison: PlanComparison
  /// The same with the lists called as people call them.
  private let named: PlanComparison
  let wording: Wording

  init(_ comparison: PlanComparison, _ wording: Wording) {
    self.comparison = comparison
    self.wording = wording
    var named = comparison
    (named.first.name, named.second.name) = Self.names(comparison)
    self.named = named
  }

  /// The lists by the last parts of their paths, or by the whole paths where that tells them apart.
  private static func names(_ comparison: PlanComparison) -> (first: String, second: String) {
    let paths = (comparison.first.name, comparison.second.name)
    func short(_ path: String) -> String {
      path.split(separator: "/").last.map { String($0) } ?? path
    }
    let names = (short(paths.0), short(paths.1))
    return names.0 == names.1 ? paths : names
  }

  var sections: [ReportSection] {
    [
      ReportSection(nil, [.table(figures)]), .items(nil, wording.sentences(named)),
      ReportSection(nil, [.text(wording.changes(named), .title)] + steps),
    ]
  }

  private func text(_ label: Wording.CompareLabel) -> String { wording.text(label) }

  private func value(_ number: Double) -> String {
    wording.value(number, comparison.objective)
  }

  // MARK: Figures

  private var figures: ReadableTable {
    let rows = [
      row(.value, \.value, value, percent: true),
      row(.spend, \.spend, { Amount.money($0) }, percent: true),
      row(.orders, { $0.totals?.orders }, { Amount.whole($0) }, percent: true),
      row(.sales, { $0.totals?.sales }, { Amount.money($0) }, percent: true),
      row(.profit, { $0.totals?.profit }, { Amount.money($0) }),
      row(.perOrder, { $0.totals?.costPerOrder }, { Amount.money($0) }),
      row(.salesPerYen, { $0.totals?.returnOnSpend }, { Amount.money($0, decimals: 2) }),
      row(.deals, { Double($0.deals.count) }, { Amount.whole($0) }),
      row(.creators, { Double($0.creatorCount) }, { Amount.whole($0) }),
      row(.p10, { $0.outcomes?.p10 }, value), row(.p50, { $0.outcomes?.p50 }, value),
      row(.p90, { $0.outcomes?.p90 }, value),
      row(.worstTenth, { $0.outcomes?.conditionalValueAtRisk }, value),
      row(.loss, { $0.outcomes?.lossProbability }, { Amount.percent($0) }),
      row(.largestShare, \.largestShare, { Amount.percent($0) }),
    ]
    return ReadableTable(
      columns: [
        .init("", minimumWidth: 13), .init(named.first.name, isNumeric: true),
        .init(named.second.name, isNumeric: true),
        .init(text(.change), isNumeric: true, dropOrder: 1),
      ], rows: rows.compactMap { $0 })
  }

  /// Nil where one of the lists does not have the figure.
  private func row(
    _ label: Wording.CompareLabel, _ figure: (PlanComparison.Side) -> Double?,
    _ text: (Double) -> String, percent: Bool = false
  ) -> [ReadableTable.Cell]? {
    guard let before = figure(named.first), let after = figure(named.second) else { return nil }
    let change = after - before
    var words = signed(change, text(change))
    if percent, before > 0 {
      let share = change / before * 100
      words +=
        wording.pick(english: " (", japanese: "（")
        + signed(change, Amount.decimal(share, 1)) + " %"
        + wording.pick(english: ")", japanese: "）")
    }
    return [
      .init(self.text(label)), .init(text(before), number: before),
      .init(text(after), number: after),
      text(before) == text(after) ? "" : .init(words, number: change),
    ]
  }

  private func signed(_ number: Double, _ text: String) -> String {
    number > 0 ? "+" + text : text
  }

  // MARK: Steps

  private var steps: [ReportBlock] {
    let steps: [(deal: ScenarioDeal, cost: Double, value: Double?)] =
      comparison.isRecomputed
      ? comparison.steps.map { ($0.deal, $0.cost, $0.value) }
      : comparison.dropped.map { ($0, -$0.cost, nil) } + comparison.added.map { ($0, $0.cost, nil) }
    guard !steps.isEmpty else { return [] }
    let rows = steps.prefix(Self.maximumSteps).map { step -> [ReadableTable.Cell] in
      let goes = step.cost < 0 || (step.cost == 0 && comparison.dropped.contains(step.deal))
      return [
        goes ? "−" : "+", .init(step.deal.creatorID), .init(step.deal.productID),
        .init(wording.name(step.deal.format)),
        .init(signed(step.cost, Amount.money(step.cost)), number: step.cost),
        step.value.map { .init(signed($0, value($0)), number: $0) } ?? "",
      ]
    }
    let table = ReadableTable(
      columns: [
        .init("", minimumWidth: 1), .init(text(.creator), minimumWidth: 7),
        .init(text(.product), minimumWidth: 7), .init(text(.format), minimumWidth: 6),
        .init(text(.spend), isNumeric: true), .init(text(.value), isNumeric: true),
      ], rows: rows)
    let more = steps.count - rows.count
    return [.table(table)] + (more > 0 ? [.text(wording.moreDeals(more), .body)] : [])
  }
}
