import Casting
import CastingPlanning

/// A clash report with a rule of every sort.
enum SampleClash {
  static func make() -> ClashReport {
    let gold = DealFilter(values: [.certification: ["gold"]])
    let tiktok = DealFilter(values: [.platform: ["tiktok"]])
    let least = rule(
      .quota(filter: gold, measure: .creators, minimum: 5, maximum: nil), "quota", .minimum,
      "certification gold: creators ≥ 5", 5, .creators, .limit(from: 5, to: 4))
    let budget = rule(
      .budget, "budget", .maximum, "budget", 500_000, .yen, .limit(from: 500_000, to: 600_000))
    var share = rule(
      .spendShare(filter: tiktok, minimum: nil, maximum: 0.25), "quota", .maximum,
      "platform tiktok: spend_share ≤ 0.25", 0.25, .shareOfSpend, .limit(from: 0.25, to: 0.4623))
    share.unproved = 0.01
    var lock = rule(
      .lock(creatorID: "C0007", productID: "P02"), "lock", .whole, "lock C0007 for P02", nil,
      .deals, .drop)
    lock.scope = .clash
    var ban = rule(
      .ban(filter: DealFilter(values: [.agency: ["Acme"]])), "ban", .whole, "ban agency Acme", nil,
      .deals, .drop)
    ban.isVerified = false
    let window = rule(
      .window(from: "2026-12-01", to: "2026-12-10"), "window", .whole,
      "window 2026-12-01 to 2026-12-10", nil, .deals,
      .window(
        CampaignWindow(
          from: CalendarDay(year: 2026, month: 12, day: 1)!,
          to: CalendarDay(year: 2026, month: 12, day: 12)!)))
    return ClashReport(
      campaign: "春のスキンケア", ruleCount: 9,
      clashes: [
        .init(rules: [lock, window, ban], isSmallest: false, cheapest: 1),
        .init(rules: [least, budget, share], isSmallest: true, cheapest: 0),
      ], isMended: true)
  }

  private static func rule(
    _ label: RuleLabel, _ word: String, _ side: CampaignRule.Side, _ name: String,
    _ limit: Double?, _ unit: RuleUnit, _ change: ClashingRule.Change
  ) -> ClashingRule {
    let stated = RuleSide(side, limit: limit, unit: unit, word: word, order: .budget)
    return ClashingRule(
      rule: CampaignRule(stated, label: label, name: name), change: change,
      scope: .campaign, unproved: 0, isVerified: true)
  }
}
