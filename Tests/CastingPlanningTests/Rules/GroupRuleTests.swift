import Casting
import CastingPlanning
import Testing

@Suite struct GroupRuleTests {
  @Test func atMostOneOfThoseApartIsCast() throws {
    let campaign = RuleProbe.campaign { $0.brief.apart = [["C3", "C2"]] }
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["apart C3, C2"])
    #expect(Set(plan.deals.map(\.creatorID)) == ["C0", "C1", "C3"])
    #expect(report.activity == 1 && report.upper == 1 && report.unit == .creators)
    #expect(report.isWhole && report.price > 0)
    #expect(
      RuleProbe.rule("apart C3, C2", of: campaign)?.label == .apart(creatorIDs: ["C3", "C2"]))
  }

  /// There is money for two, and C3 comes with C0 only.
  @Test func allWhoGoTogetherAreCast() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.budget = 200
      $0.brief.together = [["C0", "C3"]]
      $0.brief.locks = [Lock(creatorID: "C3")]
    }
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["together C0, C3"])
    #expect(Set(plan.deals.map(\.creatorID)) == ["C0", "C3"])
    #expect(report.lower == 2 && report.activity == 2 && report.upper == 2)
    #expect(report.price <= 0, "it presses from below")
  }

  /// Of a group nobody of whom is cast.
  @Test func nobodyOfThemMayBeCast() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.budget = 100
      $0.brief.together = [["C0", "C3"]]
    }
    let (plan, rules) = try RuleProbe.plan(campaign)
    let report = try #require(rules["together C0, C3"])
    #expect(plan.deals.map(\.creatorID) == ["C2"])
    #expect(report.lower == 0 && report.activity == 0 && report.upper == 2)
  }

  @Test func groupsAreGivenUp() throws {
    let campaign = RuleProbe.campaign {
      $0.brief.apart = [["C0", "C1"], ["C2", "C3"]]
      $0.brief.together = [["C0", "C1"], ["C1", "C2"]]
      $0.brief.locks = [Lock(creatorID: "C0")]
    }
    let changes = try RuleProbe.changes(campaign)
    #expect(changes["apart C0, C1"] == .drop && changes["together C0, C1"] == .drop)
    #expect(
      RuleProbe.names(without: "apart C0, C1", of: campaign) == [
        "lock C0", "apart C2, C3", "together C0, C1", "together C1, C2",
      ])
  }

  @Test func aGroupOfOneIsNotListed() {
    #expect(RuleProbe.names(RuleProbe.campaign { $0.brief.apart = [["C0", "C0"]] }) == [])
  }
}
