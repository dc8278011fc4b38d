import Allocation

extension PlannerSettings {
  /// The same limits for the solver.
  var allocation: AllocationSettings {
    var limits = AllocationSettings()
    limits.relativeGap = relativeGap
    limits.timeLimit = timeLimit
    limits.maximumNodes = maximumNodes
    limits.maximumWork = maximumWork
    limits.threads = threads
    limits.seed = seed
    return limits
  }

  /// The same where the search ends at a moment.
  func allocation(until end: ContinuousClock.Instant) -> AllocationSettings {
    var limits = allocation
    let left = end - .now
    limits.timeLimit = max(
      0, Double(left.components.seconds) + Double(left.components.attoseconds) * 1e-18)
    return limits
  }
}
