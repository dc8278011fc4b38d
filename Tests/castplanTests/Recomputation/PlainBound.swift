import Foundation

/// The Lagrangian bound at the prices of a plan.json, summed over every deal there could be.
struct PlainBound {
  let campaign: PlainCampaign
  let prices: [String: Any]
  /// Rule name to its price, limits and use.
  let rules: [[String: Any]]

  init(campaign: PlainCampaign, plan: [String: Any]) {
    self.campaign = campaign
    prices = plan["prices"] as? [String: Any] ?? [:]
    rules = plan["rules"] as? [[String: Any]] ?? []
  }

  private func price(ofRule name: String) -> Double {
    plainNumber(rules.first { $0["name"] as? String == name }?["price"]) ?? 0
  }

  /// Prices of the quotas, which follow the budget and the products in the brief's order.
  private var quotaPrices: [Double] {
    let others = rules.filter { rule in
      let name = rule["name"] as? String ?? ""
      return name != "budget" && name != "order capacity"
        && !campaign.products.contains { name.hasPrefix(($0["product_id"] ?? "") + " ") }
    }
    return others.map { plainNumber($0["price"]) ?? 0 }
  }

  private func price(_ table: String, _ key: String) -> Double {
    plainNumber((prices[table] as? [String: Any])?[key]) ?? 0
  }

  /// D(prices); `affinity` by creator and product.
  func total(affinity: [[Double]]) -> Double {
    sharedPart() + creatorsPart(affinity)
  }

  private func charged(_ price: Double, _ lower: Double?, _ upper: Double?) -> Double {
    price == 0 ? 0 : price * ((price > 0 ? upper : lower) ?? .nan)
  }

  /// What the budget, rules, stocks and pools are worth at their prices.
  private func sharedPart() -> Double {
    var sum = charged(price(ofRule: "budget"), nil, campaign.budget)
    for (quota, price) in zip(campaign.quotaList, quotaPrices)
    where quota.measure != "spend_share" {
      sum += charged(price, quota.minimum, quota.maximum)
    }
    let capacityPrice = plainNumber(prices["order_capacity"]) ?? 0
    sum += charged(capacityPrice, nil, campaign.orderCapacity)
    for product in campaign.products.indices {
      let row = campaign.products[product]
      let id = row["product_id"] ?? ""
      sum += charged(
        price(ofRule: "\(id) creators"), Double(row["min_creators"] ?? ""),
        Double(row["max_creators"] ?? ""))
      sum += charged(price(ofRule: "\(id) spend"), nil, Double(row["max_spend"] ?? ""))
      sum += charged(price("stock", id), nil, campaign.stock(product))
      sum += pools(product).map(\.gain).reduce(0, +)
    }
    return sum
  }

  /// By cell: the price of its reach, and the most it can gain at that price (the conjugate of
  /// the random-duplication curve).
  private func pools(_ product: Int) -> [(price: Double, gain: Double)] {
    let id = campaign.products[product]["product_id"] ?? ""
    let stated = (prices["reach"] as? [String: Any])?[id] as? [String: Any] ?? [:]
    let unit =
      campaign.worth(product) - price("stock", id)
      - (plainNumber(prices["order_capacity"]) ?? 0)
    let market = campaign.market(product)
    return campaign.conversion(product).enumerated().map { cell, conversion in
      let slope = max(0, unit) * conversion
      guard market[cell].isFinite else { return (slope, 0) }
      let price = plainNumber(stated[PlainCampaign.cells[cell]]) ?? 0
      guard price < slope else { return (price, 0) }
      let entropy = price == 0 ? 0 : price * log(price / slope)
      return (price, market[cell] * (slope - price + entropy))
    }
  }

  /// The best each creator can do for herself at the prices.
  private func creatorsPart(_ affinity: [[Double]]) -> Double {
    let reachPrices = campaign.products.indices.map { pools($0).map(\.price) }
    let own = campaign.subtractsCost ? 1.0 : 0
    let budgetPrice = price(ofRule: "budget")
    var sum = 0.0
    for creator in campaign.creators.indices
    where campaign.isAvailable(creator) && !campaign.isBanned(creator) {
      let activation = campaign.activation(creator)
      let best = campaign.products.indices.map { product in
        campaign.formats.compactMap { format -> Double? in
          guard
            let deal = campaign.deal(
              creator, product, format, affinity: affinity[creator][product]),
            deal.cost + activation <= campaign.budget,
            // Too dear for the product all by itself: no plan has it.
            deal.cost <= Double(campaign.products[product]["max_spend"] ?? "") ?? .infinity
          else { return nil }
          return profit(deal, reachPrices[product], own: own, budgetPrice: budgetPrice)
        }.max() ?? -.infinity
      }
      sum += choice(creator, best, activation: (own + budgetPrice) * activation)
    }
    return sum
  }

  /// Worth of a deal's reach at the prices less its priced cost.
  private func profit(
    _ deal: PlainDeal, _ reachPrices: [Double], own: Double, budgetPrice: Double
  ) -> Double {
    let id = campaign.products[deal.product]["product_id"] ?? ""
    var profit = zip(reachPrices, deal.fill).map(*).reduce(0, +)
    profit -= (own + budgetPrice + price(ofRule: "\(id) spend")) * deal.cost
    profit -= price(ofRule: "\(id) creators")
    for (quota, price) in zip(campaign.quotaList, quotaPrices) {
      let isInside = campaign.selects(quota, deal)
      if quota.measure == "spend_share" {
        let share = quota.minimum ?? quota.maximum ?? 0
        profit -= price * (isInside ? 1 - share : -share) * deal.cost
      } else if isInside {
        profit -= price
      }
    }
    return profit
  }

  /// Within her slots, one deal a product, with her locks.
  private func choice(_ creator: Int, _ best: [Double], activation: Double) -> Double {
    let id = campaign.creators[creator]["creator_id"]
    let locks = campaign.lockList.filter { $0.creator == id }
    let asked = Set(locks.compactMap { $0.product.flatMap(campaign.product) })
    let slots = Int(campaign.number(creator, "slots") ?? 1)
    var sum = asked.sorted().map { best[$0] }.reduce(0, +)
    let others = best.indices.filter { !asked.contains($0) }.map { best[$0] }.sorted(by: >)
    let free = others.prefix(slots - asked.count)
    sum += free.filter { $0 > 0 }.reduce(0, +)
    if !locks.isEmpty {
      if asked.isEmpty, let first = free.first, first <= 0 { sum += first }
      return sum - activation
    }
    return max(0, sum - activation)
  }
}
