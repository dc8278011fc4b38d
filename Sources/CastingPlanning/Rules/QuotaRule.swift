import Allocation
import Casting

/// How many deals or creators of a group, or how much spend on it:
/// `{where: {tier: micro}, count: {min: 3, max: 10}}`.
struct QuotaRule: SumRule {
  /// By its place in the brief.
  let number: Int
  let quota: Quota

  static func rules(of campaign: Campaign) -> [QuotaRule] {
    campaign.brief.quotas.enumerated().filter { $1.measure != .spendShare }
      .map { QuotaRule(number: $0, quota: $1) }
  }

  /// Shares of spend are limited by the same key of a brief.
  static func tidy(_ campaign: inout Campaign) {
    campaign.brief.quotas.removeAll { $0.minimum == nil && $0.maximum == nil }
  }

  var label: RuleLabel {
    .quota(
      filter: quota.filter, measure: quota.measure, minimum: quota.minimum,
      maximum: quota.maximum)
  }
  var name: String { quota.name }
  var unit: RuleUnit { quota.measure.unit }
  var place: Int { number }

  func row(in frame: RuleFrame) -> AllocationRow {
    let match = frame.match(quota.filter)
    var row = AllocationRow(
      lower: quota.minimum ?? -.infinity, upper: quota.maximum ?? .infinity,
      memberItems: match.creators, memberKinds: match.kinds)
    switch quota.measure {
    case .count: row.inside = .init(perOption: 1)
    case .creators: row.perTouchedItem = 1
    case .spend, .spendShare: row.inside = .init(perCost: 1)
    case .posts:
      row.amount = frame.amounts.index(of: .posts)
      row.inside = row.amount == nil ? .init(perOption: 1) : .init(perAmount: 1)
    case .views:
      row.amount = frame.amounts.index(of: .views)
      row.inside = .init(perAmount: 1)
    }
    return row
  }

  var sides: [RuleSide] { quota.sides }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    for (side, setting) in zip(sides, settings) {
      campaign.brief.quotas[number].write(setting, side.side)
    }
  }
}

extension Quota {
  /// One for each limit.
  var sides: [RuleSide] {
    [(minimum, CampaignRule.Side.minimum), (maximum, .maximum)].compactMap { limit, side in
      limit.map {
        RuleSide(
          side, limit: $0, unit: measure.unit, word: "quota",
          order: side == .minimum ? .quotaNeed : .quotaLimit)
      }
    }
  }

  mutating func write(_ setting: Relaxation.Setting, _ side: CampaignRule.Side) {
    if side == .minimum { minimum = setting.limit } else { maximum = setting.limit }
  }
}

extension Quota.Measure {
  /// What limits of the measure are counted in.
  var unit: RuleUnit {
    switch self {
    case .count: .deals
    case .creators: .creators
    case .spend: .yen
    case .spendShare: .shareOfSpend
    case .views: .viewers
    case .posts: .posts
    }
  }
}
