/// Solves an allocation problem to a certified gap.
///
/// Method: the Lagrangian dual by Newton steps on a smoothed bound over sifted choices; rounding,
/// dive, repair and local search for plans; branching on what regret leaves open. See README.md in
/// this folder for the mathematics.
public struct AllocationSolver {
  private let index: ProblemIndex
  private let settings: AllocationSettings

  public init(problem: AllocationProblem, settings: AllocationSettings) {
    index = ProblemIndex(problem)
    self.settings = settings
  }

  /// The problem with nothing chosen.
  public var emptyState: AllocationState { AllocationState(index: index) }

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
    var run = SolverRun(index: index, settings: settings, progress: progress)
    return run.solve(from: warm)
  }
}
