/// When a plan is good enough, and how long to look for it.
public struct PlannerSettings: Sendable {
  /// Stop when (bound − value) / |bound| is at most this.
  public var relativeGap = 0.001
  /// Seconds of wall-clock time for the search.
  public var timeLimit = 60.0
  /// Most nodes that branching explores; unlike time, the same on every machine.
  public var maximumNodes = 1_000_000
  /// Most work of a tree, in choices looked at.
  package var maximumWork = Int.max
  /// Threads that may be used; the plan is the same at any number.
  public var threads = 2
  /// Seed of the searches and of drawn outcomes.
  public var seed: UInt64 = 1
  /// Work that solving again may take, for fees, rules and a larger budget: in options and choices looked
  /// at, and not in time, so that every machine tells the same. About a second's, so that a plan is never
  /// long held up by what is told of it.
  public var feeTrialWork = 2_500_000
  /// The same, for one question about a plan that is there: about a quarter of a minute's. A campaign so
  /// large that a few solves take more may take those.
  public var questionWork = 40_000_000
  /// Of a roster with more deals than these not all are held: a shortlist of creators is made first.
  public var mostHeldDeals = 4_000_000
  package var shortlist = ShortlistSize()
  /// The kinds of rules that there are.
  package var rules = RuleCatalogue.standard
  /// Whether rules that clash are relaxed by their cheapest change, so that there is a plan.
  public var relaxesRules = false
  /// Whether rules of thumb get their outcomes too, and are shown where they break rules.
  public var comparesStrategies = false
  /// How many times the inputs are drawn again to see which deals stay; 0: not at all.
  public var stabilityDraws = 0
  /// Whether each deal that is not confirmed is told a reserve.
  public var findsReserves = false
  /// Budgets of the plan's curve, its own among them; 0: none is made.
  public var curvePoints = 0

  /// A gap of 0.1 %, a minute, and two threads.
  public init() {}
}

/// A moment of a running search, for progress displays.
public struct PlannerProgress: Sendable {
  /// Best plan so far, in units of the objective.
  public var value: Double
  /// No plan is worth more.
  public var bound: Double
  /// Nodes that branching explored.
  public var nodes: Int
  /// Seconds since the search began.
  public var elapsed: Double
}
