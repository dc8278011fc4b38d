import AllocationTestSupport
import Casting
import CastingTestSupport

/// Small random campaigns whose rules often clash; costs are fees and nothing else.
enum ClashCampaign {
  static func make(seed: UInt64) -> Campaign {
    var random = TestRandom(seed: seed)
    let creators = 3 + random.index(2)
    var roster = TestCampaigns.roster(
      followers: (0..<creators).map { _ in random.number(2_000...300_000).rounded() },
      platforms: (0..<creators).map { _ in ["instagram", "tiktok"][random.index(2)] },
      certifications: (0..<creators).map { _ in ["", "gold"][random.index(2)] })
    roster.formatFees[0] = fees(creators, missing: 0.1, &random)
    if random.chance(0.4) { roster.formatFees[1] = fees(creators, missing: 0.4, &random) }
    if random.chance(0.4) {
      roster.activationCosts = NumberColumn((0..<creators).map { _ in Double(random.index(80)) })
    }
    roster.slots = NumberColumn((0..<creators).map { _ in [1, 1, 2, 2, 0][random.index(5)] })
    if random.chance(0.4) {
      roster.availableFrom = (0..<creators).map { _ in
        random.chance(0.5) ? day(1 + random.index(28)) : nil
      }
      roster.availableTo = roster.availableFrom.map { from in
        from.map { day(min(28, $0.day + random.index(8))) }
      }
    }
    let products = (0..<2).map { product($0, creators, &random) }
    var campaign = TestCampaigns.perfectFit(
      roster, products, TestCampaigns.brief(budget: Double(50 + random.index(1_000))))
    fillBrief(&campaign, &random, seed: seed)
    return campaign
  }

  private static func fees(
    _ count: Int, missing: Double, _ random: inout TestRandom
  ) -> NumberColumn {
    NumberColumn(
      (0..<count).map { _ in random.chance(missing) ? .nan : Double(50 + random.index(350)) })
  }

  private static func day(_ number: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: 12, day: number)!
  }

  private static func product(
    _ number: Int, _ creators: Int, _ random: inout TestRandom
  ) -> Product {
    var product = Product(id: "P\(number)", price: random.number(800...9_000).rounded())
    product.category = ["skin", "skin", ""][random.index(3)]
    if random.chance(0.35) { product.minimumCreators = 1 + random.index(creators) }
    if random.chance(0.3) { product.maximumCreators = random.index(3) }
    if random.chance(0.25) { product.maximumSpend = Double(random.index(500)) }
    return product
  }

  private static func fillBrief(
    _ campaign: inout Campaign, _ random: inout TestRandom, seed: UInt64
  ) {
    let creators = campaign.roster.count
    func someone() -> String { "C\(random.index(creators))" }
    if !campaign.roster.availableFrom.isEmpty {
      let from = 1 + random.index(20)
      campaign.brief.window = CampaignWindow(
        from: day(from), to: day(from + random.index(8)))
    }
    for _ in 0..<random.index(3) {
      campaign.brief.locks.append(
        Lock(
          creatorID: someone(), productID: random.chance(0.5) ? "P\(random.index(2))" : nil))
    }
    for _ in 0..<random.index(3) { campaign.brief.bans.append(filter(&random, creators)) }
    for _ in 0..<random.index(4) {
      campaign.brief.quotas.append(quota(&random, creators))
    }
    if random.chance(0.25) { campaign.brief.together.append(pair(&random, creators)) }
    if random.chance(0.25) { campaign.brief.apart.append(pair(&random, creators)) }
    campaign.brief.exclusiveCategories = random.chance(0.3)
    // By the seed alone: the other rules stay what they are.
    if seed % 4 == 0 {
      campaign.roster.agencies = CategoryColumn((0..<creators).map { ["Acme", "Nami"][$0 % 2] })
      campaign.brief.agencyLimits = [AgencyLimit(maximum: Int(seed / 4 % 3))]
      if seed % 8 == 0 {
        campaign.brief.agencyLimits.append(AgencyLimit(agency: "Acme", maximum: 1))
      }
    }
    if seed % 7 == 0 { RandomCampaign.addCompetitors(to: &campaign, seed: seed) }
    if seed % 5 == 0 {
      campaign.roster.femaleShares = NumberColumn(
        (0..<creators).map { [0.2, 0.8, 0.6][($0 + Int(seed / 5)) % 3] })
      campaign.brief.audienceTarget = AudienceShare(
        cells: ["female"], range: [0.5, 0.7, 0.9][Int(seed / 15 % 3)]...Double.infinity)
    }
    if random.chance(0.15) {
      campaign.brief.spendPerCreator = .yen(Double(80 + random.index(300)))
    } else if random.chance(0.15) {
      campaign.brief.spendPerCreator = .shareOfBudget(Double(1 + random.index(9)) / 10)
    }
  }

  private static func pair(_ random: inout TestRandom, _ creators: Int) -> [String] {
    let first = random.index(creators)
    return ["C\(first)", "C\((first + 1 + random.index(creators - 1)) % creators)"]
  }

  private static func filter(_ random: inout TestRandom, _ creators: Int) -> DealFilter {
    switch random.index(4) {
    case 0: DealFilter(values: [.creator: ["C\(random.index(creators))"]])
    case 1: DealFilter(values: [.platform: [["instagram", "tiktok"][random.index(2)]]])
    case 2: DealFilter(values: [.certification: ["gold"]])
    default:
      DealFilter(
        values: [
          .product: ["P\(random.index(2))"], .platform: [["instagram", "tiktok"][random.index(2)]],
        ])
    }
  }

  private static func quota(_ random: inout TestRandom, _ creators: Int) -> Quota {
    let measure = Quota.Measure.allCases[random.index(4)]
    let largest: Double =
      switch measure {
      case .count, .creators, .posts, .views: Double(creators)
      case .spend: 700
      case .spendShare: 1
      }
    func limit() -> Double {
      let number = random.number(0...largest)
      return measure == .spendShare ? (number * 100).rounded() / 100 : number.rounded()
    }
    let minimum = random.chance(0.75) ? limit() : nil
    let maximum = minimum == nil || random.chance(0.2) ? max(limit(), minimum ?? 0) : nil
    let filter = filter(&random, creators)
    return Quota(
      filter: filter, measure: measure, minimum: minimum, maximum: maximum,
      name: "\(filter.words): \(measure.rawValue)")
  }
}
