import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// One creator with 1,000 viewers and equal audience shares; conversion 10 % in every cell.
struct CostTests {
  private func plan(
    fee: Double, commission: Double = 0, guarantee: Double = 0, objective: Objective = .gmv,
    change: (inout Product) -> Void = { _ in }
  ) throws -> Plan {
    var roster = TestCampaigns.roster(followers: [20_000])
    roster.averageViews = NumberColumn([1_000])
    roster.fees = NumberColumn([fee])
    roster.commissions = NumberColumn([commission])
    roster.guarantees = NumberColumn([guarantee])
    var product = Product(id: "P", price: 500)
    product.conversion = 0.1
    product.costPerDeal = 300
    change(&product)
    var brief = TestCampaigns.brief(budget: 1_000_000, objective: objective)
    brief.ageWeights = [Double](repeating: 1, count: 6)
    return try TestCampaigns.plan(TestCampaigns.perfectFit(roster, [product], brief))
  }

  /// 100 orders of ¥500, 7 % of which is ¥3,500: 300 + 2,000 + 3,500 = 5,800.
  @Test func commissionIsReservedBesideTheFee() throws {
    let plan = try plan(fee: 2_000, commission: 0.07)
    #expect(plan.deals.map(\.cost) == [5_800])
    #expect(abs(plan.value - 50_000) < 1e-6)
  }

  /// Fee and commission come to 5,500, the guarantee to 9,000: she is paid the guarantee.
  @Test func guaranteeIsAMinimumForFeeAndCommissionTogether() throws {
    #expect(try plan(fee: 2_000, commission: 0.07, guarantee: 9_000).deals[0].cost == 9_300)
    #expect(try plan(fee: 2_000, commission: 0.07, guarantee: 5_000).deals[0].cost == 5_800)
  }

  @Test func costIsRoundedUpToWholeYen() throws {
    #expect(try plan(fee: 1_000.2).deals[0].cost == 1_301)
    #expect(try plan(fee: 1_000).deals[0].cost == 1_300)
  }

  /// Ten in stock: ten orders served, ¥5,000, though 100 are expected.
  @Test func ordersBeyondTheStockAreWorthNothing() throws {
    let plan = try plan(fee: 1_000) { $0.stock = 10 }
    #expect(abs(plan.value - 5_000) < 1e-9)
    #expect(abs(plan.products[0].orders - 10) < 1e-9)
    #expect(plan.products[0].stockLeft == 0)
    #expect(abs(plan.deals[0].expectedOrders - 100) < 1e-9)
    #expect(plan.rules.last { $0.name == "P stock" }?.activity == 10)
  }

  /// 100 orders × ¥500 × 40 % margin × 2 orders in a lifetime − 1,300 = 38,700; profit 18,700.
  @Test func profitAndLifetimeValueSubtractTheCost() throws {
    let change = { (product: inout Product) in
      product.margin = 0.4
      product.lifetimeOrders = 2
    }
    #expect(abs(try plan(fee: 1_000, objective: .ltv, change: change).value - 38_700) < 1e-6)
    #expect(abs(try plan(fee: 1_000, objective: .profit, change: change).value - 18_700) < 1e-6)
    #expect(abs(try plan(fee: 1_000, objective: .orders, change: change).value - 100) < 1e-9)
    #expect(abs(try plan(fee: 1_000, objective: .reach, change: change).value - 1_000) < 1e-9)
  }

  /// Reach counts people, not orders: stock does not limit it.
  @Test func stockDoesNotLimitReach() throws {
    let plan = try plan(fee: 1_000, objective: .reach) { $0.stock = 10 }
    #expect(abs(plan.value - 1_000) < 1e-9)
  }

  /// 1.208 for 20–29, 1.088 for 30–39, 1 for the other four bands: 100 · (4 + 2.296)/6.
  @Test func ageWeightsChangeTheOrders() throws {
    var roster = TestCampaigns.roster(followers: [20_000])
    roster.averageViews = NumberColumn([1_000])
    roster.fees = NumberColumn([100])
    var product = Product(id: "P", price: 1)
    product.conversion = 0.1
    let plan = try TestCampaigns.plan(
      TestCampaigns.perfectFit(roster, [product], TestCampaigns.brief(budget: 1_000)))
    #expect(abs(plan.value - 100 * 6.296 / 6) < 1e-9)
  }
}
