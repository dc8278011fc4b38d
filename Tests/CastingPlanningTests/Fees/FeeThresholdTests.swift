import AllocationTestSupport
import Casting
import CastingTestSupport
import Testing

/// Break-even and entry fees against plans that are made again at other fees.
struct FeeThresholdTests {
  /// Creators of value 50 per view-thousand; linear, so that the price of the budget is exact.
  private func campaign(fees: [Double], views: [Double], budget: Double) -> Campaign {
    var roster = TestCampaigns.roster(followers: fees.map { _ in 20_000 })
    roster.averageViews = NumberColumn(views)
    roster.fees = NumberColumn(fees)
    var product = Product(id: "A", price: 1)
    product.conversion = 1
    var brief = TestCampaigns.brief(budget: budget)
    brief.ageWeights = [Double](repeating: 1, count: 6)
    brief.saturation = .none
    return TestCampaigns.perfectFit(roster, [product], brief)
  }

  /// Twelve equal creators of ¥100 worth 1,000 each, money for eleven of them, and one more. At the
  /// price of 10 per yen a creator worth 3,000 breaks even at ¥300, whatever she asks now.
  @Test(arguments: [250.0, 290, 310, 500])
  func creatorEntersExactlyBelowHerBreakEvenFee(fee: Double) throws {
    let plan = try TestCampaigns.plan(
      campaign(
        fees: [Double](repeating: 100, count: 12) + [fee],
        views: [Double](repeating: 1_000, count: 12) + [3_000], budget: 1_100))
    let deal = plan.deals.first { $0.creatorID == "C12" }
    let outside = plan.leftOut.first { $0.creatorID == "C12" }
    let threshold = try #require(deal?.pricedFee ?? outside?.pricedFee)
    #expect((deal != nil) == (fee < 300), "fee \(fee): \(plan.deals.map(\.creatorID))")
    #expect(abs(threshold - 300) < 15, "fee \(fee): \(threshold)")
  }

  /// The same where an agency's client pays half of every cost on top, and the budget is half as much again.
  @Test(arguments: [250.0, 290, 310, 500])
  func surchargesGrowWithFees(fee: Double) throws {
    var campaign = campaign(
      fees: [Double](repeating: 100, count: 12) + [fee],
      views: [Double](repeating: 1_000, count: 12) + [3_000], budget: 1_650)
    campaign.brief.terms.agency.rate = 0.5
    let plan = try TestCampaigns.plan(campaign)
    let deal = plan.deals.first { $0.creatorID == "C12" }
    let outside = plan.leftOut.first { $0.creatorID == "C12" }
    let threshold = try #require(deal?.pricedFee ?? outside?.pricedFee)
    #expect((deal != nil) == (fee < 300), "fee \(fee): \(plan.deals.map(\.creatorID))")
    #expect(abs(threshold - 300) < 15, "fee \(fee): \(threshold)")
  }

  /// She would be worth 3,000 at any price of the budget; with what is paid on top, it allows her 1,100.
  @Test(arguments: [1_200.0, 2_000, 5_000])
  func budgetWithSurchargesCapsEntryFees(fee: Double) throws {
    var campaign = campaign(
      fees: [Double](repeating: 100, count: 12) + [fee],
      views: [Double](repeating: 1_000, count: 12) + [30_000], budget: 1_650)
    campaign.brief.terms.agency.rate = 0.5
    let plan = try TestCampaigns.plan(campaign)
    let outside = try #require(plan.leftOut.first { $0.creatorID == "C12" })
    let entry = try #require(outside.pricedFee)
    #expect(abs(entry - 1_100) < 1, "fee \(fee): \(entry)")
  }

