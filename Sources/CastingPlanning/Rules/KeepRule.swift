import Allocation
import Casting

/// How many deals may differ from the last plan: `keep: {plan: last/plan.json, max_changes: 5}`.
struct KeepRule: SumRule {
  let plan: KeptPlan
  let changes: Int

  static func rules(of campaign: Campaign) -> [KeepRule] {
    guard let plan = campaign.brief.keep, let changes = plan.maximumChanges else { return [] }
    return [KeepRule(plan: plan, changes: changes)]
  }

  var label: RuleLabel { .keep(changes: changes) }
  var name: String { "keep" }
  var unit: RuleUnit { .deals }
  var creatorIDs: [String] { plan.deals.map(\.creatorID) }

  /// Deals that come are Σ new, deals that go are those of the plan less Σ kept.
  func row(in frame: RuleFrame) -> AllocationRow {
    AllocationRow(
      upper: Double(changes - plan.deals.count),
      memberKinds: (0..<frame.kinds.count).map { frame.kinds.isKept($0) },
      inside: .init(perOption: -1), outside: .init(perOption: 1))
  }

  var offset: Double { Double(plan.deals.count) }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: Double(changes), unit: unit, word: "keep", order: .keep)]
  }

  /// The plan stays: it tells the kinds of deals apart.
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.keep?.maximumChanges = settings[0].limit.map { Int($0.rounded(.down)) }
  }
}
