/// Choose options for items so that the value is largest and every row keeps its limits.
///
/// An item takes at most `slots` of its options, at most one per exclusion key, or none. An option
/// costs money, may bring a value of its own, and fills the pools of its kind's group; a pool's
/// worth grows with its fill along a concave curve. Everything that limits a plan as a whole is a
/// row: a sum over options between two bounds. Rows count options, their costs, and further amounts
/// that options have beside.
///
/// Shapes: n items, G groups, S segments, K kinds, D options. Symbols are those of the README in
/// this folder.
public struct AllocationProblem: Sendable {
  // MARK: Pools

  /// G: groups, which share the worth of their pools' output.
  public var groupCount: Int
  /// S: segments, into which the reach of every item is divided.
  public var segmentCount: Int
  /// How the output of a pool grows with its fill; one curve for all pools.
  public var curve: PoolCurve
  /// N: how much fits a pool; G × S, row-major; `.infinity` makes the pool linear.
  public var poolCapacity: [Double]
  /// c: output per unit of fill of an empty pool; G × S, row-major.
  public var poolYield: [Double]
  /// u: worth of one unit of a group's output; G, ≥ 0.
  public var groupWorth: [Double]
  /// Output of a group that can be served; G, `.infinity` when unlimited.
  public var groupOutputLimit: [Double]
  /// Output of all groups that can be served together; `.infinity` when unlimited.
  public var totalOutputLimit: Double

  // MARK: Items

  /// What may take options, and the limits of each; n.
  public var items: [AllocationItem]
  /// Groups of items whose choices depend on each other; each member takes options or none as the
  /// link's rule says.
  public var links: [ItemLink] = []
  /// How one unit of an item's reach spreads over segments; n × S, row-major.
  public var segmentShares: [Double]

  // MARK: Options

  /// Options of item i are `optionStart[i] ..< optionStart[i + 1]`; n + 1.
  public var optionStart: [Int]
  /// Kind of an option, ascending within its item; D.
  public var optionKind: [Int32]
  /// Reach of an option, spread over its group's pools by the item's segment shares; D, ≥ 0.
  public var optionReach: [Double]
  /// Cost of an option; D, ≥ 0.
  public var optionCost: [Double]
  /// Value an option brings by itself, beside its pools; D, or empty when all are zero.
  public var optionValue: [Double]
  /// Further amounts of options that rows may count, a list for each sort; each D, ≥ 0. Empty when no row
  /// counts any.
  public var amounts: [[Double]] = []
  /// Group of a kind; K.
  public var kindGroup: [Int32]
  /// An item takes at most one option per exclusion key; K.
  public var kindExclusion: [Int32]

  // MARK: Rules

  /// Limits on sums over options, each of its own; may be empty.
  public var rows: [AllocationRow]
  /// 1 when costs are subtracted from the value, else 0.
  public var costWeight: Double

  /// n: how many items there are.
  public var itemCount: Int { items.count }
  /// What a pass over all choices looks at: options, and for items that links join the joint choices that are
  /// kept, about.
  package var looksPerPass: Int {
    links.isEmpty
      ? optionCount : optionCount + Self.jointChoices * Set(links.flatMap(\.members)).count
  }
  /// Joint choices that a pass keeps of a unit.
  private static let jointChoices = 32
  /// K: how many kinds there are.
  public var kindCount: Int { kindGroup.count }
  /// D: how many options all items have together.
  public var optionCount: Int { optionKind.count }

  /// Takes the parts as they are, without a look at them, no links and no amounts: `validate` says
  /// whether they make a problem. Shapes stand beside each property.
  public init(
    groupCount: Int, segmentCount: Int, curve: PoolCurve, poolCapacity: [Double],
    poolYield: [Double], groupWorth: [Double], groupOutputLimit: [Double],
    totalOutputLimit: Double, items: [AllocationItem], segmentShares: [Double],
    optionStart: [Int], optionKind: [Int32], optionReach: [Double], optionCost: [Double],
    optionValue: [Double], kindGroup: [Int32], kindExclusion: [Int32], rows: [AllocationRow],
    costWeight: Double
  ) {
    self.groupCount = groupCount
    self.segmentCount = segmentCount
    self.curve = curve
    self.poolCapacity = poolCapacity
    self.poolYield = poolYield
    self.groupWorth = groupWorth
    self.groupOutputLimit = groupOutputLimit
    self.totalOutputLimit = totalOutputLimit
    self.items = items
    self.segmentShares = segmentShares
    self.optionStart = optionStart
    self.optionKind = optionKind
    self.optionReach = optionReach
    self.optionCost = optionCost
    self.optionValue = optionValue
    self.kindGroup = kindGroup
    self.kindExclusion = kindExclusion
    self.rows = rows
    self.costWeight = costWeight
  }
}

/// How the output of a pool with yield c and capacity N grows with its fill y.
public enum PoolCurve: Sendable {
  /// c · N · (1 − exp(−y / N))
  case exponential
  /// c · N · ln(1 + y / N)
  case logarithmic
  /// c · y, whatever the capacity
  case linear
}

/// What one item may choose.
public struct AllocationItem: Sendable {
  /// Most options the item takes.
  public var slots: Int
  /// Charged once when the item takes any option.
  public var fixedCost: Double
  /// Most the item's options may cost together, without the fixed cost.
  public var spendLimit: Double
  /// Whether the item must take at least one option.
  public var isRequired: Bool
  /// Kinds of which the item must take one each: for every entry, one option whose kind is in it.
  public var requiredKinds: [[Int32]]

  /// An item that takes one option or none, unless an argument says otherwise.
  public init(
    slots: Int = 1, fixedCost: Double = 0, spendLimit: Double = .infinity,
    isRequired: Bool = false, requiredKinds: [[Int32]] = []
  ) {
    self.slots = slots
    self.fixedCost = fixedCost
    self.spendLimit = spendLimit
    self.isRequired = isRequired
    self.requiredKinds = requiredKinds
  }
}

/// Items that take options together or apart, or share limits.
public struct ItemLink: Sendable, Equatable {
  /// What the choices of a link's members have to do with each other.
  public enum Rule: Sendable, Equatable {
    /// Every member takes at least one option, or none takes any.
    case allOrNone
    /// At most one member takes options.
    case atMostOne
    /// The members together take at most so many options, which cost at most so much, without fixed
    /// costs.
    case within(options: Int, cost: Double)
  }

  /// Items, ascending, no duplicates.
  public var members: [Int32]
  /// What holds between the members.
  public var rule: Rule

  /// Links items.
  ///
  /// - Parameter members: items, ascending.
  public init(members: [Int32], rule: Rule) {
    self.members = members
    self.rule = rule
  }
}
