/// lower ≤ Σ over chosen options of their weight (+ fixed costs, + touched items) ≤ upper.
///
/// An option is inside the row's group when its item is a member and its kind is. Its weight is
/// `perOption + perCost · cost` by the coefficients of its side.
public struct AllocationRow: Sendable {
  /// What an option counts in a row: a number, and a number for each unit of its cost.
  public struct Weight: Sendable, Equatable {
    /// Counted once for an option.
    public var perOption: Double
    /// Counted for every unit of the option's cost.
    public var perCost: Double

    /// A weight of the two parts; it counts nothing where neither is given.
    public init(perOption: Double = 0, perCost: Double = 0) {
      self.perOption = perOption
      self.perCost = perCost
    }

    /// Counts nothing.
    public static let zero = Weight()
  }

  /// `-.infinity` when there is none.
  public var lower: Double
  /// `.infinity` when there is none.
  public var upper: Double
  /// Membership of items; n, or empty when every item is a member.
  public var memberItems: [Bool]
  /// Membership of kinds; K, or empty when every kind is a member.
  public var memberKinds: [Bool]
  /// Weight of the options whose item and kind are both members.
  public var inside: Weight
  /// Weight of all other options: a limit on a share of a sum needs both.
  public var outside: Weight
  /// Multiplies the fixed cost of every item that takes an option.
  public var perFixedCost: Double
  /// Added once for every item that takes an option inside the group.
  public var perTouchedItem: Double

  /// A row without limits, of all items and kinds, that counts nothing, but for what is given.
  public init(
    lower: Double = -.infinity, upper: Double = .infinity, memberItems: [Bool] = [],
    memberKinds: [Bool] = [], inside: Weight = .zero, outside: Weight = .zero,
    perFixedCost: Double = 0, perTouchedItem: Double = 0
  ) {
    self.lower = lower
    self.upper = upper
    self.memberItems = memberItems
    self.memberKinds = memberKinds
    self.inside = inside
    self.outside = outside
    self.perFixedCost = perFixedCost
    self.perTouchedItem = perTouchedItem
  }
}

extension AllocationRow {
  /// What the row's limits are worth at its price: the part of a bound that is the row's.
  func limitCost(price: Double) -> Double {
    price == 0 ? 0 : price > 0 ? price * upper : price * lower
  }

  /// Whether an option may be too much for the row all by itself: nothing that is chosen beside it makes
  /// room.
  package var barsOptions: Bool {
    upper.isFinite && perFixedCost >= 0 && perTouchedItem >= 0
      && [inside, outside].allSatisfy { $0.perOption >= 0 && $0.perCost >= 0 }
  }

  /// Most that an item's option of a kind may cost under the upper side if it is the only one; `.infinity`
  /// where the row bars none.
  package func largestCost(item: Int, kind: Int) -> Double {
    guard barsOptions else { return .infinity }
    let isInside =
      (memberItems.isEmpty || memberItems[item]) && (memberKinds.isEmpty || memberKinds[kind])
    let weight = isInside ? inside : outside
    let room =
      upper + AllocationState.slack(of: upper) - weight.perOption
      - (isInside ? perTouchedItem : 0)
    if room < 0 { return -.infinity }
    return weight.perCost > 0 ? room / weight.perCost : .infinity
  }
}
