import Casting

/// Creators who worked for a competitor short before the campaign are not cast:
/// `competitors: {brands: [アオゾラ, トナリ堂], within_days: 90}`.
struct CompetitorsRule: BarringRule {
  let terms: CompetitorTerms

  static func rules(of campaign: Campaign) -> [CompetitorsRule] {
    campaign.brief.competitors.map { [CompetitorsRule(terms: $0)] } ?? []
  }

  var label: RuleLabel { .competitors(brands: terms.brands, days: terms.days) }
  var name: String { RuleNames.competitors }

  func barred(in frame: RuleFrame) -> FilterMatch {
    RecentCompetitors(terms).deals(of: frame.campaign.roster)
  }

  func bar(on creator: Int, in frame: RuleFrame) -> CreatorBar? {
    let works = frame.campaign.roster.recentWorks
    return RecentCompetitors(terms).work(in: works[creator]).map {
      .competitor(work: $0, before: terms.window.from, days: terms.days)
    }
  }

  // MARK: Clashes

  var sides: [RuleSide] {
    var side = RuleSide(.whole, unit: unit, word: "competitors", order: .ban)
    side.burden = .ban
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if !settings[0].isKept { campaign.brief.competitors = nil }
  }
}
