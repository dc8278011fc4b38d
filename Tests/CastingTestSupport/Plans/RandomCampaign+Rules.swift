import AllocationTestSupport
import Casting

extension RandomCampaign {
  /// A campaign of 8 to 40 creators with rules of every kind, every other one with groups.
  package static func ofEverySize(_ seed: Int) -> Campaign {
    var campaign = make(
      seed: UInt64(seed), creators: 8 + seed * 7 % 33, products: 2 + seed % 3)
    addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    return campaign
  }

  /// Adds rules of every kind to a random campaign; some leave no plan at all.
  ///
  /// - Parameter groups: whether some creators are kept apart or go together.
  package static func addRules(to campaign: inout Campaign, seed: UInt64, groups: Bool) {
    var random = TestRandom(seed: seed &* 31 &+ 7)
    let creators = campaign.roster.count
    func id() -> String { "C\(random.index(creators))" }
    func product() -> String { "P\(random.index(campaign.products.count))" }
    if random.chance(0.3) { campaign.brief.locks.append(Lock(creatorID: id())) }
    if random.chance(0.2) {
      campaign.brief.locks.append(Lock(creatorID: id(), productID: product()))
    }
    if random.chance(0.3) {
      campaign.brief.bans.append(DealFilter(values: [.creator: [id()]]))
    }
    if random.chance(0.3) {
      campaign.brief.bans.append(
        DealFilter(values: [.platform: ["tiktok"], .product: [product()]]))
    }
    if random.chance(0.2) {
      campaign.brief.bans.append(DealFilter(followers: 150_000...Double.infinity))
    }
    if random.chance(0.3) {
      campaign.brief.spendPerCreator =
        random.chance(0.5) ? .yen(random.number(30_000...90_000)) : .shareOfBudget(0.3)
    }
    addQuotas(to: &campaign.brief, &random)
    let first = random.index(campaign.products.count)
    if random.chance(0.2) { campaign.products.products[first].maximumCreators = 2 }
    if random.chance(0.2) { campaign.products.products[first].minimumCreators = 1 }
    if random.chance(0.2) { campaign.products.products[first].maximumSpend = 80_000 }
    if seed % 5 == 0 {
      campaign.roster.agencies = CategoryColumn(
        (0..<creators).map { ["Acme", "", "Nami"][$0 % 3] })
      campaign.brief.agencyLimits = [
        AgencyLimit(maximum: 2), AgencyLimit(agency: "Nami", maximum: 1),
      ]
    }
    addViewQuotas(to: &campaign, &random)
    guard groups else { return }
    campaign.brief.apart = (0..<random.index(3)).map { _ in group(creators, &random) }
    campaign.brief.together = (0..<random.index(3)).map { _ in group(creators, &random) }
  }

  private static func addQuotas(to brief: inout Brief, _ random: inout TestRandom) {
    let filters: [DealFilter] = [
      DealFilter(values: [.platform: ["TikTok"]]), DealFilter(values: [.certification: ["gold"]]),
      DealFilter(values: [.product: ["P0"]]), DealFilter(followers: 0...100_000), DealFilter(),
    ]
    for number in 0..<random.index(3) {
      let filter = filters[random.index(filters.count)]
      let measure = Quota.Measure.allCases[random.index(4)]
      let most: Double =
        switch measure {
        case .count, .creators: Double(1 + random.index(3))
        case .spend: random.number(40_000...200_000)
        case .spendShare: random.number(0.3...0.9)
        case .views: random.number(5_000...60_000)
        case .posts: Double(1 + random.index(3))
        }
      let isMinimum = random.chance(0.3)
      brief.quotas.append(
        Quota(
          filter: filter, measure: measure, minimum: isMinimum ? min(most, 1) * 0.5 : nil,
          maximum: isMinimum ? nil : most, name: "quota \(number)"))
    }
  }

  /// Least or most viewers and posts, in one campaign of three; drawn last, so that other rules stay.
  private static func addViewQuotas(to campaign: inout Campaign, _ random: inout TestRandom) {
    guard random.chance(0.35) else { return }
    let filters = [DealFilter(), DealFilter(values: [.platform: ["TikTok"]])]
    for measure in [Quota.Measure.views, .posts] where random.chance(0.7) {
      let amount = measure == .views ? random.number(2_000...40_000) : Double(random.index(3))
      let isMinimum = random.chance(0.6)
      campaign.brief.quotas.append(
        Quota(
          filter: filters[random.index(2)], measure: measure,
          minimum: isMinimum ? amount : nil, maximum: isMinimum ? nil : amount + 20_000,
          name: "\(measure.rawValue) quota"))
    }
  }

  /// Two or three distinct creators.
  private static func group(_ creators: Int, _ random: inout TestRandom) -> [String] {
    var rows: [Int] = []
    while rows.count < 2 || (rows.count < 3 && random.chance(0.4)) {
      let row = random.index(creators)
      if !rows.contains(row) { rows.append(row) }
    }
    return rows.map { "C\($0)" }
  }
}
