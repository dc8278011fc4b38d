import Casting
import CastingPlanning

/// Writes plan.json: everything about a plan, for programs.
package enum PlanJSON {
  /// Keys in fixed order, full precision, null for what is missing or infinite. Two runs differ in
  /// `timings` alone.
  static func value(_ plan: Plan, _ context: PlanContext, _ wording: Wording) -> JSONValue {
    let tables = ReportTables(plan, carrying: context.carried, wording)
    return .object(
      head(plan, context, wording) + [
        ("deals", deals(plan, tables.deals)),
        ("creators", JSONValue(rows: tables.creators)),
        ("products", products(plan, tables.products)),
        ("rules", rules(plan, tables.rules)),
        ("prices", prices(plan)),
        ("budget_step", budgetStep(plan.budgetStep)),
        ("left_out", leftOut(plan, tables.leftOut)),
        ("baselines", JSONValue(rows: tables.baselines)),
        ("grades", grades(plan)),
        ("notes", .array(notes(plan, wording).map { .string($0) })),
        ("issues", .array(context.remarks.map { .string(wording.text($0)) })),
        ("issue_codes", .array(context.remarks.map { JSONValue($0) })),
      ] + relaxed(plan) + [
        ("note_codes", .array(noteCodes(plan))),
        (
          "highlights",
          .array(
            (context.highlights + plan.highlights).map { JSONValue($0, text: wording.text($0)) })
        ),
      ] + frame(plan) + [("timings", timings(context.timings))])
  }

  private static func head(
    _ plan: Plan, _ context: PlanContext, _ wording: Wording
  ) -> [(key: String, value: JSONValue)] {
    [
      ("schema", .string(PlanFile.schema)),
      ("version", .string(context.version)),
      ("campaign", .string(plan.campaign)),
      ("status", .string(plan.status.rawValue)),
      ("objective", .string(plan.objective.rawValue)),
      ("value", .number(plan.value)),
      ("bound", .number(plan.bound)),
      ("gap", .number(plan.gap)),
      ("asked_gap", .number(plan.askedGap)),
      ("price_bound", .number(plan.priceBound)),
      ("nodes", .number(Double(plan.nodes))),
      ("spend", .money(plan.spend)),
      ("budget", .money(plan.budget)),
    ] + (plan.hidesCost ? [("cost_hidden", .bool(true))] : []) + TotalsJSON.money(plan)
      + TotalsJSON.members(plan.totals) + budgetSearch(plan) + [
        ("value_interval", OutcomeJSON.interval(plan.outcomes))
      ] + OutcomeJSON.members(plan) + [
        ("seed", .integer(plan.seed)),
        ("inputs", .array(context.inputs.map(input))),
        ("rows", .array(context.tallies.map(\.document))),
        ("reading", .array(context.reading.map { $0.document(wording) })),
      ]
  }

  /// Absent where the brief states what to spend.
  private static func budgetSearch(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    guard let answer = plan.budgetAnswer else { return [] }
    switch answer.question {
    case .target(let target):
      return [
        (
          "budget_search",
          .object([
            ("target", .number(target)), ("spend_bound", .money(answer.spendBound ?? 0)),
          ])
        )
      ]
    case .minimumReturn(let rate):
      return [
        (
          "budget_search",
          .object([
            ("minimum_marginal_return", .number(rate)),
            ("surplus_bound", answer.surplusBound.map { .number($0) } ?? .null),
          ])
        )
      ]
    }
  }

  private static func notes(_ plan: Plan, _ wording: Wording) -> [String] {
    plan.relaxedRules.map { wording.note($0) } + plan.notes.map { wording.text($0) }
  }

  /// The notes as facts, in the same order.
  private static func noteCodes(_ plan: Plan) -> [JSONValue] {
    plan.relaxedRules.map {
      .object([("code", .string("relaxed")), ("rule", JSONValue($0.change))])
    }
      + plan.notes.map { JSONValue($0) }
  }

  /// Absent where every rule holds as it is written.
  private static func relaxed(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    if plan.relaxed.isEmpty { return [] }
    return [("relaxed", .array(plan.relaxed.map { JSONValue($0) }))]
  }

  private static func input(_ input: PlanContext.Input) -> JSONValue {
    .object([
      ("path", .string(input.path)), ("sha256", .string(input.sha256)),
      ("rows", .number(Double(input.rows))),
    ])
  }

  /// Keys of a deal that are no columns of plan.csv.
  static let dealKeys =
    feeKeys + ["reach_by_cell", "reasons"] + costKeys + talkKeys + profileKeys

  /// Null where it was not solved.
  static func budgetStep(_ step: BudgetStep?) -> JSONValue {
    step.map {
      .object([
        ("yen", Amount.currency == .yen ? .number($0.yen) : .null), ("amount", .number($0.yen)),
        ("adds", .number($0.adds)),
        ("adds_at_most", .number($0.addsAtMost)),
      ])
    } ?? .null
  }

  private static func deals(_ plan: Plan, _ table: ReportTable) -> JSONValue {
    .array(
      zip(plan.deals, table.rows).map { deal, row in
        .object(
          JSONValue.members(of: row, in: table, except: Set(ReportTables.termColumns.map(\.key)))
            + fee(deal.feeFinding, deal.feeBasis) + [
              ("reach_by_cell", keyed(plan.cells, deal.reachByCell[...])),
              ("reasons", .array(deal.reasons.map { JSONValue($0) })),
            ] + details(deal) + parts(deal, plan))
      })
  }

  static let partsKey = "parts"

  /// Null of a format that is no package; absent where there is no package at all.
  private static func parts(
    _ deal: PlannedDeal, _ plan: Plan
  ) -> [(key: String, value: JSONValue)] {
    guard plan.formats.contains(where: { $0.package != nil }) else { return [] }
    return [(partsKey, deal.format.package.map(parts) ?? .null)]
  }

  private static func leftOut(_ plan: Plan, _ table: ReportTable) -> JSONValue {
    .array(
      zip(plan.leftOut, table.rows).map { creator, row in
        .object(
          JSONValue.members(of: row, in: table) + [
            ("best_format", creator.bestFormat.map { .string($0.rawValue) } ?? .null)
          ] + fee(creator.feeFinding, creator.feeBasis) + [
            ("reason_code", .code(of: creator.reason)),
            ("reasons", .array([JSONValue(creator.reason)])),
          ] + details(creator))
      })
  }

  private static func prices(_ plan: Plan) -> JSONValue {
    let productIDs = plan.products.map(\.productID)
    let cellCount = plan.cells.count
    let reach = productIDs.indices.compactMap { product -> (key: String, value: JSONValue)? in
      let start = product * cellCount
      guard start + cellCount <= plan.prices.reach.count else { return nil }
      let row = plan.prices.reach[start..<start + cellCount]
      guard row.contains(where: { $0 != 0 }) else { return nil }
      return (productIDs[product], keyed(plan.cells, row, omittingZeros: true))
    }
    return .object([
      ("budget", .number(plan.prices.budget)),
      ("order_capacity", .number(plan.prices.orderCapacity)),
      ("stock", keyed(productIDs, plan.prices.stock[...], omittingZeros: true)),
      ("reach", .object(reach)),
    ])
  }

  private static func keyed(
    _ names: [String], _ numbers: ArraySlice<Double>, omittingZeros: Bool = false
  ) -> JSONValue {
    .object(
      zip(names, numbers)
        .filter { !omittingZeros || $0.1 != 0 }
        .map { (key: $0, value: JSONValue.number($1)) })
  }

  private static func grades(_ plan: Plan) -> JSONValue {
    .object(
      Grade.allCases.map { grade in
        let position = Int(grade.rawValue)
        let share = position < plan.gradeShares.count ? plan.gradeShares[position] : 0
        return (key: grade.word, value: .number(share))
      })
  }

  private static func timings(_ timings: PlanContext.Timings) -> JSONValue {
    .object([
      ("read_s", .number(timings.read)),
      ("score_s", .number(timings.score)),
      ("solve_s", .number(timings.solve)),
      ("write_s", .number(timings.write)),
      ("total_s", .number(timings.total)),
      ("peak_memory_bytes", .number(Double(timings.peakMemoryBytes))),
      ("curve_s", .number(timings.curve)),
    ])
  }
}
