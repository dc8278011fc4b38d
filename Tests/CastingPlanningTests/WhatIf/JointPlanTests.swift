import AllocationTestSupport
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// One plan for several scenarios at once, against all sets of deals of tiny campaigns.
@Suite struct JointPlanTests {
  private static let settings: PlannerSettings = {
    var settings = PlannerSettings()
    settings.relativeGap = 0
    settings.maximumNodes = 20_000
    settings.timeLimit = 60
    settings.threads = 1
    settings.feeTrialWork = 0
    return settings
  }()

  private enum Difference: CaseIterable { case rules, stock, conversion, everything }

  private struct Answer {
    var best: Double
    var sets: Int
    var joint: JointPlan
  }

  /// Three scenarios that differ as told, and the best mean of all sets that obey the rules of each.
  private func answer(_ seed: Int, _ difference: Difference) throws -> Answer? {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 5, products: 2)
    campaign.brief.formats = [.live]
    campaign.brief.budget = 160_000
    RandomCampaign.addRules(to: &campaign, seed: UInt64(seed), groups: seed % 2 == 0)
    var random = TestRandom(seed: UInt64(seed) &* 13 &+ 1)
    let scenarios = (1...2).map { number in
      var other = campaign
      if difference == .rules || difference == .everything {
        other.brief.budget = random.number(90_000...200_000).rounded()
        if random.chance(0.5) {
          other.brief.bans.append(
            DealFilter(values: [.creator: [campaign.roster.creatorIDs[random.index(5)]]]))
        }
      }
      if difference == .stock || difference == .everything {
        other.products.products[0].stock = random.number(1...40).rounded()
        other.brief.orderCapacity = random.number(5...200).rounded()
      }
      if difference == .conversion || difference == .everything {
        for product in 0..<2 {
          other.products.products[product].conversion = random.number(0.005...0.04)
        }
      }
      if difference == .everything {
        other.products.products[1].price *= random.number(0.5...1.5)
        let creator = random.index(5)
        other.roster.fees = NumberColumn((0..<5).map { $0 == creator ? 30_000 : .nan })
      }
      return Scenario(name: "scenario \(number)", campaign: other)
    }
    let all = [campaign] + scenarios.map(\.campaign)
    for campaign in all where try TestCampaigns.isInfeasible(campaign) { return nil }
    let probabilities = [0.5, 0.3, 0.2]
    let rules = all.map { NaiveRules($0) }
    let deals = rules[0].offeredDeals()
    let offered = rules.map { rule in
      Set(rule.offeredDeals().map { [$0.creator, $0.product, $0.format.index] })
    }
    var best = -Double.infinity
    var sets = 0
    for bits in 0..<(1 << deals.count) {
      let set = deals.indices.filter { bits >> $0 & 1 == 1 }.map { deals[$0] }
      guard set.count <= 6 else { continue }
      let isKept = zip(rules, offered).allSatisfy { rule, offered in
        set.allSatisfy { offered.contains([$0.creator, $0.product, $0.format.index]) }
          && rule.areKept(set)
      }
      guard isKept else { continue }
      sets += 1
      best = max(
        best, zip(rules, probabilities).reduce(0) { $0 + $1.1 * $1.0.naive.value(set) })
    }
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [], scenarios: scenarios)
    return Answer(
      best: best, sets: sets,
      joint: try study.jointPlan(probabilities: probabilities, settings: Self.settings))
  }

  /// Where rules alone differ the plan is the best there is; elsewhere it obeys all rules, is worth
  /// what it says, and its bound holds.
  @Test func plansAreWorthWhatTheySayAndBoundsHold() throws {
    var exact = 0
    var sums: [Difference: (gap: Double, loss: Double, count: Int)] = [:]
    for difference in Difference.allCases {
      for seed in 1...40 {
        guard let answer = try answer(seed, difference) else { continue }
        let words = "seed \(seed), \(difference)"
        let (row, best) = (answer.joint.row, answer.best)
        guard answer.sets > 0 else {
          #expect(row.value == nil && row.status == .infeasible, "\(words)")
          continue
        }
        let size = max(1, abs(best))
        let value = try #require(row.value, "\(words)")
        let bound = try #require(row.bound, "\(words)")
        #expect(
          value <= best + 1e-9 * size && best <= bound + 1e-9 * size,
          "\(words): \(value) \(best) \(bound)")
        let mean = answer.joint.parts.reduce(0) { $0 + $1.probability * $1.value }
        #expect(abs(mean - value) <= 1e-9 * size, "\(words)")
        if difference == .rules {
          #expect(abs(value - best) <= 1e-6 * size, "\(words): \(value) \(best)")
          exact += 1
        }
        var sum = sums[difference] ?? (0, 0, 0)
        sum.gap += (bound - value) / max(size, abs(bound))
        sum.loss += (best - value) / size
        sum.count += 1
        sums[difference] = sum
      }
    }
    for difference in Difference.allCases {
      guard let sum = sums[difference] else { continue }
      let count = Double(sum.count)
      print(
        "\(difference): \(sum.count) campaigns, \(sum.loss / count * 100) % below the best, gap "
          + "\(sum.gap / count * 100) % on average")
      #expect(sum.count >= 10 && sum.loss / count <= 0.05, "\(difference)")
    }
    #expect(exact >= 15)
  }

  @Test func whatCannotBePlannedTogetherIsSaid() throws {
    let campaign = RandomCampaign.make(seed: 3)
    var other = campaign
    other.brief.objective = campaign.brief.objective == .gmv ? .orders : .gmv
    let study = try WhatIfStudy(
      HeldCampaign(campaign, settings: Self.settings), budgets: [],
      scenarios: [Scenario(name: "other", campaign: other)])
    #expect(throws: WhatIfStudy.JointFault.objectives) {
      try study.jointPlan(probabilities: [0.5, 0.5], settings: Self.settings)
    }
    // Who weighs nothing does not count.
    let alone = try study.jointPlan(probabilities: [1, 0], settings: Self.settings)
    #expect(alone.row.value == study.rows(gap: 0).base.value && alone.parts.count == 1)
  }
}
