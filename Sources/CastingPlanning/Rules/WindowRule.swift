import Casting

/// The days of the campaign: creators who are free on none of them cannot be cast;
/// `window: {from: 2026-12-01, to: 2026-12-10}`.
struct WindowRule: CastingRule {
  let window: CampaignWindow

  static func rules(of campaign: Campaign) -> [WindowRule] {
    campaign.brief.window.map { [WindowRule(window: $0)] } ?? []
  }

  var label: RuleLabel { .window(from: window.from.iso, to: window.to.iso) }
  var name: String { "window \(window.from.iso) to \(window.to.iso)" }
  var unit: RuleUnit { .deals }
  var isFact: Bool { true }

  /// Who is free is worked out with the roster.
  func compile(into draft: inout ProblemDraft) {}

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(name: name, lower: -.infinity, activity: 0, upper: 0, price: .nan, isWhole: true)
  }

  /// Deals of creators who are not free.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let roster = frame.campaign.roster
    return { plan, view in
      Double(plan.deals.count { !roster.isAvailable($0.creator, in: view.days) })
    }
  }

  func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool { measured == 0 }

  var sides: [RuleSide] {
    var side = RuleSide(.whole, unit: unit, word: "window", order: .window)
    side.days = window
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if case .days(let window) = settings[0] {
      campaign.brief.window = window
    } else {
      campaign.brief.window = nil
    }
  }
}