  /// With random fees and values: asking well below the threshold gets her in, well above keeps her
  /// out. Single deals are a sixtieth of the budget, so prices are good to a few per cent.
  @Test(arguments: 1...12)
  func feesOnEitherSideOfTheThresholdDecide(seed: Int) throws {
    var random = TestRandom(seed: UInt64(seed))
    let count = 150
    let fees = (0..<count).map { _ in random.number(50...400).rounded() }
    let views = fees.map { ($0 * random.number(4...16)).rounded() }
    let budget = fees.reduce(0, +) * 0.4
    let base = try TestCampaigns.plan(
      campaign(fees: fees, views: views, budget: budget), gap: 1e-6, maximumNodes: 200)
    let member = try #require(base.deals.last)
    let outsider = try #require(base.leftOut.first { ($0.pricedFee ?? 0) > 0 })
    let outside = try #require(Int(outsider.creatorID.dropFirst()))
    let entry = try #require(outsider.pricedFee)
    for (creator, threshold) in [(member.creator, member.pricedFee), (outside, entry)] {
      for factor in [0.85, 1.15] {
        var changed = fees
        changed[creator] = (threshold * factor).rounded()
        let plan = try TestCampaigns.plan(
          campaign(fees: changed, views: views, budget: budget), gap: 1e-6, maximumNodes: 200)
        let isIn = plan.deals.contains { $0.creator == creator }
        #expect(isIn == (factor < 1), "seed \(seed), C\(creator) at \(factor) × \(threshold)")
      }
    }
  }

  /// A guarantee of ¥400 is paid whatever the fee: no fee brings her in at a price of 10 per yen.
  @Test func guaranteeCanKeepEveryFeeOut() throws {
    var campaign = campaign(
      fees: [Double](repeating: 100, count: 12) + [400],
      views: [Double](repeating: 1_000, count: 12) + [3_000], budget: 1_100)
    campaign.roster.guarantees = NumberColumn([Double](repeating: 0, count: 12) + [400])
    let plan = try TestCampaigns.plan(campaign, feeTrialWork: .max / 2)
    let outside = try #require(plan.leftOut.first { $0.creatorID == "C12" })
    #expect(outside.pricedFee == nil && outside.feeFinding == .noFee)
  }

  /// Without a limit on money every deal may cost anything: nothing is ever too dear.
  @Test func unlimitedBudgetBreaksEvenNowhere() throws {
    let plan = try TestCampaigns.plan(
      campaign(fees: [100], views: [1_000], budget: 1e9))
    #expect(plan.deals[0].pricedFee > 1e6)
  }

  /// One creator, two products worth 1,000 and 700. A profit of 1,000 is spent at a fee of ¥1,000:
  /// the other product's deal has the same fee, so it never takes the first one's place.
  @Test func dealsThatShareTheFeeDoNotDisplaceEachOther() throws {
    let plan = try TestCampaigns.plan(twoProducts(), feeTrialWork: .max / 2)
    #expect(plan.deals.map(\.productID) == ["A"])
    #expect(abs((plan.deals[0].breakEvenFee ?? 0) - 1_000) <= 5)
    #expect(plan.deals[0].feeBasis == .solvedAgain)
  }

  /// The second product's deal is a row of predictions worth 700 for ¥100: it keeps its cost, and
  /// takes the slot as soon as the first is worth less than 600 more than its fee.
  @Test func aDealOfItsOwnFeeTakesTheSlot() throws {
    var campaign = twoProducts()
    campaign.deals = DealTable(rows: [
      .init(creator: 0, product: 1, format: .live, cost: 100, prediction: .value(700))
    ])
    let plan = try TestCampaigns.plan(campaign, feeTrialWork: .max / 2)
    #expect(plan.deals.map(\.productID) == ["A"])
    #expect(abs((plan.deals[0].breakEvenFee ?? 0) - 400) <= 2)
    #expect(plan.deals[0].feeBasis == .solvedAgain)
  }

  private func twoProducts() -> Campaign {
    var campaign = campaign(fees: [100], views: [1_000], budget: 1e6)
    campaign.products.products[0].margin = 1
    var second = Product(id: "B", price: 0.7)
    second.conversion = 1
    campaign.products.products.append(second)
    campaign.products.embeddings.append(1)
    campaign.brief.objective = .profit
    return campaign
  }

  /// Reached already: the second of two like creators adds little in a market of 500.
  @Test func leftOutForAnAudienceThatIsReachedNamesWhoReachesIt() throws {
    var campaign = campaign(
      fees: [100, 400], views: [2_000, 1_900], budget: 450)
    campaign.brief.saturation = .randomDuplication
    campaign.brief.objective = .profit
    campaign.products.products[0].market = 500
    let plan = try TestCampaigns.plan(campaign)
    #expect(plan.deals.map(\.creatorID) == ["C0"])
    #expect(plan.leftOut[0].words.contains("already reached by C0"), "\(plan.leftOut[0].words)")
  }
}
