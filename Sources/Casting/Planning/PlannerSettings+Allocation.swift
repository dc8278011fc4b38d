import Allocation

extension PlannerSettings {
  /// The same limits for the solver.
  var allocation: AllocationSettings {
    var limits = AllocationSettings()
    limits.relativeGap = relativeGap
    limits.timeLimit = timeLimit
    limits.maximumNodes = maximumNodes
    limits.threads = threads
    limits.seed = seed
    return limits
  }
}
