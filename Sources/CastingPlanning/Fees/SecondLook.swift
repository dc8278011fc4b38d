import Allocation
import AllocationAudit

/// Solves a planned campaign again under small changes, as far as counted work allows.
///
/// Work is counted, not timed, so that the answers are the same on every machine. Every plan met on the
/// way that obeys the rules of the campaign as it is, and is worth more than the plan, is remembered.
struct SecondLook {
  /// Times that a solve looks at every option before it branches, about: measured on the sample campaigns.
  private static let passes = 50
  /// Share of the work that is left which one solve may take: what cannot be proved must not use up all.
  private static let mostOfWork = 4
  /// Values this close, relatively, are told apart by rounding alone.
  static let rounding = 1e-9

  let problem: CastingProblem
  /// Of the plan.
  let value: Double
  /// No plan is worth more.
  private(set) var bound: Double
  /// Options of a plan that is worth more than the one at hand; nil while none was met.
  private(set) var better: [Int]?
  /// Options and choices looked at, node by node, that may still be.
  private(set) var workLeft: Int
  private let prices: AllocationPrices
  private let choices: [WarmStart.Choice]
  private let settings: AllocationSettings
  private let empty: AllocationState
  /// Work that one more solve is expected to take.
  private let workOfSolve: Int
  private var betterValue: Double

  /// - Parameters:
  ///   - work: options and choices looked at that all solves together may take.
  init(
    problem: CastingProblem, solution: AllocationSolution, empty: AllocationState,
    settings: PlannerSettings, work: Int
  ) {
    self.problem = problem
    self.empty = empty
    value = solution.value
    betterValue = value
    bound = max(solution.bound, value)
    prices = solution.prices
    choices = problem.allocation.choices(solution.chosenOptions)
    self.settings = settings.allocation
    workLeft = work
    workOfSolve = Self.work(solution, problem.allocation)
  }

  private static func work(_ solution: AllocationSolution, _ problem: AllocationProblem) -> Int {
    problem.looksPerPass * passes + solution.statistics.treeWork
  }

  /// Work that so many solves take before they branch.
  static func work(ofSolves count: Int, _ problem: CastingProblem) -> Int {
    count * problem.allocation.looksPerPass * passes
  }

  /// Whether one more solve fits into the work that is left, or so many.
  func affords(_ solves: Int = 1) -> Bool {
    workOfSolve <= workLeft / solves
  }

  /// How near two values of the objective are when they count as equal.
  var slack: Double { Self.rounding * max(1, value.magnitude) }

  /// Solves a problem with the same creators and kinds to the end, or until a limit; nil where the work
  /// that is left does not do.
  ///
  /// - Parameters:
  ///   - other: the campaign that the problem is of, where rows may differ.
  ///   - goal: a plan worth so much is good enough.
  ///   - cutoff: it is enough to know that no plan is worth so much.
  ///   - gap: relative, between the plan that is looked for and the bound.
  mutating func solve(
    _ changed: AllocationProblem, of other: CastingProblem? = nil, goal: Double = .infinity,
    cutoff: Double = -.infinity, gap: Double = 0
  ) -> AllocationSolution? {
    guard affords() else { return nil }
    var limited = settings
    limited.relativeGap = gap
    limited.goal = goal
    limited.cutoff = cutoff
    limited.maximumWork = max(workLeft / Self.mostOfWork, workOfSolve)
    let warm = WarmStart(
      prices: other.map { problem.carried(prices, to: $0) } ?? prices, choices: choices)
    let solution = AllocationSolver(valid: changed, settings: limited).solve(from: warm)
    workLeft -= Self.work(solution, changed)
    if solution.value > -.infinity { offer(changed.choices(solution.chosenOptions)) }
    return solution
  }

  /// Looks for the end of the gap of the plan itself.
  mutating func tighten() {
    guard bound - value > slack, let solution = solve(problem.allocation) else { return }
    bound = max(value, min(bound, max(solution.bound, betterValue)))
  }

  /// Takes a plan of another problem for one of this; false where it does not obey the rules here.
  @discardableResult
  mutating func offer(_ choices: [WarmStart.Choice]) -> Bool {
    let options = problem.allocation.options(at: choices)
    guard options.count == choices.count else { return false }
    return offer(options: options)
  }

  @discardableResult
  mutating func offer(options: [Int]) -> Bool {
    let state = options.reduce(into: empty) { $0.add($1) }
    guard state.keepsEveryRule else { return false }
    if state.value > betterValue + slack { (better, betterValue) = (options.sorted(), state.value) }
    return true
  }
}

extension CastingProblem {
  /// Prices for another problem of the same products and cells: its rows are known by their names.
  func carried(_ prices: AllocationPrices, to other: CastingProblem) -> AllocationPrices {
    guard ruleBook != other.ruleBook else { return prices }
    var carried = prices
    var known: [String: [Double]] = [:]
    for (entry, price) in zip(ruleBook.entries, prices.row).reversed() {
      known[entry.name, default: []].append(price)
    }
    carried.row = other.ruleBook.entries.map { known[$0.name]?.popLast() ?? 0 }
    return carried
  }
}

extension AllocationSolution {
  /// Takes over a plan that the search did not meet; its bound stays, where it is one.
  mutating func take(_ options: [Int], in problem: AllocationProblem, asking gap: Double) {
    chosenOptions = options
    value = PlanAudit(problem).value(of: options)
    if outcome == .infeasible { (bound, priceBound) = (.infinity, .infinity) }
    bound = max(bound, value)
    priceBound = max(priceBound, value)
    outcome = bound - value <= max(gap, 1e-9) * bound.magnitude ? .optimal : .feasible
  }
}
