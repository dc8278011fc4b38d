/// What items give to the groups of a problem, and what they are worth beside that.
///
/// Shares of some items and of others add up.
package struct GroupShares: Sendable {
  /// What a group gets.
  struct Group: Sendable {
    /// Σ over items of what their best in the group is worth at the prices.
    var itemSum = 0.0
    /// Items with an option listed.
    private(set) var items: [Int32] = []
    /// By number among `items`: rules, shares of segments, first option.
    private(set) var rules: [AllocationItem] = []
    private(set) var segmentShares: [Double] = []
    private(set) var optionStart: [Int] = [0]
    /// Whether the items are members of the rows that have members; for each row n.
    private(set) var memberItems: [Int: [Bool]] = [:]
    private(set) var kind: [Int32] = []
    private(set) var reach: [Double] = []
    private(set) var cost: [Double] = []
    /// The option's own value after all it is charged for but its cost.
    private(set) var value: [Double] = []
    /// The lists of amounts, as far as options are listed.
    private(set) var amounts: [[Double]]
    /// Rows of the group whose members are to be known.
    private let rows: [Int]

    init(rows: [Int], amountCount: Int) {
      self.rows = rows
      amounts = [[Double]](repeating: [], count: amountCount)
      for row in rows { memberItems[row] = [] }
    }

    var optionCount: Int { kind.count }

    /// Lists options of an item, if there are any.
    ///
    /// - Parameters:
    ///   - item: the number it has for those who look at several problems.
    ///   - own: its number in the problem.
    mutating func append(
      item: Int, rules: AllocationItem, _ offers: [ItemDivision.Offer],
      of problem: AllocationProblem, _ own: Int
    ) {
      guard !offers.isEmpty else { return }
      items.append(Int32(item))
      self.rules.append(rules)
      let segments = problem.segmentCount
      segmentShares += problem.segmentShares[own * segments..<(own + 1) * segments]
      for row in rows { memberItems[row]!.append(problem.rows[row].memberItems[own]) }
      for offer in offers {
        let option = Int(offer.option)
        kind.append(offer.kind)
        reach.append(problem.optionReach[option])
        cost.append(problem.optionCost[option])
        value.append(
          (problem.optionValue.isEmpty ? 0 : problem.optionValue[option])
            + (problem.optionCost[option] - offer.charge))
        for list in amounts.indices { amounts[list].append(problem.amounts[list][option]) }
      }
      optionStart.append(kind.count)
    }

    mutating func append(_ other: Group) {
      itemSum += other.itemSum
      let base = kind.count
      items += other.items
      rules += other.rules
      segmentShares += other.segmentShares
      optionStart += other.optionStart.dropFirst().map { $0 + base }
      // Of no items, a problem does not tell which of its rows have members.
      for row in rows { memberItems[row]! += other.memberItems[row] ?? [] }
      kind += other.kind
      reach += other.reach
      cost += other.cost
      value += other.value
      for list in amounts.indices { amounts[list] += other.amounts[list] }
    }
  }

  /// Σ of what items are worth beside what groups get.
  var constant = 0.0
  var groups: [Group]
  /// Prices of the items' rules across groups, where they have any.
  var itemPrices: [(item: Int32, prices: [ItemPrice])] = []

  /// Of nobody.
  init(problem: AllocationProblem, rows: GroupRows) {
    groups = (0..<problem.groupCount).map { group in
      Group(
        rows: rows.rows(ofGroup: group).filter { !problem.rows[$0].memberItems.isEmpty },
        amountCount: problem.amounts.count)
    }
  }

  var optionCount: Int { groups.reduce(0) { $0 + $1.optionCount } }

  /// Adds the shares of other items of the same problem.
  package mutating func append(_ other: GroupShares) {
    constant += other.constant
    for group in groups.indices { groups[group].append(other.groups[group]) }
    itemPrices += other.itemPrices
  }
}
