import Allocation
import Casting
import CastingPlanning

extension TestCampaigns {
  /// Whether the solver finds that no plan obeys the rules: for random campaigns of which many have
  /// none, where the reason does not matter and searching it would take the longest.
  package static func isInfeasible(_ campaign: Campaign) throws -> Bool {
    var settings = AllocationSettings()
    settings.relativeGap = 0.05
    settings.maximumNodes = 20_000
    settings.timeLimit = 20
    settings.threads = 1
    let problem = try CastingProblem(campaign, threads: 1).allocation
    return AllocationSolver(valid: problem, settings: settings).solve().outcome == .infeasible
  }
}
