import Casting
import CastingPlanning
import Testing

@Suite struct ExclusiveCategoriesRuleTests {
  private func campaign(_ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    RuleProbe.campaign {
      $0.roster.slots = NumberColumn([2, 2, 2, 2])
      $0.brief.exclusiveCategories = true
      change(&$0)
    }
  }

  @Test func aCreatorHasOneDealOfTheCategory() throws {
    let (plan, rules) = try RuleProbe.plan(campaign())
    let report = try #require(rules["exclusive categories"])
    #expect(plan.deals.count == 4 && plan.creators.count == 4)
    #expect(report.activity == 1 && report.upper == 1 && report.isWhole && report.price > 0)
  }

  @Test func productsWithoutACategoryStandAlone() throws {
    let campaign = campaign { $0.products.products[1].category = "" }
    #expect(try RuleProbe.plan(campaign).plan.deals.count == 8)
  }

  @Test func itIsGivenUpForTwoLocks() throws {
    let campaign = campaign {
      $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
    }
    #expect(try RuleProbe.changes(campaign)["exclusive categories"] == .drop)
    #expect(
      RuleProbe.names(without: "exclusive categories", of: campaign) == [
        "lock C0 for A", "lock C0 for B",
      ])
    #expect(
      RuleProbe.rule("exclusive categories", of: campaign)?.label == .exclusiveCategories)
  }
}
