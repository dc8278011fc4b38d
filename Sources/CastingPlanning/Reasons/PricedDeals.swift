import Allocation
import Casting

/// Deals valued at a plan's prices: what they bring, what they are charged, and the cost at which
/// the two are equal.
final class PricedDeals: Sendable {
  private let problem: CastingProblem
  private let prices: AllocationPrices
  /// By kind, from rows that do not ask who the creator is: charge per deal, and per yen of cost.
  private let chargePerDeal: [Double]
  private let chargePerYen: [Double]
  /// Rows that do, with a price.
  private let personalRows: [(row: AllocationRow, price: Double)]
  /// Rows that charge a deal for what it has beside its cost, with a price.
  private let countingRows: [(row: AllocationRow, price: Double)]
  /// Rows that charge a creator once for all her deals inside, with a price.
  private let touchRows: [(row: AllocationRow, price: Double)]
  /// Charge per yen of activation.
  let chargePerActivationYen: Double

  init(problem: CastingProblem, prices: AllocationPrices) {
    let allocation = problem.allocation
    var perDeal = [Double](repeating: 0, count: problem.kinds.count)
    var perYen = [Double](repeating: allocation.costWeight, count: problem.kinds.count)
    var personal: [(AllocationRow, Double)] = []
    var perActivationYen = allocation.costWeight
    for (row, price) in zip(allocation.rows, prices.row) where price != 0 {
      perActivationYen += price * row.perFixedCost
      guard row.memberItems.isEmpty else {
        personal.append((row, price))
        continue
      }
      for kind in perDeal.indices {
        let charge = Self.charge(row, isInside: row.memberKinds.isEmpty || row.memberKinds[kind])
        perDeal[kind] += price * charge.perOption
        perYen[kind] += price * charge.perCost
      }
    }
    countingRows = zip(allocation.rows, prices.row)
      .filter { $0.countsAmounts && $1 != 0 }.map { ($0, $1) }
    touchRows = zip(allocation.rows, prices.row)
      .filter { $0.perTouchedItem != 0 && $1 != 0 }.map { ($0, $1) }
    self.problem = problem
    self.prices = prices
    chargePerDeal = perDeal
    chargePerYen = perYen
    personalRows = personal
    chargePerActivationYen = perActivationYen
  }

  /// A touched creator is charged like a deal: exact for her first deal in the group.
  private static func charge(_ row: AllocationRow, isInside: Bool) -> AllocationRow.Weight {
    guard isInside else { return row.outside }
    return AllocationRow.Weight(
      perOption: row.inside.perOption + row.perTouchedItem, perCost: row.inside.perCost)
  }

  /// Charges of a deal: whatever it costs, and per yen of its cost.
  private func charges(_ deal: DealCandidate) -> (perDeal: Double, perYen: Double) {
    var perDeal = chargePerDeal[deal.kind]
    var perYen = chargePerYen[deal.kind]
    for (row, price) in personalRows {
      let isInside = row.isInside(item: deal.creator, kind: deal.kind)
      let charge = Self.charge(row, isInside: isInside)
      perDeal += price * charge.perOption
      perYen += price * charge.perCost
    }
    for (row, price) in countingRows {
      let isInside = row.isInside(item: deal.creator, kind: deal.kind)
      perDeal +=
        price * (isInside ? row.inside : row.outside).perAmount * row.amount(among: deal.amounts)
    }
    return (perDeal, perYen)
  }

  /// The rule whose minimum presses most for a deal of a plan, which without it would fall below; nil where
  /// there is none.
  ///
  /// - Parameter rest: what the other deals of the plan come to, by row.
  func rule(crediting deal: DealCandidate, beside rest: [Double]) -> String? {
    var most: (name: String, credit: Double)?
    for (number, row) in problem.allocation.rows.enumerated()
    where prices.row[number] < 0
      && rest[number] < row.lower - 1e-9 * row.lower.magnitude
    {
      let credit = -prices.row[number] * row.sum(of: deal)
      if credit > most?.credit ?? 0 { most = (problem.ruleBook.entries[number].name, credit) }
    }
    return most?.name
  }

  /// Whether some row charges a creator once for all her deals.
  var hasTouchCharges: Bool { !touchRows.isEmpty }

  /// What every row that charges a creator once charges the deal; 0 where it stands outside.
  func touchCharges(creator: Int, kind: Int) -> [Double] {
    touchRows.map { row, price in
      let isInside =
        (row.memberItems.isEmpty || row.memberItems[creator])
        && (row.memberKinds.isEmpty || row.memberKinds[kind])
      return isInside ? price * row.perTouchedItem : 0
    }
  }

  /// What a reach is worth at the prices: Σ_s μ_js r_ds.
  func reachValue(creator: Int, product: Int, fill: Double) -> Double {
    guard fill > 0 else { return 0 }
    let segments = problem.allocation.segmentCount
    var sum = 0.0
    for cell in 0..<segments {
      sum +=
        prices.pool[product * segments + cell]
        * problem.allocation.segmentShares[creator * segments + cell]
    }
    return sum * fill
  }

  /// What a deal is worth at the prices, before its cost.
  func value(_ candidate: DealCandidate) -> Double {
    let product = problem.kinds.product(ofKind: candidate.kind)
    return candidate.ownValue
      + reachValue(creator: candidate.creator, product: product, fill: candidate.fill)
      - charges(candidate).perDeal
  }

  /// What a deal earns at the prices, without its creator's activation.
  func profit(_ candidate: DealCandidate) -> Double {
    value(candidate)
      - charges(candidate).perYen * candidate.cost
  }

  /// Charge for casting the creator at all.
  func activationCharge(_ creator: Int) -> Double {
    chargePerActivationYen * problem.allocation.items[creator].fixedCost
  }

  /// The cost at which a deal earns exactly `earnings`; infinite when no cost is too high.
  func cost(of candidate: DealCandidate, earning earnings: Double) -> Double {
    let perYen = charges(candidate).perYen
    return perYen > 0 ? (value(candidate) - earnings) / perYen : .infinity
  }
}

extension AllocationRow {
  /// What a deal adds to the sum as its creator's first one there.
  func sum(of deal: DealCandidate) -> Double {
    let isInside = isInside(item: deal.creator, kind: deal.kind)
    let side = isInside ? inside : outside
    let touch = isInside ? perTouchedItem : 0
    let sum = side.perOption + touch + side.perCost * deal.cost
    return side.perAmount == 0 ? sum : sum + side.perAmount * amount(among: deal.amounts)
  }
}
