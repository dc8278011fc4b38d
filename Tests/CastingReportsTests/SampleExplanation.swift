import Casting
import CastingPlanning

/// A creator in a plan, one left out, and rules.
enum SampleExplanation {
  static let names = [
    "C0042", "美咲🌸", "P01", "P02", "P03", "instagram", "castplan what-if", "P01 creators",
  ]

  static let cast: CreatorExplanation = {
    var creator = leftOut
    var deal = PlannedDeal(rank: 3, creatorID: "C0042", productID: "P03", format: .live)
    (deal.cost, deal.marginalValue) = (90_000, 250_000)
    deal.feeFinding = .threshold(120_000)
    creator.deal = deal
    creator.reason = .cast([.affinity(own: 0.82, average: 0.6), .inHouse])
    creator.engagement = nil
    creator.plannedProducts = ["P03"]
    return creator
  }()

  static let leftOut: CreatorExplanation = {
    var creator = CreatorExplanation(creatorID: "C0042", objective: .gmv)
    (creator.name, creator.platform, creator.tier) = ("美咲🌸", "instagram", .micro)
    (creator.followers, creator.dealCount) = (23_456, 12)
    (creator.productID, creator.format) = ("P03", .live)
    creator.reason = .leftOut(.tooDear(product: "P03"))
    creator.factors = DealFactor.Kind.allCases.enumerated().map { place, kind in
      var factor = DealFactor(kind, 0.5 + Double(place))
      factor.typical = place == 0 ? .nan : 1.5
      factor.grade = Grade(rawValue: UInt8(place % 4))
      return factor
    }
    var peers = PeerGroup(platform: "instagram", count: 41)
    peers.tier = .micro
    creator.peers = peers
    (creator.fee, creator.feeBasis) = (.threshold(70_000), .solvedAgain)
    creator.statedFee = 80_000
    creator.statedEngagement = 0.031
    creator.engagement = .at(rate: 0.042, outAt: 0.041)
    return creator
  }()

  /// With and without limits, a price, a plan without the rule.
  static let rules: [RuleExplanation] = {
    var report = RuleReport(name: "P01 creators")
    (report.lower, report.upper, report.activity, report.price) = (2, 4.5, 3, 1_250)
    let priced = RuleExplanation(report, objective: .gmv, value: 9e6, bound: 9.01e6)
    var worth = priced
    var row = WhatIfRow(name: .changes([.dropRule(rule: "P01 creators")]), budget: 2e6)
    worth.without = row
    worth.budgetStep = BudgetStep(yen: 10_000, adds: 5_000, addsAtMost: 6_000)
    (row.status, row.value, row.bound) = (.optimal, 9.2e6, 9.25e6)
    var dropped = priced
    dropped.objective = .reach
    dropped.without = row
    var free = RuleExplanation(
      RuleReport(name: "P01 creators"), objective: .orders, value: 12, bound: 12)
    row.bound = nil
    free.without = row
    var obeyed = free
    obeyed.cost = 0
    var solved = dropped
    solved.cost = 250_000
    var ban = RuleReport(name: "P01 creators")
    ban.upper = 0
    let keptOut = RuleExplanation(ban, objective: .gmv, value: 1, bound: 2)
    return [priced, worth, dropped, free, obeyed, solved, keptOut]
  }()
}
