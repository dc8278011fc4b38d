import Casting
import CastingFiles
import CastingPlanning

extension Report {
  /// What other budgets, fees and rules would change.
  ///
  /// - Parameters:
  ///   - rows: a row for each question; those of budgets first, ascending.
  ///   - joint: one plan for the base and all rows, where that was asked for.
  public init(
    base: WhatIfRow, rows: [WhatIfRow], together joint: JointPlan? = nil, objective: Objective,
    _ wording: Wording
  ) {
    let content = WhatIfContent(
      base: base, rows: rows, joint: joint, objective: objective, wording: wording)
    self.init(
      sections: content.sections, table: content.table, document: content.document)
  }
}

/// A row for each question, a curve of the budgets, what the next yen buy.
struct WhatIfContent {
  /// Columns of the longest bar.
  private static let barWidth = 24
  /// Steps shown between two budgets.
  private static let maximumSteps = 3

  let base: WhatIfRow
  let rows: [WhatIfRow]
  let joint: JointPlan?
  let objective: Objective
  let wording: Wording

  var all: [WhatIfRow] { [base] + rows }

  var sections: [ReportSection] {
    [
      ReportSection(nil, [.table(questions)]), lifted, clashes, brings, outcomes, together, steps,
      withoutDeals,
      targets,
      takenOver,
    ].compactMap { $0 }
  }

  private func text(_ label: Wording.WhatIfLabel) -> String { wording.text(label) }

  private func value(_ number: Double) -> ReadableTable.Cell {
    .init(wording.value(number, objective), number: number)
  }

  /// Names stay whole as far as they are no longer than this: other columns go first.
  private static let longestName = 40

  /// Characters that the longest name takes.
  private var nameWidth: Int {
    let widths = all.map { DisplayWidth.of(wording.text($0.name)) }
    return min(Self.longestName, max(14, widths.max() ?? 0))
  }

  // MARK: Questions

  private var questions: ReadableTable {
    let most = all.compactMap(\.value).max() ?? 0
    return ReadableTable(
      columns: [
        .init(text(.whatIf), minimumWidth: nameWidth),
        .init(text(.value), isNumeric: true),
        .init(text(.change), isNumeric: true, dropOrder: 2),
        .init(text(.within), isNumeric: true, dropOrder: 5),
        .init(text(.spend), isNumeric: true, dropOrder: 4),
        .init(text(.nextYen), isNumeric: true, dropOrder: 3),
        .init(text(.deals), isNumeric: true, dropOrder: 1),
        .init("", dropOrder: 6, minimumWidth: Self.barWidth),
      ],
      rows: all.enumerated().map { cells($1, isBase: $0 == 0, of: most) })
  }

  private func cells(
    _ row: WhatIfRow, isBase: Bool, of most: Double
  ) -> [ReadableTable.Cell] {
    let name = ReadableTable.Cell(wording.text(row.name))
    guard let value = row.value else {
      let none = text(row.status == .infeasible ? .noPlan : .noPlanInTime)
      return [name, .init(none), "", "", "", "", "", ""]
    }
    if let target = row.target, !target.isReached {
      // The best there is would be read as an answer.
      return [name, .init(wording.targetNotReached(row, objective)), "", "", "", "", "", ""]
    }
    var change: ReadableTable.Cell = ""
    if !isBase, let before = base.value {
      change = self.value(value - before)
      if value >= before { change.text = "+" + change.text }
    }
    let nextYen = row.marginalReturn.map { $0 * Amount.currency.usualStep }
    return [
      name, self.value(value), change,
      row.gap.map { .init(Amount.gap($0), number: $0) } ?? "",
      .init(Amount.money(row.spend), number: row.spend),
      nextYen.map { self.value($0) } ?? "",
      .init(
        isBase ? "\(row.dealCount)" : wording.deals(row), number: Double(row.dealCount)),
      .init(bar(value, of: most)),
    ]
  }

  private func bar(_ value: Double, of most: Double) -> String {
    guard most > 0, value > 0 else { return "" }
    return String(
      repeating: "█", count: max(1, Int((value / most * Double(Self.barWidth)).rounded())))
  }

  // MARK: Below the questions

