/// What the solver found and proved. A limit that stopped it is an outcome, not an error.
public struct AllocationSolution: Sendable {
  /// How the search ended.
  public enum Outcome: Sendable {
    /// The relative gap is at most the one asked for.
    case optimal
    /// A limit came first; the plan obeys every row and the bound holds.
    case feasible
    /// No choice obeys the rows, and that is proved.
    case infeasible
    /// A limit came before any choice that obeys the rows was found.
    case unknown
  }

  /// How the search ended, and with it what the other numbers prove.
  public var outcome: Outcome
  /// Chosen options, ascending.
  public var chosenOptions: [Int]
  /// −∞ when nothing feasible was found.
  public var value: Double
  /// No feasible choice is worth more.
  public var bound: Double
  /// Prices of `priceBound`.
  public var prices: AllocationPrices
  /// The Lagrangian bound at `prices`, summed over all options.
  public var priceBound: Double
  /// What the answer took.
  public var statistics: AllocationStatistics

  /// States an answer that was found earlier.
  package init(
    outcome: Outcome, chosenOptions: [Int], value: Double, bound: Double,
    prices: AllocationPrices, priceBound: Double, statistics: AllocationStatistics
  ) {
    self.outcome = outcome
    self.chosenOptions = chosenOptions
    self.value = value
    self.bound = bound
    self.prices = prices
    self.priceBound = priceBound
    self.statistics = statistics
  }

  /// (bound − value) / |bound|; 0 when both are 0.
  public var relativeGap: Double { Self.relativeGap(value: value, bound: bound) }

  /// (bound − value) / |bound|; 0 when both are 0.
  package static func relativeGap(value: Double, bound: Double) -> Double {
    bound == value ? 0 : (bound - value) / max(abs(bound), .leastNormalMagnitude)
  }
}

/// Prices of everything a plan shares.
public struct AllocationPrices: Sendable {
  /// μ: value per unit of fill; G × S, row-major, > 0. For a linear pool: worth net of output
  /// prices, times yield.
  public var pool: [Double]
  /// One per row: ≥ 0 presses from above, ≤ 0 from below.
  public var row: [Double]
  /// σ: value per unit of a group's output limit; G, ≥ 0.
  public var groupOutput: [Double]
  /// σ₀: value per unit of the total output limit; ≥ 0.
  public var totalOutput: Double

  /// States prices; their shapes stand beside each property.
  public init(pool: [Double], row: [Double], groupOutput: [Double], totalOutput: Double) {
    self.pool = pool
    self.row = row
    self.groupOutput = groupOutput
    self.totalOutput = totalOutput
  }
}

/// Counts that say how the answer was reached; the same at any thread count.
public struct AllocationStatistics: Sendable {
  /// Newton steps on the smoothed dual bound.
  public var newtonSteps = 0
  /// Passes over all options.
  public var fullPasses = 0
  /// Options kept by sifting at the end.
  public var keptOptions = 0
  /// Nodes that branching explored.
  public var nodes = 0
  /// Of the trees of groups by themselves, which are small.
  public var groupNodes = 0
  /// Columns of linear programs looked at, trials, dives and searches for plans included.
  public var linearWork = 0
  /// Choices looked at in trees, node by node, those of groups included.
  public var choicesInTrees = 0

  /// Columns of a linear program looked at in the time that a choice at a node takes; measured.
  static let columnsPerChoice = 50

  /// What trees took: choices looked at, and as many as linear programs would have had time for.
  public var treeWork: Int { choicesInTrees + linearWork / Self.columnsPerChoice }

  package init() {}

  /// Adds what groups by themselves took.
  mutating func add(groups: AllocationStatistics) {
    groupNodes += groups.groupNodes + groups.nodes
    newtonSteps += groups.newtonSteps
    linearWork += groups.linearWork
    choicesInTrees += groups.choicesInTrees
  }
}
