import Casting
import CastingPlanning

/// Two lists of deals side by side, for the terminal.
public enum CompareTerminal {
  /// Steps shown; the others are counted.
  private static let maximumSteps = 40

  /// Lines joined and ended by line feeds, no wider than `width`.
  public static func render(_ comparison: PlanComparison, width: Int, color: Bool) -> String {
    var comparison = comparison
    (comparison.first.name, comparison.second.name) = CompareWording.names(comparison)
    let page = Page(width: max(20, width), color: color)
    var lines = figures(comparison).lines(width: page.width, color: color)
    let sentences = CompareWording.sentences(comparison)
    if !sentences.isEmpty {
      lines += [""] + sentences.flatMap { page.wrapped($0, indent: "  ", first: "- ") }
    }
    lines += ["", page.heading(CompareWording.changes(comparison))]
    lines += steps(comparison, page)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func figures(_ comparison: PlanComparison) -> TerminalTable {
    let (first, second) = (comparison.first, comparison.second)
    let objective = comparison.objective
    func row(
      _ name: String, _ figure: (PlanComparison.Side) -> Double?, _ text: (Double) -> String,
      percent: Bool = false
    ) -> [String]? {
      guard let before = figure(first), let after = figure(second) else { return nil }
      let change = after - before
      let isSame = text(before) == text(after)
      var words = (change > 0 ? "+" : "") + text(change)
      if percent, before > 0 {
        words += " (\(change > 0 ? "+" : "")\(Amount.decimal(change / before * 100, 1)) %)"
      }
      return [name, text(before), text(after), isSame ? "" : words]
    }
    func value(_ number: Double) -> String { Amount.value(number, objective) }
    let rows = [
      row("Value", \.value, value, percent: true),
      row("Spend", \.spend, { Amount.yen($0) }, percent: true),
      row("Deals", { Double($0.deals.count) }, { Amount.whole($0) }),
      row("Creators", { Double($0.creatorCount) }, { Amount.whole($0) }),
      row("P10", { $0.outcomes?.p10 }, value), row("P50", { $0.outcomes?.p50 }, value),
      row("P90", { $0.outcomes?.p90 }, value),
      row("Worst tenth", { $0.outcomes?.conditionalValueAtRisk }, value),
      row("Loss", { $0.outcomes?.lossProbability }, { Amount.percent($0) }),
      row("Largest share", \.largestShare, { Amount.percent($0) }),
    ].compactMap { $0 }
    let columns: [TerminalTable.Column] = [
      .init("", minimumWidth: 13), .init(first.name, isNumeric: true),
      .init(second.name, isNumeric: true), .init("Change", isNumeric: true, dropOrder: 1),
    ]
    return TerminalTable(columns: columns, rows: rows)
  }

  private static func steps(_ comparison: PlanComparison, _ page: Page) -> [String] {
    let steps: [(deal: ScenarioDeal, cost: Double, value: Double?)] =
      comparison.isRecomputed
      ? comparison.steps.map { ($0.deal, $0.cost, $0.value) }
      : comparison.dropped.map { ($0, -$0.cost, nil) } + comparison.added.map { ($0, $0.cost, nil) }
    guard !steps.isEmpty else { return [] }
    let rows = steps.prefix(maximumSteps).map { step in
      let goes = step.cost < 0 || (step.cost == 0 && comparison.dropped.contains(step.deal))
      return [
        goes ? "−" : "+", step.deal.creatorID, step.deal.productID, step.deal.format.rawValue,
        signed(step.cost, Amount.yen(step.cost)),
        step.value.map { signed($0, Amount.value($0, comparison.objective)) } ?? "",
      ]
    }
    let columns: [TerminalTable.Column] = [
      .init("", minimumWidth: 1), .init("Creator", minimumWidth: 7),
      .init("Product", minimumWidth: 7), .init("Format", minimumWidth: 6),
      .init("Spend", isNumeric: true), .init("Value", isNumeric: true),
    ]
    let more = steps.count - rows.count
    return TerminalTable(columns: columns, rows: rows).lines(width: page.width, color: page.color)
      + (more > 0 ? ["… and \(PlanWording.counted(more, "more deal")) in --format csv"] : [])
  }

  private static func signed(_ number: Double, _ text: String) -> String {
    number > 0 ? "+" + text : text
  }
}
