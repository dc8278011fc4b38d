import Casting
import CastingFiles
import CastingPlanning
import CastingTestSupport
import Testing

/// Plans whose creators or products have left the inputs since.
@Suite struct DepartedCreatorTests {
  private static func campaign(_ creators: Range<Int>) -> Campaign {
    var roster = TestCampaigns.roster(followers: [20_000, 30_000, 40_000, 50_000])
    roster.fees = NumberColumn([1_000, 2_000, 3_000, 4_000])
    roster.averageViews = NumberColumn([500, 600, 700, 800])
    return Campaign(
      roster: roster.part(creators),
      products: ProductList([Product(id: "A", price: 3_000), Product(id: "B", price: 2_000)]),
      brief: TestCampaigns.brief(budget: 100_000))
  }

  @Test func theyAreNamedAndLeftOut() throws {
    let plan = try TestCampaigns.plan(Self.campaign(0..<4))
    try #require(plan.deals.count == 4)
    let now = Self.campaign(2..<4)
    let list = try DealListFile.list(of: PlanClaims(plan), name: "old", in: now)
    #expect(list.deals.count == 2)
    #expect(list.strangers.map(\.creatorID).sorted() == ["C0", "C1"])
    #expect(list.strangers.allSatisfy { $0.obstacle == .creatorGone })
    let fresh = try TestCampaigns.plan(now)
    let comparison = try ComparisonStudy(now, settings: PlannerSettings()).comparison(
      of: list, with: DealListFile.list(of: PlanClaims(fresh), name: "new", in: now))
    #expect(comparison.first.impossible == list.strangers)
    #expect(comparison.first.deals.count == 2 && comparison.second.impossible.isEmpty)
    #expect(abs(comparison.first.value - comparison.second.value) <= 1e-9 * fresh.value)
    #expect(comparison.first.spend == fresh.spend)
  }

  @Test func productsAreTold() throws {
    let plan = try TestCampaigns.plan(Self.campaign(0..<4))
    var now = Self.campaign(0..<4)
    let gone = plan.deals[0].productID
    now.products = ProductList(now.products.products.filter { $0.id != gone })
    let count = plan.deals.count { $0.productID == gone }
    if count == plan.deals.count {
      #expect(throws: InputError.self) {
        try DealListFile.list(of: PlanClaims(plan), name: "old", in: now)
      }
    } else {
      let list = try DealListFile.list(of: PlanClaims(plan), name: "old", in: now)
      #expect(list.strangers.count == count)
      #expect(list.strangers.allSatisfy { $0.obstacle == .productGone && $0.productID == gone })
    }
  }

  /// A plan of which nothing is left is another campaign's.
  @Test func aPlanOfStrangersIsRefused() throws {
    let plan = try TestCampaigns.plan(Self.campaign(0..<2))
    #expect(throws: InputError.self) {
      try DealListFile.list(of: PlanClaims(plan), name: "old", in: Self.campaign(2..<4))
    }
  }
}
