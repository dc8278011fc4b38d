import Casting
import CastingPlanning

/// A what-if for the terminal: a row for each question, a curve of the budgets, what the next yen
/// buy.
public enum WhatIfTerminal {
  /// Columns of the longest bar.
  private static let barWidth = 24
  /// Steps shown between two budgets.
  private static let maximumSteps = 3

  /// Lines joined and ended by line feeds, no wider than `width`.
  public static func render(
    _ base: WhatIfRow, _ rows: [WhatIfRow], together joint: JointPlan? = nil, objective: Objective,
    width: Int, color: Bool
  ) -> String {
    let page = Page(width: max(20, width), color: color)
    let most = ([base] + rows).compactMap(\.value).max() ?? 0
    let table = TerminalTable(
      columns: columns, rows: ([base] + rows).map { cells($0, base, objective, most) })
    var lines = table.lines(width: page.width, color: color)
    if ([base] + rows).contains(where: { $0.outcomes != nil }) {
      lines += ["", page.heading("What may come of it")]
      lines += outcomes([base] + rows, objective).lines(width: page.width, color: color)
    }
    if let joint {
      lines += ["", page.heading("One plan for all")]
      lines += JointTerminal.lines(joint, objective, page)
    }
    let steps = rows.flatMap { self.steps($0, objective, page) }
    if !steps.isEmpty { lines += ["", page.heading("What more money buys")] + steps }
    let reached = ([base] + rows).flatMap { row in
      WhatIfWording.spend(row, objective).map { page.wrapped($0, indent: "  ", first: "- ") } ?? []
    }
    if !reached.isEmpty { lines += ["", page.heading("Targets")] + reached }
    let taken = ([base] + rows).filter { $0.takenFrom != nil }.flatMap {
      page.wrapped(
        "\($0.name): the plan of \"\($0.takenFrom ?? "")\" is better than what was found here and "
          + "obeys these rules too, so it is shown.", indent: "  ", first: "- ")
    }
    if !taken.isEmpty { lines += ["", page.heading("Taken over")] + taken }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let columns: [TerminalTable.Column] = [
    .init("What if", minimumWidth: 14),
    .init("Value", isNumeric: true),
    .init("Change", isNumeric: true, dropOrder: 2),
    .init("Within", isNumeric: true, dropOrder: 5),
    .init("Spend", isNumeric: true, dropOrder: 4),
    .init("Per ¥10,000 more", isNumeric: true, dropOrder: 3),
    .init("Deals", isNumeric: true, dropOrder: 1),
    .init("", dropOrder: 6, minimumWidth: barWidth),
  ]

  private static func cells(
    _ row: WhatIfRow, _ base: WhatIfRow, _ objective: Objective, _ most: Double
  ) -> [String] {
    guard let value = row.value else {
      return [
        row.name, row.status == .infeasible ? "no plan obeys the rules" : "no plan found in time",
        "", "", "", "", "", "",
      ]
    }
    if let target = row.target, !target.isReached {
      // The best there is would be read as an answer.
      let most = row.bound.map { Amount.value($0, objective, rule: .up) } ?? "not known"
      return [row.name, "target not reached: at most \(most)", "", "", "", "", "", ""]
    }
    let isBase = row.name == base.name && row.budget == base.budget
    var changes = ""
    if !isBase, let before = base.value {
      let sign = value >= before ? "+" : ""
      changes = sign + Amount.value(value - before, objective)
    }
    let deals =
      isBase ? "\(row.dealCount)" : "\(row.dealCount) (+\(row.added.count) −\(row.dropped.count))"
    return [
      row.name, Amount.value(value, objective), changes, row.gap.map(Amount.gap) ?? "",
      Amount.yen(row.spend),
      row.marginalReturn.map { Amount.value($0 * BudgetStep.usual, objective) } ?? "", deals,
      bar(value, of: most),
    ]
  }

  /// Of plans alone: a row without one is in the first table.
  private static func outcomes(_ rows: [WhatIfRow], _ objective: Objective) -> TerminalTable {
    let columns: [TerminalTable.Column] = [
      .init("What if", minimumWidth: 14), .init("Mean", isNumeric: true),
      .init("P10", isNumeric: true), .init("P90", isNumeric: true, dropOrder: 2),
      .init("Worst tenth", isNumeric: true, dropOrder: 1),
      .init("Loss", isNumeric: true, dropOrder: 3),
    ]
    return TerminalTable(
      columns: columns,
      rows: rows.compactMap { row in
        row.outcomes.map { outcomes in
          [
            row.name, Amount.value(outcomes.mean, objective), Amount.value(outcomes.p10, objective),
            Amount.value(outcomes.p90, objective),
            Amount.value(outcomes.conditionalValueAtRisk, objective),
            outcomes.lossProbability.map { Amount.percent($0) } ?? "",
          ]
        }
      })
  }

  private static func bar(_ value: Double, of most: Double) -> String {
    guard most > 0, value > 0 else { return "" }
    return String(repeating: "█", count: max(1, Int((value / most * Double(barWidth)).rounded())))
  }

  /// The first steps from a budget to the next.
  private static func steps(
    _ row: WhatIfRow, _ objective: Objective, _ page: Page
  ) -> [String] {
    let coming = row.next.filter { $0.cost > 0 || $0.value > 0 }
    guard !coming.isEmpty else { return [] }
    let words = coming.prefix(maximumSteps).map {
      "\($0.deal.creatorID) × \($0.deal.productID) \($0.deal.format.rawValue) for "
        + "\(Amount.yen($0.cost)), +\(Amount.value($0.value, objective))"
    }
    let going = row.next.count - coming.count
    var rest = ""
    if coming.count > maximumSteps { rest += "; \(coming.count - maximumSteps) more come" }
    if going > 0 { rest += "; \(going) \(going == 1 ? "goes" : "go")" }
    return page.wrapped(
      "beyond \(Amount.yen(row.budget)): \(words.joined(separator: "; "))\(rest)", indent: "    ",
      first: "  ")
  }
}
