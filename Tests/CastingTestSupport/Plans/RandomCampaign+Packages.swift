import AllocationTestSupport
import Casting

extension RandomCampaign {
  /// Gives a campaign packages: streams with stories, and repeats; with fees of their own or by their parts,
  /// and with rules on what is published.
  package static func addPackages(to campaign: inout Campaign, seed: UInt64) {
    var random = TestRandom(seed: seed &* 101 &+ 13)
    func column(_ missing: Double, _ range: ClosedRange<Double>) -> NumberColumn {
      NumberColumn(
        (0..<campaign.roster.count).map { _ in
          random.chance(missing) ? .nan : random.number(range).rounded()
        })
    }
    let launch = DealPackage(
      name: "launch", counts: [.live: 1, .story: 1 + random.index(3)],
      discount: random.chance(0.5) ? 0.1 : 0)
    let series = DealPackage(
      name: "Series", counts: [.live: 1 + random.index(2), .video: 1, .post: random.index(2)],
      discount: random.chance(0.5) ? random.number(0...0.4) : 0)
    campaign.brief.packages = [launch, series]
    campaign.brief.formats = [.live, .package(random.chance(0.5) ? launch : series)]
    if random.chance(0.2) { campaign.brief.formats = [.package(launch), .package(series)] }
    if random.chance(0.5) {
      campaign.roster.packageFees = [
        PackageFees(package: "Series"),
        PackageFees(package: "launch", fees: column(0.2, 8_000...120_000)),
      ]
    }
    if random.chance(0.4) { campaign.roster.formatFees[3] = column(0.3, 2_000...20_000) }
    if random.chance(0.6) { campaign.roster.formatViews[3] = column(0.3, 100...400_000) }
    if random.chance(0.5) { campaign.brief.formatConversions[.story] = random.number(0...0.02) }
    for measure in [Quota.Measure.posts, .views] where random.chance(0.35) {
      let filter = DealFilter(values: random.chance(0.5) ? [.format: ["launch"]] : [:])
      let amount = measure == .posts ? Double(1 + random.index(6)) : random.number(500...60_000)
      let isMinimum = random.chance(0.4)
      campaign.brief.quotas.append(
        Quota(
          filter: filter, measure: measure, minimum: isMinimum ? amount : nil,
          maximum: isMinimum ? nil : amount, name: "\(measure.rawValue) of packages"))
    }
  }
}
