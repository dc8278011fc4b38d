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
  /// Threads that the solver may use; the answer is the same at any number.
  public var threads = 2
  /// Seed of the searches for plans; another one may find another plan as good.
  public var seed: UInt64 = 1
  /// Whether long plans are annealed.
  var anneals = true
  /// Whether groups are looked at by themselves.
  var splitsGroups = true
  /// Whether the problem is first made to tell more of itself.
  var presolves = true
  /// Whether blocks of linked items are decided one by one where they have too many joint choices.
  var branchesOnLinks = true

  /// A gap of 0.1 %, a minute, and two threads.
  public init() {}
}

/// A moment of a running solve, for progress displays.
public struct AllocationProgress: Sendable {
  /// Worth of the best plan so far; −∞ before there is one.
  public var value: Double
  /// No feasible choice is worth more.
  public var bound: Double
  /// Nodes that branching explored so far.
  public var nodes: Int
  /// Seconds since the solve began.
  public var elapsed: Double
}
