import Casting

extension ClaimCheck {
  /// Orders, sales and profit, worked out again from the deals: booked as orders, whatever the objective.
  func totalsFinding(_ claimed: PlanTotals, _ inputs: AuditInputs) -> AuditFinding {
    let products = inputs.campaign.products.products
    var asked = [Double](repeating: 0, count: products.count)
    for (deal, prefix) in zip(claims.deals, prefixes) {
      if let product = inputs.product(deal.productID) { asked[product] += prefix.orders }
    }
    var capacity = inputs.campaign.brief.orderCapacity
    var (orders, sales, margin) = (0.0, 0.0, 0.0)
    let worth = subject.problem.groupWorth
    for product in products.indices.sorted(by: { (worth[$1], $0) < (worth[$0], $1) }) {
      var served = asked[product]
      if subject.objective != .reach {
        served = min(served, products[product].stock, capacity)
        capacity -= served
      }
      orders += served
      sales += served * products[product].price
      margin += served * products[product].price * products[product].margin
    }
    for deal in claims.deals {
      guard let product = inputs.product(deal.productID) else { continue }
      let value = inputs.predictedValue(of: deal, product: product)
      let (price, share) = (products[product].price, products[product].margin)
      switch subject.objective {
      case .gmv: (sales, margin) = (sales + value, margin + share * value)
      case .profit: margin += value
      case .ltv: margin += value / products[product].lifetimeOrders
      case .orders:
        orders += value
        (sales, margin) = (sales + value * price, margin + value * price * share)
      case .reach: break
      }
    }
    let scale = margin + claims.spend
    return compare(
      .totals,
      [
        (.plan, orders, claimed.orders), (.plan, sales, claimed.sales),
        (.plan, margin - claims.spend, claimed.profit), (.plan, claims.spend, claimed.spend),
      ], scale: scale)
  }
}
