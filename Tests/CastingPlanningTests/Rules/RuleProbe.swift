import Casting
import CastingPlanning
import CastingTestSupport

/// Asks everything of a rule in a campaign small enough to work out by hand.
enum RuleProbe {
  /// Four creators, C0 the least and C3 the most seen, at ¥100 a deal and one deal each; products A
  /// and B of one category; C0 and C1 on TikTok, the others on YouTube; ¥1,000 to spend.
  static func campaign(_ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    var roster = TestCampaigns.roster(
      followers: [20_000, 20_000, 200_000, 200_000],
      platforms: ["tiktok", "tiktok", "youtube", "youtube"])
    roster.averageViews = NumberColumn([1_000, 2_000, 3_000, 4_000])
    roster.fees = NumberColumn([100, 100, 100, 100])
    var products = [Product(id: "A", price: 1_000), Product(id: "B", price: 900)]
    for place in products.indices { products[place].category = "skin" }
    var campaign = TestCampaigns.perfectFit(
      roster, products, TestCampaigns.brief(budget: 1_000))
    change(&campaign)
    return campaign
  }

  static let tiktok = DealFilter(values: [.platform: ["tiktok"]])

  static func quota(
    _ measure: Quota.Measure, _ minimum: Double?, _ maximum: Double?, name: String = "tiktok"
  ) -> Quota {
    Quota(filter: tiktok, measure: measure, minimum: minimum, maximum: maximum, name: name)
  }

  /// The campaign's rules beside the budget, as plans call them.
  static func names(_ campaign: Campaign, _ rules: RuleCatalogue = .standard) -> [String] {
    RuleSet(campaign, rules).listed.map(\.name).filter { $0 != "budget" }
  }

  static func rule(
    _ name: String, of campaign: Campaign, _ rules: RuleCatalogue = .standard
  ) -> (any CastingRule)? {
    RuleSet(campaign, rules).rules.first { $0.name == name }
  }

  static func settings(_ rules: RuleCatalogue = .standard) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.relativeGap = 1e-9
    settings.rules = rules
    return settings
  }

  /// The best plan, and what it says of its rules by name.
  static func plan(
    _ campaign: Campaign, _ rules: RuleCatalogue = .standard
  ) throws -> (plan: Plan, rules: [String: RuleReport]) {
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings(rules)) else {
      throw TestCampaigns.NoPlan(reasons: ["no plan"])
    }
    return (plan, Dictionary(plan.rules.map { ($0.name, $0) }) { first, _ in first })
  }

  /// The least change of every rule of the campaign's only clash, by the rule's name.
  static func changes(
    _ campaign: Campaign, _ rules: RuleCatalogue = .standard
  ) throws -> [String: ClashingRule.Change] {
    guard case .infeasible(let report) = try Planner.plan(campaign, settings: settings(rules)),
      report.clashes.count == 1, report.isMended
    else { throw TestCampaigns.NoPlan(reasons: ["not one clash"]) }
    return Dictionary(report.clashes[0].rules.map { ($0.rule.name, $0.change) }) { first, _ in
      first
    }
  }

  /// The rules that are left when one is dropped; nil where it cannot be.
  static func names(
    without name: String, of campaign: Campaign, _ rules: RuleCatalogue = .standard
  ) -> [String]? {
    Scenario(dropping: name, of: campaign, rules: rules).map { names($0.campaign, rules) }
  }
}
