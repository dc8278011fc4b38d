import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Campaigns in dollars against the same ones in yen, of which a hundred make a dollar: a cent is what a yen was,
/// so that all plans, proofs and ways out are the same but for the point.
struct CurrencyTests {
  private static func campaign(_ seed: Int) -> Campaign {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 6, products: 2)
    campaign.brief.budget = 160_000
    if seed % 4 == 1 { campaign.brief.formats = [.live] }
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    if seed % 3 == 0 { RandomCampaign.addTalks(to: &campaign, seed: UInt64(seed)) }
    if seed % 5 == 0 { campaign.brief.budget = 20_000 }
    return campaign
  }

  private static func settings(fees: Bool) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.relativeGap = 1e-9
    settings.timeLimit = 30
    settings.maximumNodes = 20_000
    if !fees { settings.feeTrialWork = 0 }
    return settings
  }

  private static func near(_ dollars: Double, _ yen: Double, within: Double = 1e-7) -> Bool {
    dollars.isNaN || yen.isNaN
      ? dollars.isNaN == yen.isNaN
      : abs(100 * dollars - yen) <= within * max(100, abs(yen))
  }

  /// Values are in the objective's unit.
  private static func nearValue(_ own: Double, _ yen: Double, _ objective: Objective) -> Bool {
    objective.isMoney ? near(own, yen) : abs(own - yen) <= 1e-7 * max(1, abs(yen))
  }

  private static func compare(_ plan: Plan, _ yen: Plan, _ seed: Int) {
    #expect(plan.money.code == "USD")
    let objective = plan.objective
    #expect(nearValue(plan.value, yen.value, objective), "seed \(seed)")
    #expect(nearValue(plan.bound, yen.bound, objective), "seed \(seed)")
    let deals = [plan, yen].map { $0.deals.map { [$0.creator, $0.product, $0.format.index] } }
    // Plans of the same worth may differ.
    guard Set(deals[0]) == Set(deals[1]) else { return }
    #expect(near(plan.spend, yen.spend), "seed \(seed)")
    #expect(
      near(plan.totals?.clientSpend ?? .nan, yen.totals?.clientSpend ?? .nan), "seed \(seed)")
    for deal in plan.deals {
      guard
        let other = yen.deals.first(where: {
          $0.creator == deal.creator && $0.product == deal.product
        })
      else { continue }
      #expect(near(deal.cost, other.cost), "seed \(seed) \(deal.creatorID)")
      #expect(deal.cost == ((deal.cost * 100).rounded()) / 100, "seed \(seed): not in cents")
      #expect(near(deal.parts.fee, other.parts.fee), "seed \(seed) \(deal.creatorID)")
      #expect(near(deal.clientCost, other.clientCost), "seed \(seed) \(deal.creatorID)")
    }
  }

  @Test(arguments: 1...300)
  func aPlanInDollarsIsThePlanInYen(seed: Int) throws {
    let yen = Self.campaign(seed)
    let dollars = TestCampaigns.inDollars(yen)
    let settings = Self.settings(fees: false)
    switch (
      try Planner.plan(dollars, settings: settings), try Planner.plan(yen, settings: settings)
    ) {
    case (.plan(let plan, _), .plan(let other, _)):
      Self.compare(plan, other, seed)
      let findings = try ClaimCheck.findings(of: PlanClaims(plan), in: dollars)
      let broken = findings.filter { !$0.holds }.map(\.promise)
      #expect(broken.isEmpty, "seed \(seed): \(broken)")
    case (.infeasible(let clash), .infeasible(let other)):
      #expect(Self.limits(clash) == Self.limits(other, dividing: true), "seed \(seed)")
    case (let plan, let other): Issue.record("seed \(seed): \(plan) and \(other)")
    }
  }

  /// Limits of money that ways out move, in cents.
  private static func limits(_ report: ClashReport, dividing: Bool = false) -> [[Double]] {
    report.clashes.map { clash in
      clash.rules.flatMap { rule -> [Double] in
        guard case .limit(_, let limit) = rule.change, rule.rule.unit == .yen else { return [] }
        return [(dividing ? limit : limit * 100).rounded()]
      }
    }
  }

  /// Fees at which creators go or come in, searched to the cent.
  @Test(arguments: 1...40)
  func feesThatDecideAreThose(seed: Int) throws {
    var yen = RandomCampaign.make(seed: UInt64(seed), creators: 8, products: 2)
    yen.brief.budget = 150_000
    let settings = Self.settings(fees: true)
    guard
      case .plan(let plan, _) = try Planner.plan(
        TestCampaigns.inDollars(yen), settings: settings),
      case .plan(let other, _) = try Planner.plan(yen, settings: settings)
    else {
      Issue.record("seed \(seed): no plan")
      return
    }
    func thresholds(_ plan: Plan) -> [String: Double] {
      var found: [String: Double] = [:]
      for deal in plan.deals {
        if case .threshold(let fee) = deal.feeFinding { found["\(deal.creatorID) in"] = fee }
      }
      for creator in plan.leftOut {
        if case .threshold(let fee) = creator.feeFinding { found["\(creator.creatorID) out"] = fee }
      }
      return found
    }
    let (found, expected) = (thresholds(plan), thresholds(other))
    for (name, fee) in expected {
      let own = try #require(found[name], "seed \(seed): \(name) at \(fee) yen")
      // Both searches end within 0.5 % of what they look for.
      #expect(Self.near(own, fee, within: 0.011), "seed \(seed): \(name) \(own), \(fee) yen")
    }
  }

  /// What is not known in the campaign's currency is not made up.
  @Test func withoutARateOfYenNoFeeIsEstimated() throws {
    var campaign = TestCampaigns.inDollars(RandomCampaign.make(seed: 4, creators: 8, products: 2))
    campaign.brief.budget = 2_000
    campaign.brief.terms.exchangeRates = [:]
    campaign.roster.fees.values[3] = .nan
    campaign.roster.formatFees = Array(repeating: NumberColumn(), count: 4)
    guard case .plan(let plan, _) = try Planner.plan(campaign) else {
      Issue.record("no plan")
      return
    }
    #expect(!plan.deals.contains { $0.creator == 3 })
    let left = try #require(plan.leftOut.first { $0.creatorID == campaign.roster.creatorIDs[3] })
    #expect(left.reason == .askWithoutRate)
    campaign.brief.terms.exchangeRates = ["JPY": 0.01]
    guard case .plan(let priced, _) = try Planner.plan(campaign) else {
      Issue.record("no plan")
      return
    }
    #expect(priced.leftOut.first { $0.creatorID == left.creatorID }?.reason != .askWithoutRate)
  }
}
