import Casting
import Foundation

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
        (.plan, clientSpend(inputs), claimed.clientSpend),
      ], scale: scale)
  }

  /// What the client pays for the deals, in decimals: a rate such as 0.15 is no binary number.
  private func clientSpend(_ inputs: AuditInputs) -> Double {
    let agency = inputs.campaign.brief.terms.agency
    guard agency.isPaid else { return claims.spend }
    let rate = Decimal(string: agency.rate.description) ?? 0
    var (sum, costs) = (0.0, 0.0)
    for deal in claims.deals {
      var fee = Decimal(deal.cost) * rate
      var whole = Decimal()
      NSDecimalRound(&whole, &fee, 0, .up)
      sum += deal.cost + NSDecimalNumber(decimal: whole).doubleValue + agency.perDeal.rounded(.up)
      costs += deal.cost
    }
    return sum + (claims.spend - costs) * (1 + agency.rate) + agency.fixed
  }
}
