import Allocation
import Casting

/// How many orders the campaign can serve: `order_capacity: 5000`.
///
/// It never makes a plan impossible: what is ordered beyond it earns nothing.
struct OrderCapacityRule: CastingRule {
  let limit: Double

  static func rules(of campaign: Campaign) -> [OrderCapacityRule] {
    guard campaign.brief.objective != .reach, campaign.brief.orderCapacity.isFinite else {
      return []
    }
    return [OrderCapacityRule(limit: campaign.brief.orderCapacity)]
  }

  var label: RuleLabel { .orderCapacity }
  var name: String { "order capacity" }
  var unit: RuleUnit { .orders }

  func compile(into draft: inout ProblemDraft) { draft.orderCapacity = limit }

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(
      name: name, lower: -.infinity, activity: reading.servedOutput.reduce(0, +),
      upper: limit, price: reading.prices.totalOutput, unit: unit)
  }

  func unprice(_ prices: inout AllocationPrices) { prices.totalOutput = 0 }

  var sides: [RuleSide] { [] }
  func measure(in frame: RuleFrame) -> RuleMeasure { { _, _ in .nan } }
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {}

  func drop(from campaign: inout Campaign) { campaign.brief.orderCapacity = .infinity }

  /// The same plan is worth more without it.
  var isWorthTheSame: Bool { false }
}
