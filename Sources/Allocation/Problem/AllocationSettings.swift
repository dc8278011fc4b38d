/// When to stop, and how many threads to use.
public struct AllocationSettings: Sendable {
  /// Stop when (bound − value) / |bound| is at most this.
  public var relativeGap = 0.001
  /// Stop as soon as a plan is worth this much.
  public var goal = Double.infinity
  /// Stop as soon as it is proved that no plan is worth this much.
  public var cutoff = -Double.infinity
  /// Seconds of wall-clock time; the search stops with the best plan and bound it has.
  public var timeLimit = 60.0
  /// Most nodes that branching explores, beside the few of groups looked at by themselves.
  public var maximumNodes = 1_000_000
  /// Most work of a tree: choices looked at, node by node, or what counts as much in linear programs
  /// (`AllocationStatistics.treeWork`). A tree stops after the nodes that pass it.
  public var maximumWork = Int.max
  public var threads = 2
  public var seed: UInt64 = 1
  /// Whether long plans are annealed.
  var anneals = true
  /// Whether groups are looked at by themselves.
  var splitsGroups = true

  public init() {}
}

/// A moment of a running solve, for progress displays.
public struct AllocationProgress: Sendable {
  public var value: Double
  public var bound: Double
  public var nodes: Int
  /// Seconds since the solve began.
  public var elapsed: Double
}
