import Casting

/// Creators too few of whose audience are the people wanted are not cast:
/// `audience_target: {cells: [female_20_29, female_30_39], min_share: 0.3}`.
struct AudienceTargetRule: BarringRule {
  let target: AudienceShare

  static func rules(of campaign: Campaign) -> [AudienceTargetRule] {
    campaign.brief.audienceTarget.map { [AudienceTargetRule(target: $0)] } ?? []
  }

  var label: RuleLabel { .audienceTarget(target: target) }
  var name: String { RuleNames.audienceTarget }
  var otherNames: [String] { ["audience_target"] }

  func barred(in frame: RuleFrame) -> FilterMatch { frame.missing(target) }

  func bar(on creator: Int, in frame: RuleFrame) -> CreatorBar? {
    let roster = frame.campaign.roster
    let asked = roster.audienceCells.cells(called: target.cells)
    return .audience(
      share: frame.share(of: creator, target), least: target.range.lowerBound,
      isAssumed: roster.isAudienceAssumed(
        creator, AudienceTraits(of: asked, among: roster.audienceCells)))
  }

  // MARK: Clashes

  var sides: [RuleSide] {
    var side = RuleSide(.whole, unit: unit, word: "audience_target", order: .ban)
    side.burden = .ban
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if !settings[0].isKept { campaign.brief.audienceTarget = nil }
  }
}
