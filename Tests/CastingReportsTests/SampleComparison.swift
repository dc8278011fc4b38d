import Casting
import CastingPlanning

/// Two lists with everything that a comparison has to say.
enum SampleComparison {
  static let names = ["last-plan", "by-hand.csv", "C0042", "C0053", "P03", "P02", "P01 creators"]

  static func make() -> PlanComparison {
    let claims = [1_000_000.0, 1_200_000].map { value in
      var plan = Plan(objective: .gmv, budget: 500_000)
      plan.value = value
      plan.spend = 400_000
      return PlanClaims(plan)
    }
    let outcomes = Outcomes(
      p10: 800_000, p50: 1_000_000, p90: 1_300_000, mean: 1_010_000,
      conditionalValueAtRisk: 700_000, lossProbability: 0.04, draws: 4_096)
    var comparison = PlanComparison(
      stated: ("plans/last-plan", claims[0], outcomes), ("by-hand.csv", claims[1], outcomes))
    comparison.isRecomputed = true
    comparison.first.name = "last-plan"
    comparison.added = [live]
    comparison.dropped = [post]
    comparison.commonCount = 3
    comparison.steps = [
      ScenarioStep(deal: post, cost: -30_000, value: -90_000),
      ScenarioStep(deal: live, cost: 90_000, value: 290_000),
    ]
    comparison.secondIsBetter = 0.8
    comparison.bound = 1_300_000
    comparison.repriced = [.init(deal: live, first: 80_000, second: 90_000)]
    comparison.first.breaches = [
      RuleBreach(rule: "P01 creators", side: .minimum, limit: 2, found: 1, unit: .creators)
    ]
    comparison.first.impossible = [
      ImpossibleDeal(
        creatorID: "C0053", productID: "P03", format: .video, obstacle: .formatNotOffered)
    ]
    comparison.second.breaches = [
      RuleBreach(
        rule: "exclusive categories", side: .whole, limit: nil, found: nil, unit: .deals)
    ]
    comparison.second.restated = (0..<7).map {
      .init(deal: live, first: 80_000 + Double($0), second: 90_000)
    }
    return comparison
  }

  private static let live = ScenarioDeal(
    creatorID: "C0042", productID: "P03", format: .live, cost: 90_000)
  private static let post = ScenarioDeal(
    creatorID: "C0053", productID: "P02", format: .post, cost: 30_000)
}
