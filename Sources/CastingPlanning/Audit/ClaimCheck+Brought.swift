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
      ] + followingFigures(claimed, inputs), scale: scale)
  }

  /// What follows from these by a division or a sum; nothing agrees with nothing.
  private func followingFigures(
    _ totals: PlanTotals, _ inputs: AuditInputs
  ) -> [(place: AuditPlace, expected: Double, found: Double)] {
    guard let money = claims.details?.money else { return [] }
    let (absent, rate) = (Double.infinity, inputs.campaign.brief.terms.tax?.rate)
    return [
      (.plan, totals.clientSpend - totals.spend, money.margin),
      (.plan, claims.budget, money.clientBudget),
      (
        .plan, totals.orders > 0 ? totals.spend / totals.orders : absent,
        money.costPerOrder ?? absent
      ),
      (
        .plan, totals.spend > 0 ? totals.sales / totals.spend : absent,
        money.returnOnSpend ?? absent
      ),
      (.plan, rate ?? absent, money.taxRate ?? absent),
      (
        .plan, rate.map { totals.clientSpend * (1 + $0) } ?? absent,
        money.clientSpendWithTax ?? absent
      ),
    ]
  }

  /// What the client pays for each deal.
  func clientCostPairs(
    _ claimed: [PlanClaims.CostParts?], _ inputs: AuditInputs
  ) -> [(place: AuditPlace, expected: Double, found: Double)] {
    zip(claims.deals, claimed).compactMap { deal, parts in
      parts?.clientCost.map { (AuditPlace(deal), clientCost(deal.cost, inputs), $0) }
    }
  }

  /// k' = ceil(k (1 + rate)) + per deal, in decimals: a rate such as 0.15 is no binary number.
  private func clientCost(_ cost: Double, _ inputs: AuditInputs) -> Double {
    let agency = inputs.campaign.brief.terms.agency
    guard agency.isPaid else { return cost }
    var fee = Decimal(cost) * (Decimal(string: agency.rate.description) ?? 0)
    var whole = Decimal()
    let digits = inputs.campaign.brief.terms.money.decimals
    NSDecimalRound(&whole, &fee, digits, .up)
    if digits > 0 {
      var (perDeal, least) = (Decimal(string: agency.perDeal.description) ?? 0, Decimal())
      NSDecimalRound(&least, &perDeal, digits, .up)
      return cost + NSDecimalNumber(decimal: whole + least).doubleValue
    }
    return cost + NSDecimalNumber(decimal: whole).doubleValue + agency.perDeal.rounded(.up)
  }

  /// What the client pays for the plan.
  private func clientSpend(_ inputs: AuditInputs) -> Double {
    let agency = inputs.campaign.brief.terms.agency
    guard agency.isPaid else { return claims.spend }
    var (sum, costs) = (0.0, 0.0)
    for deal in claims.deals {
      sum += clientCost(deal.cost, inputs)
      costs += deal.cost
    }
    return sum + (claims.spend - costs) * (1 + agency.rate) + agency.fixed
  }
}