  /// What every plan brings, whatever the objective.
  private var brings: ReportSection? {
    let rows = all.compactMap { row in row.totals.map { (row.name, $0) } }
    guard !rows.isEmpty else { return nil }
    let table = ReadableTable(
      columns: [
        .init(text(.whatIf), minimumWidth: nameWidth), .init(text(.orders), isNumeric: true),
        .init(text(.sales), isNumeric: true), .init(text(.profit), isNumeric: true),
        .init(text(.perOrder), isNumeric: true, dropOrder: 2),
        .init(text(.salesPerYen), isNumeric: true, dropOrder: 1),
      ],
      rows: rows.map { name, totals in
        [
          .init(wording.text(name)), .init(Amount.whole(totals.orders), number: totals.orders),
          .init(Amount.money(totals.sales), number: totals.sales),
          .init(Amount.money(totals.profit), number: totals.profit),
          totals.costPerOrder.map { .init(Amount.money($0), number: $0) } ?? "",
          totals.returnOnSpend.map { .init(Amount.money($0, decimals: 2), number: $0) } ?? "",
        ]
      })
    return ReportSection(text(.brings), [.table(table)])
  }

  /// Of plans alone: a row without one is in the first table.
  private var outcomes: ReportSection? {
    guard all.contains(where: { $0.outcomes != nil }) else { return nil }
    let table = ReadableTable(
      columns: [
        .init(text(.whatIf), minimumWidth: nameWidth), .init(text(.mean), isNumeric: true),
        .init(text(.p10), isNumeric: true), .init(text(.p90), isNumeric: true, dropOrder: 2),
        .init(text(.worstTenth), isNumeric: true, dropOrder: 1),
        .init(text(.loss), isNumeric: true, dropOrder: 3),
      ],
      rows: all.compactMap { row in
        row.outcomes.map { outcomes in
          [
            .init(wording.text(row.name)), value(outcomes.mean), value(outcomes.p10),
            value(outcomes.p90), value(outcomes.conditionalValueAtRisk),
            outcomes.lossProbability.map { .init(Amount.percent($0), number: $0) } ?? "",
          ]
        }
      })
    return ReportSection(text(.outcomes), [.table(table)])
  }

  private var together: ReportSection? {
    guard let joint else { return nil }
    guard let proof = wording.proof(joint, objective) else {
      let none = text(joint.row.status == .infeasible ? .noJointPlan : .noJointPlanInTime)
      return ReportSection(text(.onePlanForAll), [.text(none, .remark)])
    }
    let table = ReadableTable(
      columns: [
        .init(text(.ifItComesTo), minimumWidth: 14),
        .init(text(.probability), isNumeric: true, dropOrder: 2),
        .init(text(.value), isNumeric: true), .init(text(.belowItsOwnPlan), isNumeric: true),
        .init(text(.spend), isNumeric: true, dropOrder: 1),
      ],
      rows: joint.parts.map {
        [
          .init(wording.text($0.name)),
          .init(Amount.percent($0.probability), number: $0.probability), value($0.value),
          value(max(0, $0.regret)), .init(Amount.money($0.spend), number: $0.spend),
        ]
      })
    return ReportSection(text(.onePlanForAll), [.table(table), .text(proof, .remark)])
  }

  private var steps: ReportSection? {
    ReportSection(
      text(.whatMoneyBuys),
      rows.compactMap { row in
        let coming = row.next.filter { $0.cost > 0 || $0.value > 0 }
        guard !coming.isEmpty else { return nil }
        return .text(
          wording.steps(row, coming: coming, shown: Self.maximumSteps, objective), .clauses)
      })
  }

  private var lifted: ReportSection {
    .items(text(.rulesLeftOut), all.compactMap { wording.lifted($0) })
  }

  private var clashes: ReportSection {
    let untold = all.count { $0.status == .infeasible && $0.clash == nil }
    return .items(
      text(.withoutPlan),
      all.compactMap { wording.clash($0) }
        + (untold > 0 ? [wording.clashesNotSought(rows: untold)] : []))
  }

  private var withoutDeals: ReportSection {
    .items(text(.withoutDeals), all.compactMap { wording.nobodyCast($0) })
  }

  private var targets: ReportSection {
    .items(text(.targets), all.compactMap { wording.spend($0, objective) })
  }

  private var takenOver: ReportSection {
    .items(text(.takenOver), all.compactMap { wording.takenOver($0) })
  }
}
