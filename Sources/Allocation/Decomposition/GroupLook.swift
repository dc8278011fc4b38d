import Synchronization

/// Divides what items may take among the groups of a problem, at given prices.
///
/// What an item may take at most, of a key or in all, and what it must take have prices that its
/// options pay or earn; its fixed cost is divided. At the prices of the look, an item's best choice is
/// worth what its shares are worth together wherever its rules allow that, and never more. Links between
/// items are left aside: the shares can only be worth more for that.
package struct GroupLook: Sendable {
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
  package var isOverfull: Bool { counter.count.load(ordering: .relaxed) > mostListed }

  /// The shares of all items of a problem with the groups, kinds and rows of the whole one; works on the
  /// calling thread. O(n · G · S + D).
  ///
  /// - Parameter first: number of its first item among those of all problems looked at.
  package func shares(of problem: AllocationProblem, first: Int) -> GroupShares {
    shares(of: ProblemIndex(problem), 0..<problem.itemCount, first: first)
  }

  func shares(of index: ProblemIndex, _ items: some Sequence<Int>, first: Int) -> GroupShares {
    var joint = prices
    for row in joint.row.indices where !rows.isLinking(row) { joint.row[row] = 0 }
    let linking = PriceTables(index: index, prices: joint)
    var choices = ItemChoices(tables: PriceTables(index: index, prices: prices))
    let floors = OfferFloors(index.problem, radii: radii)
    var shares = GroupShares(problem: index.problem, rows: rows)
    for item in items where !isOverfull {
      let fixedCost = linking.perFixedCost * index.problem.items[item].fixedCost
      var division = ItemDivision(
        index.problem, item: item,
        offers: offers(of: item, &choices, linking, floors, fixedCost: fixedCost),
        fixedCost: fixedCost)
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

  /// The options of the item that tell in how it is divided; none if it is worth nothing and has none to be
  /// listed.
  private func offers(
    of item: Int, _ choices: inout ItemChoices, _ linking: PriceTables, _ floors: OfferFloors,
    fixedCost: Double
  ) -> [ItemDivision.Offer] {
    let tables = choices.tables
    let problem = tables.index.problem
    let rules = problem.items[item]
    choices.price(item)
    let start = problem.optionStart[item]
    let range = start..<problem.optionStart[item + 1]
    let takesOne = rules.slots == 1
    // What must be taken counts whatever it loses; a fixed cost that pays may make up for any loss.
    let countsAll =
      rules.isRequired || !rules.requiredKinds.isEmpty || !takesOne && fixedCost < 0
    var rivals: (Int32, Int32) = (-1, -1)
    if takesOne && !countsAll {
      guard floors.isReached(by: choices.ownProfit, problem.optionKind[range]) else { return [] }
      rivals = floors.rivals(choices.ownProfit, problem.optionKind[range])
    }
    var offers: [ItemDivision.Offer] = []
    for option in range where choices.ownProfit[option - start] > -.infinity {
      let kind = Int(problem.optionKind[option])
      let group = problem.kindGroup[kind]
      var profit = choices.ownProfit[option - start]
      if takesOne {
        // The two groups that it is worth most to set its price.
        guard countsAll || profit >= floors.least[kind] || group == rivals.0 || group == rivals.1
        else { continue }
        profit += fixedCost
      } else {
        // The fixed cost is paid once. Options that touch a row together pay for it once, and are paid for it
        // once: here none pays, and all are paid.
        profit += fixedCost + tables.touchPrice(option: option, item: item)
        profit -= tables.touchPayment(option: option, item: item)
        guard countsAll || profit >= floors.least[kind] else { continue }
      }
      var charge = linking.payment(option: option, item: item)
      charge +=
        takesOne
        ? linking.touchPrice(option: option, item: item)
        : linking.touchPayment(option: option, item: item)
      offers.append(
        .init(
          option: Int32(option), kind: Int32(kind), group: group,
          key: problem.kindExclusion[kind], charge: charge, profit: profit))
    }
    return offers
  }
}

/// What an option must be worth to tell in how its item is divided.
private struct OfferFloors {
  /// By kind: options that lose more than this are neither worth anything nor listed.
  let least: [Double]
  private let kindGroup: [Int32]

  /// - Parameter radii: how much an option may lose its group to be listed; G.
  init(_ problem: AllocationProblem, radii: [Double]) {
    kindGroup = problem.kindGroup
    least = problem.kindGroup.map { min(0, -radii[Int($0)]) }
  }

  /// Whether an option of an item that takes one tells.
  func isReached(by profit: [Double], _ kinds: ArraySlice<Int32>) -> Bool {
    var place = 0
    for kind in kinds {
      if profit[place] >= least[Int(kind)] { return true }
      place += 1
    }
    return false
  }

  /// The two groups whose best options are worth most; ties go to the first.
  func rivals(_ profit: [Double], _ kinds: ArraySlice<Int32>) -> (Int32, Int32) {
    var first = (group: Int32(-1), profit: -Double.infinity)
    var second = first
    var place = 0
    for kind in kinds {
      let (group, own) = (kindGroup[Int(kind)], profit[place])
      place += 1
      if group == first.group {
        first.profit = max(first.profit, own)
      } else if own > first.profit {
        second = first
        first = (group, own)
      } else if own > second.profit {
        second = (group, own)
      }
    }
    return (first.group, second.group)
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
