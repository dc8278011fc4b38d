import AllocationTestSupport
import Casting

extension RandomCampaign {
  /// Adds rules that ask who is in audiences: a target, quotas and bans, some of each.
  package static func addAudienceRules(to campaign: inout Campaign, seed: UInt64) {
    var random = TestRandom(seed: seed &* 53 &+ 11)
    let hasOwnCells = !campaign.roster.cellShares.isEmpty
    func cells() -> [String] {
      let names =
        hasOwnCells
        ? NaivePlanValue.ownCells : AudienceCells.ageByGender.names + ["female", "male", "20_29"]
      return (0...random.index(3)).map { _ in names[random.index(names.count)] }
    }
    if random.chance(0.6) {
      campaign.brief.audienceTarget = AudienceShare(
        cells: cells(), range: random.number(0.05...0.4)...Double.infinity)
    }
    if random.chance(0.3) {
      campaign.brief.bans.append(
        DealFilter(
          values: random.chance(0.5) ? [.product: ["P0"]] : [:],
          audience: AudienceShare(cells: cells(), range: random.number(0.2...0.6)...1)))
    }
    for measure in [Quota.Measure.count, .creators, .spend, .spendShare] where random.chance(0.3) {
      let most: Double =
        switch measure {
        case .spend: random.number(20_000...150_000)
        case .spendShare: random.number(0.2...0.9)
        default: Double(1 + random.index(2))
        }
      let isMinimum = random.chance(0.4)
      campaign.brief.quotas.append(
        Quota(
          filter: DealFilter(
            audience: AudienceShare(
              cells: cells(), range: -Double.infinity...random.number(0.1...0.5))),
          measure: measure, minimum: isMinimum ? min(most, 1) * 0.5 : nil,
          maximum: isMinimum ? nil : most, name: "audience \(measure.rawValue)"))
    }
  }

  /// Audiences in cells of the user's own, some of them unknown.
  package static func useOwnCells(in campaign: inout Campaign, seed: UInt64) {
    var random = TestRandom(seed: seed)
    campaign.brief.audience = nil
    campaign.roster.audienceCells = AudienceCells(names: NaivePlanValue.ownCells)
    campaign.roster.cellShares = (0..<campaign.roster.count).flatMap { _ -> [Double] in
      if random.chance(0.3) { return [.nan, .nan, .nan] }
      let parts = (0..<3).map { _ in random.chance(0.2) ? 0.0 : random.number(0.1...1) }
      let sum = parts.reduce(0, +)
      return sum == 0 ? [0, 1, 0] : parts.map { $0 / sum }
    }
  }
}
