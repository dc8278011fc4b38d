import Casting

/// What deals bring and cost together, whatever the objective.
///
/// Orders that cannot be served count for nothing, but for the objective `reach`, to which neither stock
/// nor capacity apply.
public struct PlanTotals: Sendable, Equatable {
  /// How many.
  public var orders: Double
  /// Money.
  public var sales: Double
  /// Money: the margin of these sales less the spend.
  public var profit: Double
  /// Money, activation included.
  public var spend: Double
  /// Money that an agency's client pays: the spend where there is none.
  public var clientSpend: Double

  /// Money that the agency earns.
  public var margin: Double { clientSpend - spend }
  /// Money that an order costs; nil without orders.
  public var costPerOrder: Double? { orders > 0 ? spend / orders : nil }
  /// Sales for a yen of spend; nil where nothing is spent.
  public var returnOnSpend: Double? { spend > 0 ? sales / spend : nil }

  package init(
    orders: Double, sales: Double, profit: Double, spend: Double, clientSpend: Double
  ) {
    (self.orders, self.sales, self.profit) = (orders, sales, profit)
    (self.spend, self.clientSpend) = (spend, clientSpend)
  }
}

extension CastingProblem {
  /// What a choice of options brings and costs.
  ///
  /// - Parameter spend: of the choice, money.
  func totals(_ options: [Int], spend: Double) -> PlanTotals {
    let products = campaign.products.products
    var totals = PlanTotals(
      orders: 0, sales: 0, profit: -spend, spend: spend,
      clientSpend: clientSpend(options, spend: spend))
    for (product, orders) in served(expectedOrders(options)).enumerated() {
      totals.add(orders: orders, of: products[product])
    }
    guard !allocation.optionValue.isEmpty else { return totals }
    for (choice, option) in zip(allocation.choices(options), options.sorted()) {
      let kind = Int(allocation.optionKind[option])
      totals.add(
        value: predictedValue(creator: Int(choice.item), kind: kind),
        of: products[kinds.product(ofKind: kind)], campaign.brief.objective)
    }
    return totals
  }

  /// Money: Σ k' + activation (1 + rate) + fixed.
  private func clientSpend(_ options: [Int], spend: Double) -> Double {
    let agency = campaign.brief.terms.agency
    guard let list = amounts.index(of: .surcharge) else { return spend }
    let deals = options.reduce(0.0) { $0 + allocation.optionCost[$1] }
    let surcharges = options.reduce(0.0) { $0 + allocation.amounts[list][$1] }
    return deals + surcharges + agency.charge(onActivation: spend - deals) + agency.fixed
  }

  /// Of every product, before stock and capacity; m.
  private func expectedOrders(_ options: [Int]) -> [Double] {
    let cells = response.cellCount
    var fill = [Double](repeating: 0, count: kinds.productCount * cells)
    for (choice, option) in zip(allocation.choices(options), options.sorted()) {
      let kind = Int(choice.kind)
      let product = kinds.product(ofKind: kind)
      let people =
        people(option: option, creator: Int(choice.item))
        * response.factor(
          creator: Int(choice.item), product: product, format: kinds.format(ofKind: kind))
      for cell in 0..<cells {
        fill[product * cells + cell] +=
          people * allocation.segmentShares[Int(choice.item) * cells + cell]
      }
    }
    return (0..<kinds.productCount).map {
      response.orders(
        product: $0, fill: fill[$0 * cells..<($0 + 1) * cells], curve: campaign.brief.saturation)
    }
  }

  /// Model (6): those worth most first.
  private func served(_ orders: [Double]) -> [Double] {
    guard campaign.brief.objective != .reach else { return orders }
    var served = orders
    var left = allocation.totalOutputLimit
    let worth = allocation.groupWorth
    for product in orders.indices.sorted(by: { (-worth[$0], $0) < (-worth[$1], $1) }) {
      served[product] = min(orders[product], allocation.groupOutputLimit[product], left)
      left -= served[product]
    }
    return served
  }
}

extension PlanTotals {
  fileprivate mutating func add(orders: Double, of product: Product) {
    self.orders += orders
    sales += product.price * orders
    profit += product.price * product.margin * orders
  }

  /// What the user predicts of a deal, as far as it says more than the objective.
  fileprivate mutating func add(value: Double, of product: Product, _ objective: Objective) {
    switch objective {
    case .gmv:
      sales += value
      profit += product.margin * value
    case .profit: profit += value
    case .ltv: profit += value / product.lifetimeOrders
    case .orders: add(orders: value, of: product)
    case .reach: break
    }
  }
}
