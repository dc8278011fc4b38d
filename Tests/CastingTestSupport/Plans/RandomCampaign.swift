import AllocationTestSupport
import Casting

/// Random campaigns in which every factor of the response is at work.
package enum RandomCampaign {
  package static func make(seed: UInt64, creators: Int = 14, products: Int = 3) -> Campaign {
    var random = TestRandom(seed: seed)
    var roster = TestCampaigns.roster(
      followers: (0..<creators).map { _ in random.number(2_000...300_000).rounded() },
      platforms: (0..<creators).map { _ in ["instagram", "TikTok"][random.index(2)] },
      certifications: (0..<creators).map { _ in ["", "Gold"][random.index(2)] },
      niches: (0..<creators).map { _ in ["料理", "美容;旅行"][random.index(2)] })
    func column(_ missing: Double, _ range: ClosedRange<Double>) -> NumberColumn {
      NumberColumn(
        (0..<creators).map { _ in
          random.chance(missing) ? .nan : random.number(range)
        })
    }
    roster.averageViews = column(0.3, 500...40_000)
    roster.engagementRates = column(0.2, 0.002...0.06)
    roster.postsSampled = column(0.5, 2...60)
    roster.replyRates = column(0.5, 0...0.5)
    roster.repeatViewerShares = column(0.5, 0.05...0.6)
    roster.authenticShares = column(0.3, 0.5...1)
    roster.fees = column(0.2, 5_000...90_000)
    if random.chance(0.5) { roster.formatFees[1] = column(0.4, 4_000...60_000) }
    if random.chance(0.5) { roster.formatViews[1] = column(0.3, 300...30_000) }
    if random.chance(0.5) { roster.commissions = column(0.4, 0...0.2) }
    if random.chance(0.5) { roster.guarantees = column(0.5, 10_000...60_000) }
    if random.chance(0.5) {
      roster.activationCosts = column(0.4, 1_000...15_000)
      for creator in 0..<creators { roster.activationCosts.values[creator].round() }
    }
    roster.slots = NumberColumn((0..<creators).map { _ in Double(1 + random.index(2)) })
    roster.uplinks = column(0.4, 2...40)
    roster.femaleShares = column(0.3, 0.05...0.95)
    fillAges(&roster, &random)
    roster.embeddings = (0..<creators * 3).map { _ in Float(random.number(-1...1)) }
    roster.embeddingDimensions = 3
    var list = ProductList((0..<products).map { product($0, &random) })
    list.embeddings = (0..<products * 3).map { _ in Float(random.number(-1...1)) }
    list.embeddingDimensions = 3
    var brief = brief(&random)
    stateConversions(&list, &brief, &random)
    stateTerms(&roster, &list, &brief, &random)
    let knowsSome = (0..<creators).contains {
      !roster.femaleShares.values[$0].isNaN && !roster.ageShares[0].values[$0].isNaN
    }
    // The mean of nobody's audience is no mix.
    if !knowsSome && brief.audience == nil {
      brief.audience = AudienceMix(
        femaleShare: 0.6, ageShares: [0.1, 0.3, 0.2, 0.2, 0.1, 0.1])
    }
    return Campaign(roster: roster, products: list, brief: brief)
  }

  /// What deals cost beside fees, in half of the campaigns.
  private static func stateTerms(
    _ roster: inout Roster, _ list: inout ProductList, _ brief: inout Brief,
    _ random: inout TestRandom
  ) {
    guard random.chance(0.5) else { return }
    func column(_ missing: Double, _ range: ClosedRange<Double>) -> NumberColumn {
      NumberColumn(
        (0..<roster.count).map { _ in random.chance(missing) ? .nan : random.number(range) })
    }
    if random.chance(0.5) { roster.paysPerOrder = column(0.5, 0...900) }
    if random.chance(0.5) { roster.extras = column(0.5, 0...8_000) }
    if random.chance(0.3) { brief.terms.extras = random.number(0...3_000) }
    for product in list.products.indices where random.chance(0.3) {
      list.products[product].commission = random.number(0...0.2)
      list.products[product].payPerOrder = random.chance(0.5) ? random.number(0...600) : 0
    }
    if random.chance(0.5) {
      brief.terms.agency.rate = [0.1, 0.15, 0.125, 0.2][random.index(4)]
      if random.chance(0.5) { brief.terms.agency.perDeal = Double(random.index(9)) * 1_000 }
      if random.chance(0.5) { brief.terms.agency.fixed = Double(random.index(20)) * 1_000 }
    }
    guard random.chance(0.6) else { return }
    var usage = UsageRights(months: Double(1 + random.index(6)))
    if random.chance(0.5) { usage.rate = random.number(0...0.6) }
    brief.terms.usage = usage
    if random.chance(0.7) { roster.usageFees = column(0.5, 0...20_000) }
    if random.chance(0.7) {
      roster.usageMonths = NumberColumn(
        (0..<roster.count).map { _ in random.chance(0.4) ? .nan : Double(1 + random.index(4)) })
    }
  }

  /// Rates by format in two campaigns of three: a video then sells enough to be chosen.
  private static func stateConversions(
    _ list: inout ProductList, _ brief: inout Brief, _ random: inout TestRandom
  ) {
    if random.chance(0.5) { brief.formatConversions[.video] = random.number(0.0005...0.02) }
    if random.chance(0.3) { brief.conversion = random.number(0.005...0.04) }
    guard random.chance(0.5) else { return }
    for product in list.products.indices {
      if random.chance(0.6) {
        list.products[product].formatConversions[.video] = random.number(0.0002...0.02)
      }
      if random.chance(0.3) {
        list.products[product].formatConversions[.live] = random.number(0.004...0.05)
      }
    }
  }

  private static func fillAges(_ roster: inout Roster, _ random: inout TestRandom) {
    var ages = [[Double]](repeating: [], count: 6)
    for _ in 0..<roster.count {
      let isKnown = random.chance(0.7)
      let weights = (0..<6).map { _ in random.number(0.05...1) }
      let total = weights.reduce(0, +)
      for band in 0..<6 { ages[band].append(isKnown ? weights[band] / total : .nan) }
    }
    roster.ageShares = ages.map { NumberColumn($0) }
  }

  private static func product(_ number: Int, _ random: inout TestRandom) -> Product {
    var product = Product(id: "P\(number)", price: random.number(800...9_000).rounded())
    product.category = ["skin", "food"][random.index(2)]
    product.margin = random.number(0.2...0.9)
    product.lifetimeOrders = random.number(1...4)
    if random.chance(0.6) { product.conversion = random.number(0.003...0.05) }
    if random.chance(0.6) { product.market = random.number(500...30_000).rounded() }
    if random.chance(0.4) { product.stock = random.number(10...400).rounded() }
    product.costPerDeal = random.chance(0.5) ? random.number(0...3_000).rounded() : 0
    product.appealFemale = random.number(0.5...1.5)
    product.appealByAge = (0..<6).map { _ in random.number(0.5...1.5) }
    return product
  }

  private static func brief(_ random: inout TestRandom) -> Brief {
    var brief = TestCampaigns.brief(
      budget: random.number(60_000...500_000).rounded(),
      objective: Objective.allCases[random.index(Objective.allCases.count)])
    brief.formats = random.chance(0.5) ? [.live, .video] : nil
    brief.saturation = SaturationCurve.allCases[random.index(3)]
    brief.certificationBonus = ["gold": 0.15]
    brief.exclusiveCategories = random.chance(0.3)
    if random.chance(0.5) {
      brief.announcements = Announcements(
        stages: [.init(name: "a", hoursBefore: 24, strength: 0.3)], lift: 0.3)
    }
    if random.chance(0.4) { brief.orderCapacity = random.number(50...900).rounded() }
    if random.chance(0.3) {
      brief.audience = AudienceMix(
        femaleShare: 0.6, ageShares: [0.1, 0.3, 0.2, 0.2, 0.1, 0.1])
    }
    return brief
  }
}
