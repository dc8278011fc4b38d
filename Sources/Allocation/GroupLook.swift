import Synchronization

/// Divides what items may take among the groups of a problem, at given prices.
///
/// What an item may take at most, of a key or in all, and what it must take have prices that its
/// options pay or earn; its fixed cost is divided. At the prices of the look, an item's best choice is
/// worth what its shares are worth together wherever its rules allow that, and never more. Links between
/// items are left aside: the shares can only be worth more for that.
public struct GroupLook: Sendable {
  /// Counts what is listed, on all threads.
  private final class Counter: Sendable {
    let count = Atomic<Int>(0)
  }

  let prices: AllocationPrices
  let itemPrices: [Int32: [ItemPrice]]
  /// How much an option may lose its group to be listed; G.
  let radii: [Double]
  /// Nothing more is listed once there are more options than this.
  let mostListed: Int
  private let rows: GroupRows
  private let counter = Counter()

  init(
    prices: AllocationPrices, itemPrices: [Int32: [ItemPrice]], rows: GroupRows, radii: [Double],
    mostListed: Int = .max
  ) {
    self.prices = prices
    self.itemPrices = itemPrices
    self.rows = rows
    self.radii = radii
    self.mostListed = mostListed
  }

  /// Whether options were left out for being too many.
  public var isOverfull: Bool { counter.count.load(ordering: .relaxed) > mostListed }

  /// The shares of all items of a problem with the groups, kinds and rows of the whole one; works on the
  /// calling thread. O(n · G · S + D).
  ///
  /// - Parameter first: number of its first item among those of all problems looked at.
  public func shares(of problem: AllocationProblem, first: Int) -> GroupShares {
    shares(of: ProblemIndex(problem), 0..<problem.itemCount, first: first)
  }

  func shares(of index: ProblemIndex, _ items: some Sequence<Int>, first: Int) -> GroupShares {
    var joint = prices
    for row in joint.row.indices where !rows.isLinking(row) { joint.row[row] = 0 }
    let linking = PriceTables(index: index, prices: joint)
    var choices = ItemChoices(tables: PriceTables(index: index, prices: prices))
    var shares = GroupShares(problem: index.problem, rows: rows)
    for item in items where !isOverfull && mayMatter(item, &choices) {
      let fixedCost = linking.perFixedCost * index.problem.items[item].fixedCost
      var division = ItemDivision(
        index.problem, item: item,
        offers: offers(of: item, &choices, linking, fixedCost: fixedCost), fixedCost: fixedCost)
      if division.isEmpty { continue }
      if division.isWhole {
        division.add(
          to: &shares, as: first + item, whole: choices.bestAlone(item).profit, radii: radii,
          of: index.problem)
      } else {
        division.price(known: itemPrices[Int32(first + item)])
        division.add(to: &shares, as: first + item, radii: radii, of: index.problem)
      }
    }
    counter.count.wrappingAdd(shares.optionCount, ordering: .relaxed)
    return shares
  }

  /// Whether the item is worth anything, has an option to be listed, or must take one.
  private func mayMatter(_ item: Int, _ choices: inout ItemChoices) -> Bool {
    let problem = choices.tables.index.problem
    let rules = problem.items[item]
    // Of several options together the fixed cost is paid once.
    guard rules.slots == 1, !rules.isRequired, rules.requiredKinds.isEmpty else { return true }
    choices.price(item)
    let range = problem.optionStart[item]..<problem.optionStart[item + 1]
    return range.contains { option in
      let profit = choices.ownProfit[option - range.lowerBound]
      let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
      return profit >= min(0, -radii[group])
    }
  }

  /// The options that the item may take, with their groups.
  private func offers(
    of item: Int, _ choices: inout ItemChoices, _ linking: PriceTables, fixedCost: Double
  ) -> [ItemDivision.Offer] {
    let tables = choices.tables
    let problem = tables.index.problem
    choices.price(item)
    let start = problem.optionStart[item]
    let takesOne = problem.items[item].slots == 1
    var offers: [ItemDivision.Offer] = []
    for option in start..<problem.optionStart[item + 1]
    where choices.ownProfit[option - start] > -.infinity {
      let kind = Int(problem.optionKind[option])
      var profit = choices.ownProfit[option - start] + fixedCost
      var charge = linking.payment(option: option, item: item)
      if takesOne {
        charge += linking.touchPrice(option: option, item: item)
      } else {
        // Options that touch a row together pay for it once, and are paid for it once: here none pays, and
        // all are paid.
        profit += tables.touchPrice(option: option, item: item)
        profit -= tables.touchPayment(option: option, item: item)
        charge += linking.touchPayment(option: option, item: item)
      }
      offers.append(
        .init(
          option: Int32(option), kind: Int32(kind), group: problem.kindGroup[kind],
          key: problem.kindExclusion[kind], charge: charge, profit: profit))
    }
    return offers
  }
}

extension PriceTables {
  /// Price of those touches of an option that it is paid for; ≤ 0.
  fileprivate func touchPayment(option: Int, item: Int) -> Double {
    let touched = index.touchRange(item: item, kind: index.problem.optionKind[option])
    return index.touches[touched].reduce(0) {
      $0 + min(0, rowPrices[Int($1.row)] * $1.perOption)
    }
  }
}
