/// lower ≤ Σ over chosen options of their weight (+ fixed costs, + touched items) ≤ upper.
///
/// An option is inside the row's group when its item is a member and its kind is. Its weight is
/// `perOption + perCost · cost + perAmount · amount` by the coefficients of its side; the amount is that
/// of the list the row names.
public struct AllocationRow: Sendable {
  /// What an option counts in a row: a number, and a number for each unit of its cost and of its amount.
  public struct Weight: Sendable, Equatable {
    /// Counted once for an option.
    public var perOption: Double
    /// Counted for every unit of the option's cost.
    public var perCost: Double
    /// Counted for every unit of the option's amount in the list that the row names; 0 where it names none.
    public var perAmount: Double

    /// A weight of the parts; it counts nothing where none is given.
    public init(perOption: Double = 0, perCost: Double = 0, perAmount: Double = 0) {
      self.perOption = perOption
      self.perCost = perCost
      self.perAmount = perAmount
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
  /// Number of the list in `AllocationProblem.amounts` that weights count; nil when they count none.
  public var amount: Int?

  /// A row without limits, of all items and kinds, that counts nothing, but for what is given.
  public init(
    lower: Double = -.infinity, upper: Double = .infinity, memberItems: [Bool] = [],
    memberKinds: [Bool] = [], inside: Weight = .zero, outside: Weight = .zero,
    perFixedCost: Double = 0, perTouchedItem: Double = 0, amount: Int? = nil
  ) {
    self.lower = lower
    self.upper = upper
    self.memberItems = memberItems
    self.memberKinds = memberKinds
    self.inside = inside
    self.outside = outside
    self.perFixedCost = perFixedCost
    self.perTouchedItem = perTouchedItem
    self.amount = amount
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
      && [inside, outside].allSatisfy { $0.perOption >= 0 && $0.perCost >= 0 && $0.perAmount >= 0 }
  }

  /// Whether options of equal cost, item and kind may differ in weight.
  package var countsAmounts: Bool { inside.perAmount != 0 || outside.perAmount != 0 }

  /// Whether an item's option of a kind counts by the coefficients inside.
  package func isInside(item: Int, kind: Int) -> Bool {
    (memberItems.isEmpty || memberItems[item]) && (memberKinds.isEmpty || memberKinds[kind])
  }

  /// What an option adds to the sum, without fixed costs and touched items.
  ///
  /// - Parameter amount: the option's, in the list that the row names.
  package func weight(isInside: Bool, cost: Double, amount: Double) -> Double {
    let side = isInside ? inside : outside
    let weight = side.perOption + side.perCost * cost
    return side.perAmount == 0 ? weight : weight + side.perAmount * amount
  }

  /// Most that an item's option of a kind may cost under the upper side if it is the only one; `.infinity`
  /// where the row bars none.
  ///
  /// - Parameter amount: the option's, in the list that the row names.
  package func largestCost(item: Int, kind: Int, amount: Double = 0) -> Double {
    guard barsOptions else { return .infinity }
    let isInside = isInside(item: item, kind: kind)
    let weight = isInside ? inside : outside
    var room =
      upper + AllocationState.slack(of: upper) - weight.perOption
      - (isInside ? perTouchedItem : 0)
    if weight.perAmount != 0 { room -= weight.perAmount * amount }
    if room < 0 { return -.infinity }
    return weight.perCost > 0 ? room / weight.perCost : .infinity
  }
}
