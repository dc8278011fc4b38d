import Casting
import CastingPlanning
import Testing

@Suite struct SpendPerCreatorRuleTests {
  private func campaign(
    _ limit: SpendLimit, _ change: (inout Campaign) -> Void = { _ in }
  ) -> Campaign {
    RuleProbe.campaign {
      $0.roster.slots = NumberColumn([2, 2, 2, 2])
      $0.brief.spendPerCreator = limit
      change(&$0)
    }
  }

  @Test(arguments: [SpendLimit.yen(150), .shareOfBudget(0.15)])
  func noCreatorCostsMore(limit: SpendLimit) throws {
    let (plan, rules) = try RuleProbe.plan(campaign(limit))
    let report = try #require(rules["spend per creator"])
    #expect(plan.deals.count == 4 && plan.creators.count == 4)
    #expect(report.activity == 100 && report.upper == 150)
    // Every creator would take both products.
    #expect(report.isWhole && report.unit == .yen && report.price > 0)
  }

  @Test func yenAreRaised() throws {
    let campaign = campaign(.yen(150)) {
      $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
    }
    #expect(try RuleProbe.changes(campaign)["spend per creator"] == .limit(from: 150, to: 200))
  }

  @Test func aShareIsRaisedAsAShare() throws {
    let campaign = campaign(.shareOfBudget(0.15)) {
      $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
    }
    let changes = try RuleProbe.changes(campaign)
    #expect(changes["spend per creator"] == .limit(from: 0.15, to: 0.2))
    let without = Scenario(dropping: "spend per creator", of: campaign)
    #expect(without?.campaign.brief.spendPerCreator == nil && without?.relation == .relaxes)
  }

  /// A share of no limit is no limit.
  @Test func aShareOfNothingIsNotListed() {
    #expect(RuleProbe.names(campaign(.shareOfBudget(0.2)) { $0.brief.budget = .infinity }) == [])
    #expect(
      RuleProbe.rule("spend per creator", of: campaign(.yen(150)))?.label
        == .spendPerCreator(yen: 150, shareOfBudget: nil))
  }
}
