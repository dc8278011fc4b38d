/// One run: what is known so far.
struct SolverRun {
  /// Absolute difference of value and bound, in units of value, that counts as rounding.
  private static let rounding = 1e-9

  let index: ProblemIndex
  let settings: AllocationSettings
  let progress: (@Sendable (AllocationProgress) -> Void)?
  let deadline: Deadline
  let solver: RelaxationSolver
  /// Divides what items outside the problem may take among groups.
  let others: GroupBound.Others?
  var best: AllocationState?
  var bound = Double.infinity
  var statistics = AllocationStatistics()
  /// The bound by groups, while it may tell more.
  var groups: GroupBound?
  /// At the prices of the root, over all options: what regrets there are judged by.
  private(set) var priceBound = Double.infinity

  init(
    index: ProblemIndex, settings: AllocationSettings,
    others: GroupBound.Others? = nil, progress: (@Sendable (AllocationProgress) -> Void)?
  ) {
    self.index = index
    self.others = others
    self.settings = settings
    self.progress = progress
    deadline = Deadline(seconds: settings.timeLimit)
    solver = RelaxationSolver(threads: settings.threads, deadline: deadline)
  }

  mutating func solve(from warm: WarmStart?) -> AllocationSolution {
    let variables = PriceVariables(index: index)
    let root = Sifting(
      variables: variables, threads: settings.threads, seed: settings.seed, deadline: deadline,
      tolerance: settings.relativeGap
    ).run(from: warm.map(\.prices).flatMap { index.problem.matches($0) ? $0 : nil })
    take(root, bound: root.bound)
    if bound >= worstValue {
      findPlans(root, mending: warm?.choices ?? [])
      searchByGroups(root, PriceTables(index: index, prices: root.prices))
      branch(root, variables: variables)
    } else {
      bound = -.infinity
    }
    return solution(
      DualBound(index: index, threads: settings.threads)
        .tempered(root.prices, bound: root.bound))
  }

  /// Looks for plans alone: trees over the problem's items would say nothing of those outside.
  mutating func solve(
    _ root: Sifting.Outcome, outside: Double, mending choices: [WarmStart.Choice], goesOn: Bool
  ) -> AllocationSolution {
    take(root, bound: root.bound + outside)
    findPlans(root, mending: choices)
    searchByGroups(root, PriceTables(index: index, prices: root.prices))
    if !isDone, goesOn || (best?.chosenCount ?? 0) >= Self.leastAnnealed { repeatSearch(root) }
    // What those outside may bring is known at these very prices.
    return solution((root.prices, root.bound + outside))
  }

  private mutating func take(_ root: Sifting.Outcome, bound: Double) {
    statistics.newtonSteps += root.newtonSteps
    statistics.fullPasses += root.fullPasses
    statistics.keptOptions = root.relaxation.core.choiceCount
    self.bound = bound
    priceBound = bound
    if settings.splitsGroups {
      groups = GroupBound(
        index: index, settings: settings, deadline: deadline, prices: root.prices, others: others,
        outside: bound - root.bound, solvePart: AllocationSolver.solve)
    }
    report()
  }

  /// No plan is worth less: nothing is gained and everything is paid for.
  var worstValue: Double {
    let problem = index.problem
    guard problem.costWeight > 0 || problem.optionValue.contains(where: { $0 < 0 }) else {
      return -1e-6
    }
    var sum = -1e-6
    for item in problem.items.indices {
      let range = problem.optionStart[item]..<problem.optionStart[item + 1]
      let losses = range.map { option in
        problem.costWeight * problem.optionCost[option]
          - min(0, problem.optionValue.isEmpty ? 0 : problem.optionValue[option])
      }
      sum -= losses.sorted(by: >).prefix(problem.items[item].slots).reduce(0, +)
      sum -= problem.costWeight * problem.items[item].fixedCost
    }
    return sum
  }

  var isDone: Bool { isDone(at: bound) }

  /// Whether the plan is good enough for a bound.
  func isDone(at bound: Double) -> Bool {
    if bound < settings.cutoff { return true }
    guard let best else { return false }
    if best.value >= settings.goal { return true }
    return bound - best.value <= settings.relativeGap * abs(bound)
  }

  /// Whether time or work is used up.
  var isSpent: Bool {
    statistics.treeWork >= settings.maximumWork || deadline.hasPassed
  }

  /// The settings with the work that is left.
  var settingsLeft: AllocationSettings {
    var left = settings
    if settings.maximumWork < .max {
      left.maximumWork = max(0, settings.maximumWork - statistics.treeWork)
    }
    return left
  }

  /// A plan of this value is good enough.
  var goal: Double { min(settings.goal, bound - settings.relativeGap * abs(bound)) }

  func report() {
    progress?(
      AllocationProgress(
        value: best?.value ?? -.infinity, bound: bound, nodes: statistics.nodes,
        elapsed: deadline.elapsed))
  }

  /// - Parameter proof: the prices that prove a bound, and that bound.
  func solution(_ proof: (prices: AllocationPrices, bound: Double)) -> AllocationSolution {
    var plan = best
    plan?.dropIdle()
    // Summed afresh, so that the value does not carry the rounding of the way it was found.
    let options = plan?.chosenOptions ?? []
    let value = best == nil ? -.infinity : AllocationState(index: index, choosing: options).value
    // A difference that rounding alone explains is none: a gap against a bound of 0 would be 1.
    let isExact = best != nil && bound - value <= Self.rounding
    let proven = isExact ? value : bound
    let outcome: AllocationSolution.Outcome
    if best == nil {
      outcome = proven < worstValue ? .infeasible : .unknown
    } else {
      let isClosed = proven - value <= max(settings.relativeGap, 1e-9) * abs(proven)
      outcome = isClosed ? .optimal : .feasible
    }
    return AllocationSolution(
      outcome: outcome, chosenOptions: options, value: value, bound: proven,
      prices: proof.prices, priceBound: proof.bound, statistics: statistics)
  }
}
