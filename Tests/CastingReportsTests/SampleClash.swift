import Casting
import CastingPlanning

/// A clash report with a rule of every sort.
enum SampleClash {
  static func make() -> ClashReport {
    let gold = rule(
      .quotaMinimum(0), "certification gold: creators ≥ 5", 5, .creators,
      .limit(from: 5, to: 4))
    let budget = rule(.budget, "budget", 500_000, .yen, .limit(from: 500_000, to: 600_000))
    var share = rule(
      .quotaMaximum(1), "platform tiktok: spend_share ≤ 0.25", 0.25, .shareOfSpend,
      .limit(from: 0.25, to: 0.4623))
    share.unproved = 0.01
    var lock = rule(.lock(0), "lock C0007 for P02", nil, .deals, .drop)
    lock.scope = .clash
    var ban = rule(.ban(0), "ban agency Acme", nil, .deals, .drop)
    ban.isVerified = false
    let window = rule(
      .window, "window 2026-12-01 to 2026-12-10", nil, .deals,
      .window(
        CampaignWindow(
          from: CalendarDay(year: 2026, month: 12, day: 1)!,
          to: CalendarDay(year: 2026, month: 12, day: 12)!)))
    return ClashReport(
      campaign: "春のスキンケア", ruleCount: 9,
      clashes: [
        .init(rules: [lock, window, ban], isSmallest: false, cheapest: 1),
        .init(rules: [gold, budget, share], isSmallest: true, cheapest: 0),
      ], isMended: true)
  }

  private static func rule(
    _ kind: CampaignRule.Kind, _ name: String, _ limit: Double?, _ unit: RuleUnit,
    _ change: ClashingRule.Change
  ) -> ClashingRule {
    ClashingRule(
      rule: CampaignRule(kind: kind, name: name, limit: limit, unit: unit), change: change,
      scope: .campaign, unproved: 0, isVerified: true)
  }
}
