import Allocation
import Casting
import LinearAlgebra

/// Draws outcomes of plans.
///
/// The reach of every deal of a creator is multiplied by a factor of hers before audiences are shared;
/// what the reach of a product turns into by one of the product's and one of the campaign's, before
/// stock and capacity. All are lognormal with mean 1 and independent. Costs stay as they are booked.
struct OutcomeModel: Sendable {
  /// Draws of small plans; those of more creators take fewer, so that the work is bounded.
  private static let mostDraws = 10_000
  private static let fewestDraws = 1_000
  private static let mostFactors = 4_000_000
  /// Draws a thread makes at a time.
  private static let blockSize = 250

  let problem: CastingProblem
  let seed: UInt64
  let threads: Int

  func outcomes(of options: [Int]) -> Outcomes {
    let plan = OutcomePlan(problem, options)
    let (values, profits) = draws(plan, count: count(plan))
    return summary(plan, values, profits)
  }

  /// Outcomes of two plans, and the share of draws in which the second is worth more, half of those in
  /// which both are worth the same counted in.
  func outcomes(of first: [Int], beside second: [Int]) -> (Outcomes, Outcomes, better: Double) {
    let plans = (OutcomePlan(problem, first), OutcomePlan(problem, second))
    let count = min(count(plans.0), count(plans.1))
    let drawn = (draws(plans.0, count: count), draws(plans.1, count: count))
    let better = zip(drawn.0.values, drawn.1.values).reduce(0.0) {
      $0 + ($1.1 > $1.0 ? 1 : $1.1 == $1.0 ? 0.5 : 0)
    }
    return (
      summary(plans.0, drawn.0.values, drawn.0.profits),
      summary(plans.1, drawn.1.values, drawn.1.profits), better / Double(count)
    )
  }

  private func count(_ plan: OutcomePlan) -> Int {
    min(Self.mostDraws, max(Self.fewestDraws, Self.mostFactors / max(1, plan.creators.count)))
  }

  /// In units of the objective, and the margin less the spend in money; by draw.
  private func draws(
    _ plan: OutcomePlan, count: Int
  ) -> (values: [Double], profits: [Double]) {
    var values = [Double](repeating: 0, count: count)
    var profits = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { values in
      profits.withUnsafeMutableBufferPointer { profits in
        let (values, profits) = (DisjointWrites(values), DisjointWrites(profits))
        Blocks.forEach(count: count, blockSize: Self.blockSize, threads: threads) { _, range in
          var scratch = OutcomePlan.Scratch(plan)
          for draw in range {
            (values.base[draw], profits.base[draw]) = plan.draw(
              OutcomeFactors(seed: seed, draw: draw), &scratch)
          }
        }
      }
    }
    return (values, profits)
  }

  private func summary(
    _ plan: OutcomePlan, _ values: [Double], _ profits: [Double]
  ) -> Outcomes {
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let low = Int(place)
      let high = min(low + 1, sorted.count - 1)
      return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
    let worst = sorted.prefix(max(1, sorted.count / 10))
    let isReach = problem.campaign.brief.objective == .reach
    return Outcomes(
      p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9),
      mean: sorted.reduce(0, +) / Double(sorted.count),
      conditionalValueAtRisk: worst.reduce(0, +) / Double(worst.count),
      lossProbability: isReach || plan.creators.isEmpty
        ? nil : Double(profits.count { $0 < 0 }) / Double(profits.count),
      draws: values.count, seed: seed, campaignSpread: plan.campaignSpread,
      productSpreads: plan.productSpreads,
      creatorSpreads: zip(plan.creators, plan.creatorSpreads).map {
        (problem.campaign.roster.creatorIDs[$0], $1)
      })
  }
}
