import Casting
import CastingPlanning

/// Rules of thumb beside the plan, for the terminal.
enum BaselineTerminal {
  /// Empty where there are none.
  static func lines(_ plan: Plan, _ page: Page) -> [String] {
    guard !plan.baselines.isEmpty, plan.status != .infeasible else { return [] }
    let comparesStrategies = plan.baselines.contains { $0.outcomes != nil }
    let table = comparesStrategies ? strategies(plan) : baselines(plan)
    return table.lines(width: page.width, color: page.color)
      + plan.baselines.filter { !$0.breaches.isEmpty }.flatMap {
        page.wrapped(
          "* \($0.name) breaks "
            + $0.breaches.map { Wording.english.text($0) }.joined(separator: ", ")
            + ".", indent: "  ")
      }
  }

  private static func baselines(_ plan: Plan) -> TerminalTable {
    let own = [
      "castplan", Amount.value(plan.value, plan.objective), Amount.yen(plan.spend),
      String(plan.deals.count), "",
    ]
    let others = plan.baselines.map {
      [
        $0.name, Amount.value($0.value, plan.objective), Amount.yen($0.spend), String($0.deals),
        PlanWording.advantage(plan, over: $0),
      ]
    }
    let columns: [TerminalTable.Column] = [
      .init("Way of casting", minimumWidth: 23), .init("Value", isNumeric: true),
      .init("Spend", isNumeric: true, dropOrder: 2),
      .init("Deals", isNumeric: true, dropOrder: 1),
      .init("castplan brings", isNumeric: true),
    ]
    return TerminalTable(columns: columns, rows: [own] + others)
  }

  private static func strategies(_ plan: Plan) -> TerminalTable {
    let largest = plan.creators.map(\.value).max() ?? 0
    let own =
      ["castplan", Amount.value(plan.value, plan.objective)]
      + spread(plan.outcomes, plan.value > 0 ? largest / plan.value : nil, plan.objective)
      + [Amount.yen(plan.spend), String(plan.deals.count), ""]
    let others = plan.baselines.map {
      [
        $0.name + ($0.breaches.isEmpty ? "" : " *"), Amount.value($0.value, plan.objective),
      ] + spread($0.outcomes, $0.largestShare, plan.objective) + [
        Amount.yen($0.spend), String($0.deals), PlanWording.advantage(plan, over: $0),
      ]
    }
    let columns: [TerminalTable.Column] = [
      .init("Way of casting", minimumWidth: 23), .init("Value", isNumeric: true),
      .init("P10", isNumeric: true), .init("P90", isNumeric: true),
      .init("Largest share", isNumeric: true),
      .init("Spend", isNumeric: true, dropOrder: 1),
      .init("Deals", isNumeric: true, dropOrder: 2),
      .init("castplan brings", isNumeric: true, dropOrder: 3),
    ]
    return TerminalTable(columns: columns, rows: [own] + others)
  }

  private static func spread(
    _ outcomes: Outcomes?, _ largestShare: Double?, _ objective: Objective
  ) -> [String] {
    [
      outcomes.map { Amount.value($0.p10, objective) } ?? "",
      outcomes.map { Amount.value($0.p90, objective) } ?? "",
      largestShare.map { Amount.percent($0) } ?? "",
    ]
  }
}
