import Allocation
import LinearAlgebra

/// Finds the creators of a long roster who matter to its best plan.
///
/// Prices of a sample tell who is near to being cast; the prices of those tell who was missed, until
/// those missed may bring next to nothing. The last look is at all creators, so the bound holds for all.
struct ShortlistSearch {
  let campaign: LongCampaign
  let settings: PlannerSettings
  /// When the search ends, that for plans included.
  let end: ContinuousClock.Instant

  /// How near to paying a deal must be at the first prices, and at later ones, as a share of its worth.
  private static let firstTolerance = 0.15
  private static let laterTolerance = 0.05
  /// The same at the first prices for a creator to be looked at again before prices are exact.
  private static let wideTolerance = 0.5
  /// How exact prices have to be of a sample, and of a first list that is not the last: relatively.
  private static let samplePrecision = 1e-2
  private static let firstPrecision = 2e-3
  /// Prices so many times less exact than asked for are worth a round of their own.
  private static let worthwhile = 4.0
  /// Those missed may bring this share of the gap asked for.
  private static let missedShare = 0.25
  private static let mostRounds = 6
  /// Rounding alone may be as much of a bound.
  private static let leastGap = 1e-6

  private var count: Int { campaign.count }

  /// Throws `PlannerError`, and where creators cannot be read.
  func shortlist() throws -> Shortlist {
    let sweep = RosterSweep(campaign: campaign, threads: settings.threads)
    let sample = sample()
    var prices = AllocationSolver(
      valid: try campaign.problem(of: sample.sorted(), threads: settings.threads).allocation,
      settings: settings.allocation(until: end)
    ).relaxed(share: Double(sample.count) / Double(count), precision: Self.samplePrecision).prices
    var isListed = [Bool](repeating: false, count: count)
    let opening = try OpeningCreators(campaign, threads: settings.threads)
    for row in sample.prefix(settings.shortlist.keptSample) + opening.named
      + opening.ofRulesOfThumb
    {
      isListed[row] = true
    }
    opening.accounts.complete(&isListed)
    let first = try sweep.findings(
      at: prices, except: isListed, tolerance: Self.firstTolerance, wide: Self.wideTolerance)
    for row in first.near { isListed[row] = true }
    opening.accounts.complete(&isListed)

    // The first list misses too much for exact prices to tell more: a look at few tells whom.
    if Self.firstPrecision >= Self.worthwhile * settings.relativeGap {
      prices = try listed(isListed, from: prices, precision: Self.firstPrecision).relaxed.prices
      let near = try sweep.near(
        among: first.nearby.filter { !isListed[$0] }, at: prices, tolerance: Self.laterTolerance)
      for row in near { isListed[row] = true }
      opening.accounts.complete(&isListed)
    }
    var rounds = 0
    while true {
      // One list at a time: each holds all deals of its creators.
      var list = try list(isListed, from: prices, sweep)
      list.accounts = opening.accounts
      rounds += 1
      let isComplete =
        !opening.accounts.sharesPay(list.others.earnings, isListed)
        && list.others.sum
          <= Self.missedShare * max(settings.relativeGap, Self.leastGap) * abs(list.bound)
      if isComplete || rounds == Self.mostRounds || .now > end { return list }
      prices = list.relaxed.prices
      for row in list.others.near { isListed[row] = true }
      opening.accounts.complete(&isListed)
    }
  }

  /// The problem of those listed at its own best prices, and who else is near to being cast at them.
  private func list(
    _ isListed: [Bool], from prices: AllocationPrices, _ sweep: RosterSweep
  ) throws -> Shortlist {
    let list = try listed(isListed, from: prices, precision: settings.relativeGap)
    return Shortlist(
      rows: list.rows, problem: list.problem, solver: list.solver, relaxed: list.relaxed,
      others: try sweep.findings(
        at: list.relaxed.prices, except: isListed, tolerance: Self.laterTolerance))
  }

  private func listed(
    _ isListed: [Bool], from prices: AllocationPrices, precision: Double
  ) throws -> (
    rows: [Int], problem: CastingProblem, solver: AllocationSolver, relaxed: RelaxedProblem
  ) {
    let rows = isListed.indices.filter { isListed[$0] }
    let problem = try campaign.listed(rows, threads: settings.threads)
    let solver = AllocationSolver(
      valid: problem.allocation, settings: settings.allocation(until: end))
    return (rows, problem, solver, solver.relaxed(precision: precision, from: prices))
  }

  /// Random creators, in random order.
  private func sample() -> [Int] {
    var generator = SeededGenerator(seed: settings.seed)
    var rows = Array(0..<count)
    let size = min(settings.shortlist.sample, count)
    for place in 0..<size {
      rows.swapAt(place, Int.random(in: place..<count, using: &generator))
    }
    return Array(rows.prefix(size))
  }
}
