import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What a plan says of life without one of its creators, against plans made without her.
struct ReserveTests {
  private static func settings() -> PlannerSettings {
    var settings = PlannerSettings()
    settings.relativeGap = 0.001
    settings.feeTrialWork = 0
    settings.timeLimit = 20
    settings.maximumNodes = 20_000
    return settings
  }

  private func plan(_ campaign: Campaign, findsReserves: Bool) throws -> Plan? {
    var settings = Self.settings()
    settings.findsReserves = findsReserves
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return plan
  }

  /// The campaign when a creator takes back whatever she did not confirm.
  private func campaign(_ campaign: Campaign, without creator: String) -> Campaign {
    var left = campaign
    left.bookings.removeAll { $0.creatorID == creator && $0.status != .confirmed }
    let confirmed = left.bookings.filter { $0.creatorID == creator }
    left.brief.locks.removeAll { lock in
      lock.creatorID == creator && !confirmed.contains { $0.productID == lock.productID }
    }
    for product in left.products.products
    where !confirmed.contains(where: { $0.productID == product.id }) {
      left.bookings.append(
        Booking(creatorID: creator, productID: product.id, format: nil, status: .declined))
    }
    return left
  }

  @Test(arguments: 1...200)
  func withoutHerThePlanIsWorthWhatTheReserveSays(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 9, products: 2)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 3 == 0)
    RandomCampaign.addTalks(to: &campaign, seed: UInt64(seed), books: 0.12)
    guard let plan = try plan(campaign, findsReserves: true) else { return }
    var isTold = false
    for deal in plan.deals {
      if deal.booking?.status == .confirmed {
        #expect(deal.reserve == nil, "seed \(seed): \(deal.creatorID)")
        continue
      }
      guard let reserve = deal.reserve else { continue }
      isTold = true
      let other = try self.plan(
        self.campaign(campaign, without: deal.creatorID), findsReserves: false)
      guard reserve.loss.isFinite else {
        #expect(other == nil, "seed \(seed): a plan without \(deal.creatorID)")
        continue
      }
      let without = try #require(other, "seed \(seed): no plan without \(deal.creatorID)")
      let told = plan.value - reserve.loss
      let slack = 0.001 * max(without.bound.magnitude, told.magnitude) + 1e-6
      #expect(told <= without.bound + slack, "seed \(seed): \(deal.creatorID)")
      #expect(without.value <= told + slack, "seed \(seed): \(deal.creatorID)")
      guard let next = reserve.deal else { continue }
      let isCast = plan.deals.contains {
        $0.creatorID == next.creatorID && $0.productID == next.productID
          && $0.format == next.format
      }
      #expect(!isCast && next.creatorID != deal.creatorID, "seed \(seed): \(next)")
    }
    #expect(isTold || plan.deals.allSatisfy { $0.booking?.status == .confirmed }, "seed \(seed)")
  }

  @Test(arguments: 1...40)
  func atTheLowerEndThePlanGainsWhatItSays(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 8, products: 2)
    RandomCampaign.addTalks(to: &campaign, seed: UInt64(seed), books: 0)
    campaign.brief.terms.feePolicy = .high
    var settings = Self.settings()
    settings.feeTrialWork = 50_000_000
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else { return }
    for deal in plan.deals {
      guard let gain = deal.gainAtLow, let low = deal.statedFee?.low else { continue }
      // Where the format has no column of its own, the common fee is edited.
      let cheaper = Scenario(
        fee: low, ofCreator: deal.creator, in: deal.format, of: campaign
      ).campaign
      let there = try #require(try self.plan(cheaper, findsReserves: false), "seed \(seed)")
      let told = plan.value + gain
      let slack = 0.001 * max(there.bound.magnitude, told.magnitude) + 1e-6
      #expect(told <= there.bound + slack, "seed \(seed): \(deal.creatorID)")
      #expect(there.value <= told + slack, "seed \(seed): \(deal.creatorID)")
    }
  }
}
