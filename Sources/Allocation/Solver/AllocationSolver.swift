/// Solves an allocation problem to a certified gap.
///
/// Method: the Lagrangian dual by Newton steps on a smoothed bound over sifted choices; rounding,
/// dive, repair and local search for plans; branching on what regret leaves open. See README.md in
/// this folder for the mathematics.
public struct AllocationSolver: Sendable {
  private let index: ProblemIndex
  private let settings: AllocationSettings

  /// Takes any problem; throws what makes it none. O(D + n·S + G·S + rows · (n + K)) to look.
  public init(
    problem: AllocationProblem, settings: AllocationSettings
  ) throws(AllocationFault) {
    try problem.validate()
    self.init(valid: problem, settings: settings)
  }

  /// Takes a problem that is known to be sound: one that castplan made itself.
  package init(valid problem: AllocationProblem, settings: AllocationSettings) {
    index = ProblemIndex(problem)
    self.settings = settings
  }

  /// The problem with nothing chosen.
  package var emptyState: AllocationState { AllocationState(index: index) }

  /// Runs until the gap, the time or the nodes are used up.
  ///
  /// The same problem and settings give the same answer at any thread count, unless the time limit
  /// cuts the search.
  ///
  /// - Parameter warm: of a problem like this one; it saves most of the way. Prices of another shape
  ///   and choices that this problem does not have are left aside.
  public func solve(
    from warm: WarmStart? = nil, progress: (@Sendable (AllocationProgress) -> Void)? = nil
  ) -> AllocationSolution {
    let start = Deadline(seconds: settings.timeLimit)
    let presolve = settings.presolves ? Presolve(index.problem) : nil
    guard let presolve, presolve.isChanged else {
      var run = SolverRun(index: index, settings: settings, progress: progress)
      return run.solve(from: warm)
    }
    var run = SolverRun(
      index: ProblemIndex(presolve.problem), settings: settings, progress: progress)
    return Postsolve(
      presolve: presolve, index: index, settings: settings, deadline: start
    ).restored(run.solve(from: warm), from: warm)
  }

  /// Solves the problem of one group, as part of a search of its own.
  @Sendable static func solve(
    _ part: AllocationProblem, _ settings: AllocationSettings, _ start: WarmStart
  ) -> AllocationSolution {
    var settings = settings
    settings.presolves = false
    return AllocationSolver(valid: part, settings: settings).solve(from: start)
  }

  /// Prices at which the bound is about as low as prices can make it.
  ///
  /// - Parameters:
  ///   - share: of all items that the problem's own stand for, as a sample: limits and capacities are
  ///     those of all.
  ///   - precision: how far the bound may be from the lowest, relatively; the gap asked for, when nil.
  ///   - known: prices of a problem like this one, to start from.
  package func relaxed(
    share: Double = 1, precision: Double? = nil, from known: AllocationPrices? = nil
  ) -> RelaxedProblem {
    var outcome = Sifting(
      variables: PriceVariables(index: index), threads: settings.threads, seed: settings.seed,
      deadline: Deadline(seconds: settings.timeLimit),
      tolerance: precision ?? settings.relativeGap, share: share
    ).run(from: known.flatMap { index.problem.matches($0) ? $0 : nil })
    if share == 1 {
      (outcome.prices, outcome.bound) = DualBound(index: index, threads: settings.threads)
        .tempered(outcome.prices, bound: outcome.bound)
    }
    return RelaxedProblem(outcome: outcome)
  }

  /// Looks for plans with items of the problem alone, against a bound over more items than it has.
  ///
  /// - Parameters:
  ///   - relaxed: of this very problem.
  ///   - outside: what the others may bring at most, at the prices of `relaxed`: the parts of a bound that
  ///     are the items' add up.
  ///   - others: divides what the others may take among groups; they are numbered after the problem's own.
  ///     Nil where they cannot be looked at.
  ///   - known: a plan of a problem like this one, to be mended; its prices are not looked at.
  ///   - limit: seconds, in place of those of the settings.
  ///   - goesOn: whether short plans, too, are searched on until that leads nowhere: a tree over all items
  ///     that matter may be the better way.
  package func solve(
    _ relaxed: RelaxedProblem, outside: Double,
    others: (@Sendable (GroupLook) -> GroupShares?)? = nil, mending known: WarmStart? = nil,
    limit: Double? = nil, goesOn: Bool = true,
    progress: (@Sendable (AllocationProgress) -> Void)? = nil
  ) -> AllocationSolution {
    var settings = settings
    settings.timeLimit = limit ?? settings.timeLimit
    // Without those outside, groups tell nothing of them.
    settings.splitsGroups = settings.splitsGroups && others != nil
    var run = SolverRun(index: index, settings: settings, others: others, progress: progress)
    return run.solve(
      relaxed.outcome, outside: outside, mending: known?.choices ?? [], goesOn: goesOn)
  }
}

/// A problem's prices and the bound that they prove.
package struct RelaxedProblem: Sendable {
  let outcome: Sifting.Outcome

  /// At `prices`, over the items of the problem.
  package var bound: Double { outcome.bound }
  package var prices: AllocationPrices { outcome.prices }
}

/// Bounds by groups.
package struct GroupBounds: Sendable {
  /// What the groups' price bounds add up to.
  package var priced: Double
  /// What the groups can bring by themselves, after each move of the prices of what joins them.
  package var solved: [Double]
}

extension AllocationSolver {
  /// Bounds by groups, beginning at some prices; nil where the problem is not split into groups.
  ///
  /// - Parameters:
  ///   - plan: options that keep all rules.
  ///   - moves: how often prices move.
  ///   - others: as in `solve`, and `outside` what they may bring at most at the prices.
  ///   - isEnough: whether a bound asks for no more groups to be solved.
  package func groupBounds(
    at prices: AllocationPrices, beyond plan: [Int], moves: Int,
    others: (@Sendable (GroupLook) -> GroupShares?)? = nil, outside: Double = 0,
    isEnough: (Double) -> Bool = { _ in false }
  ) -> GroupBounds? {
    guard
      var groups = GroupBound(
        index: index, settings: settings, deadline: Deadline(seconds: settings.timeLimit),
        prices: prices, others: others, outside: outside, solvePart: Self.solve)
    else { return nil }
    let state = AllocationState(index: index, choosing: plan)
    var bounds = GroupBounds(priced: groups.priceBound, solved: [])
    for move in 0...moves {
      if move > 0, !groups.movePrices(towards: state.value) { break }
      guard groups.solve(beyond: state, isEnough: isEnough) else { return nil }
      bounds.solved.append(groups.last)
    }
    return bounds
  }
}
