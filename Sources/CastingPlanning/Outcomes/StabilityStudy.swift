import Allocation
import Casting
import LinearAlgebra

/// Plans again with what is not known for sure drawn anew.
///
/// Every creator's reach is multiplied by a factor of hers, what a product's reach turns into by one of
/// the product's, with the spreads of the outcomes: as if the draw were what the roster and the products
/// say. Costs and rules stay. A draw's factors depend on the seed and its number alone.
struct StabilityStudy: Sendable {
  /// Nearer than this takes long and says no more about which deals stay.
  private static let gap = 0.005
  /// Nodes of branching that a draw may take: the same on every machine.
  private static let nodes = 500
  /// Tells these draws from those of outcomes.
  private static let seedMark: UInt64 = 0x57AB_1117

  private let problem: CastingProblem
  private let warm: WarmStart
  private let limits: AllocationSettings
  private let threads: Int
  private let seed: UInt64
  private let draws: Int
  /// By option, of the logarithm of its reach; D.
  private let spreads: [Double]
  private let productSpreads: [Double]
  /// By option, in units of the objective; empty where there are none; D.
  private let predicted: [Double]

  init(_ problem: CastingProblem, _ solution: AllocationSolution, _ settings: PlannerSettings) {
    self.problem = problem
    threads = settings.threads
    seed = settings.seed
    draws = settings.stabilityDraws
    warm = WarmStart(
      prices: solution.prices, choices: problem.allocation.choices(solution.chosenOptions))
    var limits = settings.allocation
    limits.relativeGap = max(Self.gap, settings.relativeGap)
    limits.maximumNodes = min(Self.nodes, settings.maximumNodes)
    // Draws share the threads, so that each search has one.
    limits.threads = 1
    self.limits = limits
    let spread = DealSpread(problem.campaign, problem.response)
    let isReach = problem.campaign.brief.objective == .reach
    productSpreads = problem.campaign.products.products.indices.map {
      spread.ofProduct($0, isReach: isReach)
    }
    let allocation = problem.allocation
    let hasValues = !allocation.optionValue.isEmpty
    var spreads: [Double] = []
    var predicted: [Double] = []
    spreads.reserveCapacity(allocation.optionCount)
    for creator in 0..<allocation.itemCount {
      for option in problem.options(ofCreator: creator) {
        let kind = Int(allocation.optionKind[option])
        let product = problem.kinds.product(ofKind: kind)
        spreads.append(
          spread.ofCreator(
            creator, product: product, format: problem.kinds.format(ofKind: kind),
            isPredicted: problem.predicted.contains(creator: creator, product: product)))
        if hasValues { predicted.append(problem.predictedValue(creator: creator, kind: kind)) }
      }
    }
    self.spreads = spreads
    self.predicted = predicted
  }

  /// - Parameter options: the plan's deals in booking order.
  func stability(of options: [Int]) -> Stability {
    var plans = [[Int]?](repeating: nil, count: draws)
    plans.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: draws, blockSize: 1, threads: threads) { draw, _ in
        output.base[draw] = plan(draw)
      }
    }
    let made = plans.compactMap { $0 }
    var counts: [Int: Int] = [:]
    for plan in made {
      for option in plan { counts[option, default: 0] += 1 }
    }
    let count = Double(max(1, made.count))
    return Stability(
      draws: made.count, askedGap: limits.relativeGap,
      shares: options.map { Double(counts[$0] ?? 0) / count },
      reserves: reserves(counts, besides: Set(options), of: count))
  }

  private func reserves(
    _ counts: [Int: Int], besides plan: Set<Int>, of count: Double
  ) -> [Stability.Reserve] {
    counts.filter { !plan.contains($0.key) && Double($0.value) >= count * Stability.coreShare / 2 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { option, times in
        let choice = problem.allocation.choices([option])[0]
        return Stability.Reserve(
          deal: ScenarioDeal(problem, choice, cost: problem.allocation.optionCost[option]),
          share: Double(times) / count)
      }
  }

  /// The plan for one draw; nil where a limit came before any.
  private func plan(_ draw: Int) -> [Int]? {
    let solution = AllocationSolver(valid: drawn(draw), settings: limits).solve(from: warm)
    return solution.value > -.infinity ? solution.chosenOptions : nil
  }

  private func drawn(_ draw: Int) -> AllocationProblem {
    let factors = OutcomeFactors(seed: seed ^ Self.seedMark, draw: draw)
    var drawn = problem.allocation
    let campaign = factors.ofCampaign(spread: problem.campaign.brief.uncertainty.campaign)
    let products = productSpreads.enumerated().map {
      campaign * factors.ofProduct($0, spread: $1)
    }
    let cells = drawn.segmentCount
    for product in products.indices {
      for pool in product * cells..<(product + 1) * cells {
        drawn.poolYield[pool] *= products[product]
      }
    }
    for creator in 0..<drawn.itemCount {
      let normal = factors.normalOfCreator(problem.rosterRow(of: creator))
      for option in drawn.optionStart[creator]..<drawn.optionStart[creator + 1] {
        let factor = OutcomeFactors.factor(spreads[option], normal)
        drawn.optionReach[option] *= factor
        guard !predicted.isEmpty else { continue }
        // A value of its own is a prediction less a charge for risk, which goes by the square.
        let product = problem.kinds.product(ofKind: Int(drawn.optionKind[option]))
        let scale = factor * products[product]
        let charge = predicted[option] - drawn.optionValue[option]
        drawn.optionValue[option] = predicted[option] * scale - charge * scale * scale
      }
    }
    return drawn
  }
}
