import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Fees of packages, and of the parts that they follow, tried from scratch on both sides.
struct PackageFeeTests {
  @Test(arguments: 1...24)
  func `fees up to which deals stay are those of plans made again`(_ seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 4, products: 2)
    RandomCampaign.addPackages(to: &campaign, seed: UInt64(seed))
    campaign.brief.quotas = []
    // Half of the packages follow the fees of their parts.
    if seed % 2 == 0 { campaign.roster.packageFees = [] }
    campaign.brief.budget = 150_000
    var settings = PlannerSettings()
    settings.feeTrialWork = .max / 2
    settings.relativeGap = 0
    settings.maximumNodes = 20_000
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else { return }
    for deal in plan.deals {
      guard case .threshold(let fee) = deal.feeFinding else { continue }
      let trial = FeeTrial(
        campaign: campaign, creator: deal.creator, format: deal.format, product: deal.product,
        settings: settings)
      let fault = try trial.fault(of: fee)
      #expect(fault == nil, "seed \(seed), \(deal.creatorID) \(deal.format.rawValue)")
    }
  }

  private static func campaign() -> (Campaign, DealPackage) {
    let package = DealPackage(name: "launch", counts: [.live: 1, .story: 2], discount: 0.5)
    var roster = TestCampaigns.roster(followers: [10_000, 20_000])
    roster.formatFees[DealFormat.live.index] = NumberColumn([40_000, 60_000])
    roster.formatFees[DealFormat.story.index] = NumberColumn([10_000, .nan])
    var brief = TestCampaigns.brief(budget: 200_000)
    brief.packages = [package]
    return (
      Campaign(
        roster: roster, products: ProductList([Product(id: "P", price: 1_000)]), brief: brief),
      package
    )
  }

  private static func fees(_ campaign: Campaign, _ package: DealPackage) -> [Double] {
    OfferedFees(campaign.roster, DealTerms()).fees(of: [.package(package)]).0.map {
      $0.isNaN ? -1 : $0
    }
  }

  @Test func `a fee of a part moves the package, and one of the package moves it alone`() {
    let (campaign, package) = Self.campaign()
    #expect(Self.fees(campaign, package) == [30_000, -1])
    let part = Scenario(fee: 50_000, ofCreator: 0, in: .live, of: campaign).campaign
    #expect(Self.fees(part, package) == [35_000, -1])
    let own = Scenario(fee: 20_000, ofCreator: 1, in: .package(package), of: campaign).campaign
    #expect(Self.fees(own, package) == [30_000, 20_000])
    #expect(own.roster.formatFees[0].values == [40_000, 60_000])
    let all = Scenario(fee: 1_000, ofCreator: 1, in: nil, of: own).campaign
    #expect(Self.fees(all, package) == [30_000, 1_000])
    #expect(all.roster.formatFees[0].values == [40_000, 1_000])
  }
}
