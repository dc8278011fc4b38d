import Allocation
import Casting

/// One limit on a group's share of the spend: `{where: {tier: micro}, spend_share: {min: 0.5}}`.
///
/// A quota with two limits is two rules, each with a row and a price.
struct SpendShareRule: SumRule {
  /// By its place in the brief.
  let number: Int
  let quota: Quota
  let isMinimum: Bool
  /// 0…1.
  let limit: Double

  static func rules(of campaign: Campaign) -> [SpendShareRule] {
    campaign.brief.quotas.enumerated().filter { $1.measure == .spendShare }
      .flatMap { number, quota in
        [(quota.minimum, true), (quota.maximum, false)].compactMap { limit, isMinimum in
          limit.map {
            SpendShareRule(number: number, quota: quota, isMinimum: isMinimum, limit: $0)
          }
        }
      }
  }

  var label: RuleLabel {
    .spendShare(
      filter: quota.filter, minimum: isMinimum ? limit : nil, maximum: isMinimum ? nil : limit)
  }
  var name: String {
    guard quota.minimum != nil, quota.maximum != nil else { return quota.name }
    return quota.name + (isMinimum ? " (minimum)" : " (maximum)")
  }
  /// Both limits go by the quota's name.
  var otherNames: [String] { [quota.name] }
  /// The price is per yen by which the group's spend may miss the share.
  var unit: RuleUnit { .shareOfSpend }
  var place: Int { number }
  var share: Double? { limit }

  func row(in frame: RuleFrame) -> AllocationRow {
    let match = frame.match(quota.filter)
    return AllocationRow(
      lower: isMinimum ? 0 : -.infinity, upper: isMinimum ? .infinity : 0,
      memberItems: match.creators, memberKinds: match.kinds,
      inside: .init(perCost: 1 - limit), outside: .init(perCost: -limit))
  }

  /// NaN for a plan that spends nothing.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let match = frame.match(quota.filter)
    return { plan, _ in
      let inside = plan.deals.reduce(0) {
        $0 + (match.includes(creator: $1.creator, kind: $1.kind) ? $1.cost : 0)
      }
      return plan.dealSpend > 0 ? inside / plan.dealSpend : .nan
    }
  }

  /// A share of no spend at all obeys any limit: the limit that is there.
  func needed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Double {
    measured.isNaN ? view.limit : measured
  }

  var sides: [RuleSide] {
    quota.sides.filter { $0.side == (isMinimum ? .minimum : .maximum) }.map {
      var side = $0
      side.name = quota.name
      return side
    }
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.quotas[number].write(settings[0], isMinimum ? .minimum : .maximum)
  }
}
