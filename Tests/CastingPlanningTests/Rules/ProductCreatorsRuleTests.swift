import Casting
import CastingPlanning
import Testing

@Suite struct ProductCreatorsRuleTests {
  private let campaign = RuleProbe.campaign {
    $0.products.products[1].minimumCreators = 3
    $0.products.products[1].maximumCreators = 3
  }

  @Test func plansHaveSoManyCreatorsOfTheProduct() throws {
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["B creators"])
    #expect(plan.deals.count { $0.productID == "B" } == 3 && plan.deals.count == 4)
    #expect(report.lower == 3 && report.activity == 3 && report.upper == 3)
    #expect(report.unit == .creators)
    #expect(
      RuleProbe.rule("B creators", of: campaign)?.label
        == .productCreators(productID: "B", minimum: 3, maximum: 3))
  }

  @Test func aMinimumIsLowered() throws {
    let campaign = RuleProbe.campaign { $0.products.products[1].minimumCreators = 5 }
    #expect(try RuleProbe.changes(campaign) == ["B creators": .limit(from: 5, to: 4)])
  }

  @Test func aMaximumIsRaised() throws {
    let campaign = RuleProbe.campaign {
      $0.products.products[1].maximumCreators = 1
      $0.brief.locks = ["C0", "C1"].map { Lock(creatorID: $0, productID: "B") }
    }
    #expect(try RuleProbe.changes(campaign)["B creators"] == .limit(from: 1, to: 2))
  }

  @Test func bothLimitsGoByItsNameAndOneByItsSide() throws {
    #expect(RuleProbe.names(without: "B creators", of: campaign) == [])
    let least = try #require(Scenario(dropping: "B creators (minimum)", of: campaign))
    #expect(least.campaign.products.products[1].minimumCreators == 0)
    #expect(least.campaign.products.products[1].maximumCreators == 3)
    #expect(least.relation == .relaxes)
  }
}
