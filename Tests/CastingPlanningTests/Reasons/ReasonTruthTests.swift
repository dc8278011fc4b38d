import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// Every reason of every creator left out of random plans, held against the plan and the inputs.
struct ReasonTruthTests {
  @Test(arguments: 1...120)
  func reasonsAreTrueOfTheNumbers(seed: Int) throws {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 16)
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: true)
    if seed % 3 == 1 { RandomCampaign.addAudienceRules(to: &campaign, seed: UInt64(seed)) }
    if seed % 4 == 1 { RandomCampaign.addCompetitors(to: &campaign, seed: UInt64(seed)) }
    // Seeds without any plan tell nothing here.
    guard try !TestCampaigns.isInfeasible(campaign),
      let plan = try? TestCampaigns.plan(
        campaign, gap: 0.01, maximumNodes: 100, feeTrialWork: seed % 3 == 0 ? 200_000 : 0)
    else { return }
    let truth = ReasonTruth(campaign: campaign, plan: plan)
    for creator in plan.leftOut {
      let isTrue = truth.holds(creator)
      #expect(isTrue, "seed \(seed) \(creator)")
    }
  }
}

/// What a reason claims, looked up where it should stand.
private struct ReasonTruth {
  let campaign: Campaign
  let plan: Plan
  let naive: NaivePlanValue
  let rules: NaiveRules

  init(campaign: Campaign, plan: Plan) {
    self.campaign = campaign
    self.plan = plan
    rules = NaiveRules(campaign)
    naive = rules.naive
  }

  func holds(_ creator: LeftOutCreator) -> Bool {
    guard let row = Int(creator.creatorID.dropFirst()) else { return false }
    let own = rules.offeredDeals().filter { $0.creator == row }
    let cheapest = own.map { naive.cost($0) }.min()
    let reason = creator.words
    if reason == "banned by the brief" { return own.isEmpty && creator.feeFinding == .noFee }
    if case .audience(_, let least, _) = creator.reason {
      let target = campaign.brief.audienceTarget
      return least == target?.range.lowerBound && creator.feeFinding == .noFee
        && target.map { !rules.admits($0, row) } ?? false
    }
    if case .competitor(let brand, _, _, _, _) = creator.reason {
      return campaign.roster.recentWorks[row].contains(brand) && creator.feeFinding == .noFee
        && campaign.brief.competitors.map {
          NaiveWorks.areBarred(campaign.roster, row, $0)
        } ?? false
    }
    if reason.hasPrefix("does not offer") { return own.isEmpty && creator.feeFinding == .noFee }
    if reason.hasPrefix("one deal costs ") {
      let numbers = amounts(reason)
      // The budget pays what an agency adds as well.
      let isOfBudget = reason.contains("whole budget")
      let least = isOfBudget ? own.map { naive.clientSpend([$0]) }.min() : cheapest
      return numbers.count == 2 && numbers[0] > numbers[1] && abs(numbers[0] - (least ?? 0)) <= 1
    }
    if reason.hasPrefix("any deal of hers is more") {
      return plan.rules.contains { reason.contains($0.name) }
    }
    if reason.hasPrefix("goes together with ") { return isCompanion(reason, creator.creatorID) }
    if reason.hasPrefix("kept apart from ") {
      let rival = String(reason.dropFirst("kept apart from ".count).prefix { $0 != "," })
      return isCast(rival)
        && campaign.brief.apart.contains { $0.contains(rival) && $0.contains(creator.creatorID) }
    }
    if reason.hasPrefix("no room for her deal of ") {
      return plan.rules.contains { $0.price != 0 && !$0.isWhole && reason.hasSuffix($0.name) }
    }
    if reason.hasPrefix("audience for ") { return areRivals(reason, creator.bestProductID) }
    return isFeeReason(creator, row)
  }

  private func isFeeReason(_ creator: LeftOutCreator, _ row: Int) -> Bool {
    let reason = creator.words
    guard let format = creator.bestFormat else { return false }
    let stated = statedFee(row, format)
    if reason.contains("too dear for ") {
      switch creator.feeFinding {
      case .threshold(let entry), .atLeast(let entry, _):
        guard let missing = amounts(reason).first else { return false }
        return abs(stated - entry - missing) <= 1.01 || (missing == 1 && stated - entry < 1)
      case .notSolved: return reason.hasSuffix(" at the plan's prices")
      default: return false
      }
    }
    if reason.hasPrefix("next in line") {
      return creator.feeFinding == .todaysFee
        || (creator.feeFinding == .notSolved && (creator.pricedFee ?? 0) >= stated - 1)
    }
    if reason.hasPrefix("brings too little") {
      return creator.feeFinding == .noFee
        || (creator.feeFinding == .notSolved && creator.pricedFee == nil)
    }
    return reason.hasPrefix("the orders of ") || reason.hasPrefix("the brief keeps her apart")
  }

  private func statedFee(_ row: Int, _ format: DealFormat) -> Double {
    let own = campaign.roster.formatFees[format.index]
    if own.isPresent { return own.values[row] }
    let perFollower = campaign.roster.platforms[row] == "TikTok" ? 2.0 : 3.0
    return naive.known(campaign.roster.fees, row)
      ?? campaign.roster.followers.values[row] * perFollower
  }

  private func activationCost(_ row: Int) -> Double {
    naive.known(campaign.roster.activationCosts, row) ?? 0
  }

  private func isCast(_ id: String) -> Bool { plan.creators.contains { $0.creatorID == id } }

  /// The companion of a group of hers, or of one that it touches.
  private func isCompanion(_ reason: String, _ id: String) -> Bool {
    let other = String(reason.dropFirst("goes together with ".count).prefix { $0 != "," })
    var party: Set<String> = [id]
    for _ in campaign.brief.together {
      for group in campaign.brief.together where !party.isDisjoint(with: group) {
        party.formUnion(group)
      }
    }
    guard party.contains(other), other != id else { return false }
    let row = Int(other.dropFirst()) ?? 0
    let offers = rules.offeredDeals().contains { $0.creator == row }
    return reason.contains("banned") || reason.contains("offer") ? !offers : offers
  }

  private func areRivals(_ reason: String, _ product: String) -> Bool {
    guard
      let names = reason.components(separatedBy: "reached by ").last?
        .components(separatedBy: ";").first
    else { return false }
    return names.components(separatedBy: " and ").allSatisfy { name in
      plan.deals.contains { $0.creatorID == name && $0.productID == product }
    }
  }

  /// Amounts in yen of a sentence.
  private func amounts(_ text: String) -> [Double] {
    text.split(separator: "¥", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      Double(part.prefix { $0.isNumber || $0 == "," }.filter { $0 != "," })
    }
  }
}
