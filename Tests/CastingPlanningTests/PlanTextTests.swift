import Casting
import CastingPlanning
import CastingTestSupport
import Testing

struct PlanTextTests {
  private func plan() throws -> Plan {
    var roster = TestCampaigns.roster(
      followers: [20_000, 30_000], platforms: ["Instagram", "Instagram"],
      certifications: ["Gold", ""], employments: ["external", "in_house"])
    roster.averageViews = NumberColumn([1_000, .nan])
    roster.fees = NumberColumn([50_000, .nan])
    roster.engagementRates = NumberColumn([0.03, .nan])
    var brief = TestCampaigns.brief(budget: 1_000_000)
    brief.locks = [Lock(creatorID: "C1")]
    var product = Product(id: "A", price: 2_000)
    product.conversion = 0.02
    return try TestCampaigns.plan(
      TestCampaigns.perfectFit(roster, [product, Product(id: "B", price: 10)], brief))
  }

  @Test func reasonsNameWhatStandsOutFirst() throws {
    let plan = try plan()
    #expect(plan.deals.map(\.creatorID) == ["C1", "C0"])
    #expect(plan.deals[0].words.hasPrefix("locked by the brief; "))
    #expect(plan.deals[0].words.hasSuffix("; in-house"))
    #expect(
      plan.deals[1].words.hasPrefix("engagement 3.0 % (micro average 1.5 %); costs ¥"),
      "\(plan.deals[1].words)")
    #expect(plan.deals[1].words.hasSuffix("; certified Gold"))
  }

  /// 30,000 followers of Instagram: ¥90,000, within ¥60,000 to ¥120,000.
  @Test func notesSayWhatIsAssumed() throws {
    let notes = try plan().notes.map(\.words)
    #expect(
      notes.contains(
        "1 of 2 products have no conversion rate of their own: 2.0 % of the people reached are "
          + "taken to buy. Put your own rates into the column conversion."))
    #expect(
      notes.contains(
        "1 of 2 fees are estimated from followers: together ¥90,000, "
          + "between ¥60,000 and ¥120,000. Ask for quotes."))
    #expect(
      notes.contains(
        "1 of 2 deals have no measured views: theirs are estimated from followers and tier."))
    #expect(notes.allSatisfy { $0.hasSuffix(".") }, "\(notes)")
  }

  /// C0 is known in all; C1's views and fee are estimated.
  @Test func gradesAreTheWorstOfADealsInputs() throws {
    let plan = try plan()
    #expect(plan.deals.map(\.grade) == [.estimated, .measured])
    #expect(abs(plan.gradeShares.reduce(0, +) - 1) < 1e-12)
    #expect(abs(plan.gradeShares[0] * plan.value - plan.deals[1].marginalValue) < 1e-6)
  }

  @Test func baselinesHaveNamesAndObeyTheBudget() throws {
    let plan = try plan()
    #expect(
      plan.baselines.map(\.name) == [
        "top followers", "best engagement", "value per yen", "one star",
      ])
    #expect(plan.baselines.allSatisfy { $0.spend <= 1_000_000 && $0.value <= plan.bound })
  }
}
