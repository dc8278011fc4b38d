import Casting
import CastingFiles
import CastingPlanning

/// Rules of thumb beside the plan.
extension PlanContent {
  /// Empty where there are none.
  var otherWays: ReportSection {
    guard !plan.baselines.isEmpty, plan.status != .infeasible else { return ReportSection(nil, []) }
    let comparesStrategies = plan.baselines.contains { $0.outcomes != nil }
    let broken = plan.baselines.filter { !$0.breaches.isEmpty }.map {
      ReportBlock.text(wording.breaks(wording.text($0.rule), $0.breaches), .remark)
    }
    return ReportSection(
      text(.otherWays), [.table(comparesStrategies ? strategies : baselines)] + broken)
  }

  private var baselines: ReadableTable {
    let own: [ReadableTable.Cell] = [
      "castplan", value(plan.value), yen(plan.spend), count(plan.deals.count), "",
    ]
    let others: [[ReadableTable.Cell]] = plan.baselines.map {
      [
        .init(wording.text($0.rule)), value($0.value), yen($0.spend), count($0.deals),
        advantage(over: $0),
      ]
    }
    return ReadableTable(
      columns: [
        .init(text(.way), minimumWidth: 23), .init(text(.value), isNumeric: true),
        .init(text(.spend), isNumeric: true, dropOrder: 2),
        .init(text(.deals), isNumeric: true, dropOrder: 1),
        .init(text(.advantage), isNumeric: true),
      ], rows: [own] + others)
  }

  private var strategies: ReadableTable {
    let own: [ReadableTable.Cell] =
      ["castplan", value(plan.value)] + spread(plan.outcomes, plan.largestShare)
      + [yen(plan.spend), count(plan.deals.count), ""]
    let others: [[ReadableTable.Cell]] = plan.baselines.map {
      [
        .init(wording.text($0.rule) + ($0.breaches.isEmpty ? "" : " *")), value($0.value),
      ] + spread($0.outcomes, $0.largestShare) + [
        yen($0.spend), count($0.deals), advantage(over: $0),
      ]
    }
    return ReadableTable(
      columns: [
        .init(text(.way), minimumWidth: 23), .init(text(.value), isNumeric: true),
        .init(text(.p10), isNumeric: true), .init(text(.p90), isNumeric: true),
        .init(text(.largestShare), isNumeric: true),
        .init(text(.spend), isNumeric: true, dropOrder: 1),
        .init(text(.deals), isNumeric: true, dropOrder: 2),
        .init(text(.advantage), isNumeric: true, dropOrder: 3),
      ], rows: [own] + others)
  }

  private func spread(_ outcomes: Outcomes?, _ share: Double?) -> [ReadableTable.Cell] {
    [
      outcomes.map { value($0.p10) } ?? "", outcomes.map { value($0.p90) } ?? "",
      share.map { .init(Amount.percent($0), number: $0) } ?? "",
    ]
  }

  private func count(_ number: Int) -> ReadableTable.Cell {
    .init(String(number), number: Double(number))
  }

  /// How much more the plan is worth than a baseline: `+12.3 %`, from ten times on `12 ×`.
  private func advantage(over baseline: Baseline) -> ReadableTable.Cell {
    guard baseline.value > 0 else { return "–" }
    let ratio = plan.value / baseline.value
    if ratio >= 10 { return .init(Amount.whole(ratio) + " ×", number: ratio) }
    let share = (ratio - 1) * 100
    return .init((share >= 0 ? "+" : "") + Amount.decimal(share, 1) + " %", number: ratio - 1)
  }
}

extension Plan {
  /// Share of the value that the creator with most of it carries; nil where there is no value.
  var largestShare: Double? {
    guard value > 0, let largest = creators.map(\.value).max() else { return nil }
    return largest / value
  }
}
