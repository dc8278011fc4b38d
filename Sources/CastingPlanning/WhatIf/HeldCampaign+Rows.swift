import Casting

extension HeldCampaign {
  /// Clashes that one study looks for: each takes as long as several rows.
  static let mostClashes = 8

  /// The plan of a row: where groups are dropped, without the rules that then cannot hold; where there is no
  /// plan, with the rules that clash.
  ///
  /// - Parameter clashes: how many may still be looked for.
  func row(_ scenario: Scenario, clashes: inout Int) throws -> ScenarioPlan {
    var plan = try solve(scenario)
    guard plan.isInfeasible, clashes > 0 else { return plan }
    clashes -= 1
    let sought = plan.scenario.campaign
    if !scenario.droppedGroups.isEmpty {
      var finder = try ClashFinder(sought, settings: settings)
      if let lifted = finder.lifting(for: scenario.droppedGroups) {
        var eased = lifted.campaign
        if scenario.campaign.brief.budgetQuestion != nil {
          // What was settled to look for the clash is asked again.
          eased = lifted.rules.reduce(scenario.campaign) { campaign, rule in
            Scenario(dropping: rule, of: campaign, rules: settings.rules)?.campaign ?? campaign
          }
        }
        plan = try solve(Scenario(name: scenario.name, campaign: eased))
        plan.liftedRules = lifted.rules
        if !plan.isInfeasible { return plan }
      }
    }
    var finder = try ClashFinder(plan.scenario.campaign, settings: settings)
    plan.clash = finder.firstClash()
    return plan
  }
}
