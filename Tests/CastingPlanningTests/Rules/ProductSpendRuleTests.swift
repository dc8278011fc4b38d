import Casting
import CastingPlanning
import Testing

@Suite struct ProductSpendRuleTests {
  @Test func dealsOfTheProductCostNoMore() throws {
    let campaign = RuleProbe.campaign { $0.products.products[0].maximumSpend = 150 }
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["A spend"])
    #expect(plan.deals.count { $0.productID == "A" } == 1)
    #expect(report.activity == 100 && report.upper == 150 && report.unit == .yen)
    #expect(
      RuleProbe.rule("A spend", of: campaign)?.label == .productSpend(productID: "A", maximum: 150))
    #expect(RuleProbe.names(without: "A spend", of: campaign) == [])
  }

  @Test func itIsRaisedToWhatLocksCost() throws {
    let campaign = RuleProbe.campaign {
      $0.products.products[0].maximumSpend = 150
      $0.brief.locks = ["C0", "C1"].map { Lock(creatorID: $0, productID: "A") }
    }
    #expect(try RuleProbe.changes(campaign)["A spend"] == .limit(from: 150, to: 200))
  }

  /// Rules of one product stand together in a plan.
  @Test func itStandsBehindTheProductsCreators() {
    let campaign = RuleProbe.campaign {
      for product in 0...1 {
        $0.products.products[product].maximumSpend = 500
        $0.products.products[product].maximumCreators = 5
      }
    }
    #expect(RuleProbe.names(campaign) == ["A creators", "A spend", "B creators", "B spend"])
  }
}
