import Casting
import Testing

struct InfeasibleTests {
  private func reasons(_ change: (inout Campaign) -> Void) throws -> [String] {
    var roster = TestCampaigns.roster(followers: [20_000, 20_000])
    roster.fees = NumberColumn([100, 300])
    var campaign = TestCampaigns.perfectFit(
      roster, [Product(id: "A", price: 1_000), Product(id: "B", price: 900)],
      TestCampaigns.brief(budget: 350))
    change(&campaign)
    guard case .infeasible(let reasons) = try Planner.plan(campaign) else { return [] }
    return reasons
  }

  @Test func tooManyCreatorsAskedFor() throws {
    #expect(
      try reasons {
        $0.products.products[0].minimumCreators = 3
        $0.brief.budget = 1_000
      } == [
        "A creators: at least 3 are asked for, but only 2 are possible: "
          + "lower the minimum to 2 or let more creators in"
      ])
  }

  /// Both creators for A cost at least 400.
  @Test func minimumsBeyondTheBudget() throws {
    #expect(
      try reasons { $0.products.products[0].minimumCreators = 2 } == [
        "the products' min_creators cost at least ¥400, the budget is ¥350: "
          + "lower a minimum or raise the budget by ¥50"
      ])
  }

  @Test func locksBeyondTheBudgetOrTheSlots() throws {
    #expect(
      try reasons { $0.brief.locks = [Lock(creatorID: "C0"), Lock(creatorID: "C1")] } == [
        "the locked creators cost at least ¥400, the budget is ¥350: "
          + "lift a lock or raise the budget by ¥50"
      ])
    #expect(
      try reasons {
        $0.brief.locks = ["A", "B"].map { Lock(creatorID: "C0", productID: $0) }
      } == [
        "C0 is locked for 2 products, but has 1 slots: lift a lock or raise the slots"
      ])
  }

  @Test func bannedLock() throws {
    #expect(
      try reasons {
        $0.brief.locks = [Lock(creatorID: "C0")]
        $0.brief.bans = [DealFilter(values: [.creator: ["C0"]])]
      } == ["C0 is locked, but the brief bans it: lift the lock or that rule"])
  }

  @Test func minimumAboveMaximum() throws {
    #expect(
      try reasons {
        $0.products.products[0].minimumCreators = 2
        $0.products.products[0].maximumCreators = 1
        $0.brief.budget = 1_000
      } == ["A creators: the minimum 2 is above the maximum 1: change one"])
  }

  /// Each lock alone fits; a product cap that holds both cannot: only the solver sees it.
  @Test func clashThatCountingMisses() throws {
    let reasons = try reasons {
      $0.brief.budget = 1_000
      $0.products.products[0].maximumSpend = 350
      $0.brief.locks = ["C0", "C1"].map { Lock(creatorID: $0, productID: "A") }
    }
    #expect(reasons.count == 1)
    #expect(reasons.first?.hasPrefix("no plan obeys all rules together") == true)
  }
}
