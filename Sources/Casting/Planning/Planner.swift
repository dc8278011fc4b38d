import Allocation

/// Makes the casting plan of a campaign: scores, solves, ranks and explains.
public enum Planner {
  /// The best plan that could be found within the settings, with the proof of its quality.
  ///
  /// The plan is the same at any number of threads. Throws `PlannerError` for a campaign that is
  /// unfit for planning; that no plan exists, or that time ran out, is an outcome.
  public static func plan(
    _ campaign: Campaign, settings: PlannerSettings = PlannerSettings(),
    progress: (@Sendable (PlannerProgress) -> Void)? = nil
  ) throws -> PlannerOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    let problem = try CastingProblem(campaign, threads: settings.threads)
    let scored = clock.now
    let conflicts = RuleConflicts(problem).sentences
    guard conflicts.isEmpty else { return .infeasible(conflicts) }

    let solution = solve(problem.allocation, settings, progress)
    let solved = clock.now
    switch solution.outcome {
    case .infeasible: return .infeasible([RuleWording.rulesClash])
    case .unknown: return .unknown
    case .optimal, .feasible:
      return .plan(
        PlanAssembly(problem: problem, solution: solution, settings: settings).plan(),
        PlannerTimings(scoring: seconds(scored - start), solving: seconds(solved - scored)))
    }
  }

  private static func solve(
    _ problem: AllocationProblem, _ settings: PlannerSettings,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) -> AllocationSolution {
    var report: (@Sendable (AllocationProgress) -> Void)?
    if let progress {
      report = {
        progress(
          PlannerProgress(value: $0.value, bound: $0.bound, nodes: $0.nodes, elapsed: $0.elapsed))
      }
    }
    return AllocationSolver(problem: problem, settings: settings.allocation).solve(progress: report)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
