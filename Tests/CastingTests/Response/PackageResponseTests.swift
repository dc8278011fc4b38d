import Casting
import CastingTestSupport
import Testing

/// Viewers, orders and fees of packages, worked out by hand.
struct PackageResponseTests {
  private static let launch = DealPackage(name: "launch", counts: [.live: 1, .story: 2])

  /// 10,000 followers, 2,000 viewers of a stream and 5,000 of a story.
  private static func campaign(_ package: DealPackage = launch) -> Campaign {
    var roster = TestCampaigns.roster(followers: [10_000])
    roster.formatViews[DealFormat.live.index] = NumberColumn([2_000])
    roster.formatViews[DealFormat.story.index] = NumberColumn([5_000])
    roster.formatFees[DealFormat.live.index] = NumberColumn([50_000])
    roster.formatFees[DealFormat.story.index] = NumberColumn([20_000])
    var brief = Brief()
    brief.packages = [package]
    brief.formats = [.package(package)]
    brief.affinityConcentration = 0
    let products = ProductList([Product(id: "P", price: 1)])
    return Campaign(roster: roster, products: products, brief: brief)
  }

  private static func isClose(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(right))
  }

  /// The stream adds 2,000; the first story half of the other 8,000, the second half of the last 4,000.
  @Test func `parts reach the same followers again`() {
    let response = ResponseModel(campaign: Self.campaign(), threads: 1)
    let format = DealFormat.package(Self.launch)
    #expect(Self.isClose(response.roster.views[0], 2_000 + 4_000 + 2_000))
    #expect(Self.isClose(response.creatorReach[0], 8_000))
    // φ of a story is 0.0003 / 0.02 = 0.015: (2,000 + 0.015 · 6,000) / 8,000.
    let factor = response.factor(creator: 0, product: 0, format: format)
    #expect(Self.isClose(factor, (2_000 + 0.015 * 6_000) / 8_000))
    #expect(response.weight(creator: 0, product: 0, format: format) == factor)
    let orders = 8_000 * response.meanConversion(creator: 0, product: 0, format: format)
    let ofLive = response.meanConversion(creator: 0, product: 0)
    #expect(Self.isClose(orders, ofLive * (2_000 + 0.015 * 6_000)))
    #expect(response.products.most(product: 0, format: format).factor == 1)
  }

  @Test func `where people are wanted everybody counts as one`() {
    var campaign = Self.campaign()
    campaign.brief.objective = .reach
    let response = ResponseModel(campaign: campaign, threads: 1)
    #expect(response.weight(creator: 0, product: 0, format: .package(Self.launch)) == 1)
  }

  /// Streams alone are announced and may fail: 2,000 · 1.15 are seen, of which 0.9 arrive.
  @Test func `announcements and delivery are of the streams`() {
    var campaign = Self.campaign()
    campaign.brief.announcements = Announcements(
      stages: [.init(name: "a", hoursBefore: 24, strength: 0.5)], lift: 0.3)
    campaign.roster.uplinks = NumberColumn([10])
    let response = ResponseModel(campaign: campaign, threads: 1)
    let packages = response.roster.packages
    #expect(Self.isClose(packages.views[0], 8_000))
    #expect(Self.isClose(packages.announced[0], 2_300 + (10_000 - 2_300) * 0.75))
    #expect(Self.isClose(packages.delivered[0], 2_070 + (10_000 - 2_070) * 0.75))
    #expect(response.creatorReach[0] == packages.delivered[0])
    // Rules count viewers whether a stream arrives or not.
    campaign.brief.countsViews = true
    let amounts = DealAmounts(campaign.brief).amounts(
      creator: 0, format: .package(Self.launch), cost: 0, reach: 0, response)
    #expect(amounts == [packages.announced[0]])
  }

  @Test func `nobody is reached who does not follow`() {
    var campaign = Self.campaign()
    campaign.roster.formatViews[DealFormat.live.index] = NumberColumn([30_000])
    let response = ResponseModel(campaign: campaign, threads: 1)
    #expect(response.roster.views == [10_000])
    #expect(response.factor(creator: 0, product: 0, format: .package(Self.launch)) == 1)
    campaign.roster.followers = NumberColumn([0])
    let empty = ResponseModel(campaign: campaign, threads: 1)
    #expect(empty.roster.views == [0] && empty.creatorReach == [0])
    // A prediction of reach still has parts to come from: one in three of a stream.
    let factor = empty.factor(creator: 0, product: 0, format: .package(Self.launch))
    #expect(Self.isClose(factor, (1 + 2 * 0.015) / 3))
  }

  @Test func `repeats are packages`() {
    let series = DealPackage(name: "series", counts: [.live: 3])
    let response = ResponseModel(campaign: Self.campaign(series), threads: 1)
    #expect(Self.isClose(response.roster.views[0], 10_000 * (1 - 0.8 * 0.8 * 0.8)))
    #expect(Self.isClose(response.factor(creator: 0, product: 0, format: .package(series)), 1))
  }

  // MARK: Fees

  private static func fees(_ roster: Roster, _ package: DealPackage) -> ([Double], [Grade]) {
    OfferedFees(roster, DealTerms()).fees(of: [.package(package)])
  }

  @Test func `a package without a column costs what its parts do, less the discount`() {
    let cheap = DealPackage(name: "launch", counts: [.live: 1, .story: 2], discount: 0.1)
    var roster = Self.campaign().roster
    #expect(Self.fees(roster, Self.launch).0 == [90_000])
    #expect(Self.fees(roster, cheap).0 == [81_000])
    #expect(Self.fees(roster, cheap).1 == [.measured])
    roster.packageFees = [PackageFees(package: "launch")]
    #expect(Self.fees(roster, cheap).0 == [81_000])
    roster.packageFees[0].fees = NumberColumn([60_000])
    #expect(Self.fees(roster, cheap).0 == [60_000])
    roster.packageFees[0].fees = NumberColumn([.nan])
    #expect(Self.fees(roster, cheap).0[0].isNaN)
  }

  @Test func `who does not offer a part does not offer the package`() {
    var roster = Self.campaign().roster
    roster.formatFees[DealFormat.story.index] = NumberColumn([.nan])
    #expect(Self.fees(roster, Self.launch).0[0].isNaN)
    // Without any fee: 3 yen a follower, for each of the three parts.
    roster.formatFees = Array(repeating: NumberColumn(), count: 4)
    roster.platforms = CategoryColumn(["Instagram"])
    #expect(Self.fees(roster, Self.launch).0 == [90_000])
    #expect(Self.fees(roster, Self.launch).1 == [.estimated])
    #expect(
      OfferedFees(roster, DealTerms()).estimates(creator: 0, format: .package(Self.launch)) == 3)
    // Her only fee is that of a stream, or of the package itself.
    roster.fees = NumberColumn([70_000])
    roster.feeFormats = CategoryColumn(["live"])
    #expect(Self.fees(roster, Self.launch).0[0].isNaN)
    roster.feeFormats = CategoryColumn(["launch"])
    #expect(Self.fees(roster, Self.launch).0 == [70_000])
  }

  // MARK: Formats in play

  @Test func `packages are in play unless the brief names formats without them`() {
    let campaign = Self.campaign()
    let package = DealFormat.package(Self.launch)
    var brief = campaign.brief
    brief.formats = nil
    let all = CampaignFormats(roster: campaign.roster, brief: brief).inPlay
    #expect(all == [.live, .story, package])
    brief.formats = [.story]
    #expect(CampaignFormats(roster: campaign.roster, brief: brief).inPlay == [.story])
    brief.formats = nil
    var roster = campaign.roster
    roster.formatFees = Array(repeating: NumberColumn(), count: 4)
    #expect(CampaignFormats(roster: roster, brief: brief).inPlay == [.live, package])
    roster.packageFees = [PackageFees(package: "launch", fees: NumberColumn([1]))]
    #expect(CampaignFormats(roster: roster, brief: brief).inPlay == [package])
    let row = DealTable.Row(
      creator: 0, product: 0, format: package, cost: 1, prediction: .reach(100))
    brief.formats = [.story]
    let formats = CampaignFormats(roster: roster, brief: brief, deals: DealTable(rows: [row]))
    #expect(formats.inPlay == [.story] && formats.all == [.story, package])
    #expect(formats.parts == [.live, .story])
  }
}
