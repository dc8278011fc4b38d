import Foundation

/// One deal by its place in the tables.
struct PlainDeal {
  var creator: Int
  var product: Int
  var format: String
  var cost: Double
  /// r_ds.
  var reach: [Double]
  /// The same as pools count them: a person of a video is a hundredth of one of a live deal, unless people
  /// are what is wanted.
  var fill: [Double]
}

extension PlainCampaign {
  /// The deal with the given affinity by (1), (4) and (8); nil when the format is not offered.
  func deal(_ creator: Int, _ product: Int, _ format: String, affinity: Double) -> PlainDeal? {
    guard let fee = number(creator, "fee_\(format)") else { return nil }
    let reach = viewers(creator, format) * people[creator] * affinity
    let cells = shares[creator].map { reach * $0 }
    let row = products[product]
    let factor = format == "live" ? 1 : 0.01
    let orders = factor * zip(conversion(product), cells).map(*).reduce(0, +)
    let price = Double(row["price"] ?? "") ?? 0
    let pay = fee + (number(creator, "commission") ?? 0) * price * orders
    let cost =
      (Double(row["product_cost"] ?? "") ?? 0) + max(number(creator, "guarantee") ?? 0, pay)
    return PlainDeal(
      creator: creator, product: product, format: format, cost: cost.rounded(.up), reach: cells,
      fill: objective == "reach" ? cells : cells.map { factor * $0 })
  }

  /// V · δ with announcements.
  private func viewers(_ creator: Int, _ format: String) -> Double {
    let rates =
      format == "live"
      ? [:] : ["nano": 0.377, "micro": 0.229, "mid": 0.229, "macro": 0.191, "mega": 0.191]
    let estimate = (number(creator, "followers") ?? 0) * (rates[tier(creator)] ?? 0.02)
    let views = number(creator, "views_\(format)") ?? estimate
    guard format == "live" else { return views }
    var factor = 1.0
    if let uplink = number(creator, "uplink_mbps") {
      let required = plainNumber(brief["required_uplink_mbps"]) ?? 10
      factor /= 1 + pow(required / uplink, 4) / 9
    }
    if let announcements = brief["announcements"] as? [String: Any] {
      let stages = announcements["stages"] as? [[String: Any]] ?? []
      let missed = stages.map { 1 - (plainNumber($0["strength"]) ?? 0) }.reduce(1, *)
      factor *= 1 + (plainNumber(announcements["lift"]) ?? 0) * (1 - missed)
    }
    return views * factor
  }

  /// c_js.
  func conversion(_ product: Int) -> [Double] {
    let row = products[product]
    let stated = brief["age_weight"] as? [String: Any]
    let defaults = ["20_29": 1.208, "30_39": 1.088]
    return Self.cells.indices.map { cell in
      let age = Self.ages[cell % 6]
      let weight = plainNumber(stated?["age_\(age)"]) ?? defaults[age] ?? 1
      let gender = cell < 6 ? "appeal_female" : "appeal_male"
      let rate = Double(row["conversion"] ?? "") ?? 0.02
      return min(1, rate * weight * (Double(row[gender] ?? "") ?? 1))
    }
  }

  /// N_js.
  func market(_ product: Int) -> [Double] {
    let people = Double(products[product]["market"] ?? "") ?? .infinity
    return population.map { people.isFinite ? people * $0 : .infinity }
  }

  /// u_j.
  func worth(_ product: Int) -> Double {
    func cell(_ name: String) -> Double { Double(products[product][name] ?? "") ?? 1 }
    return switch objective {
    case "gmv": cell("price")
    case "profit": cell("price") * cell("margin")
    case "ltv": cell("price") * cell("margin") * cell("lifetime_orders")
    default: 1
    }
  }

  func stock(_ product: Int) -> Double {
    objective == "reach" ? .infinity : Double(products[product]["stock"] ?? "") ?? .infinity
  }

  var orderCapacity: Double {
    objective == "reach" ? .infinity : plainNumber(brief["order_capacity"]) ?? .infinity
  }

  func activation(_ creator: Int) -> Double { number(creator, "activation_cost") ?? 0 }

  /// (5): orders (or people reached) of a product, before stock and capacity.
  func output(_ product: Int, _ deals: [PlainDeal]) -> Double {
    let own = deals.filter { $0.product == product }
    let yield = objective == "reach" ? [Double](repeating: 1, count: 12) : conversion(product)
    return zip(yield, market(product)).enumerated().map { cell, pool in
      let fill = own.map { $0.fill[cell] }.reduce(0, +)
      guard pool.1.isFinite, (brief["saturation"] as? String) != "none" else {
        return pool.0 * fill
      }
      let isLogarithmic = brief["saturation"] as? String == "logarithmic"
      return pool.0 * pool.1
        * (isLogarithmic ? log(1 + fill / pool.1) : 1 - exp(-fill / pool.1))
    }.reduce(0, +)
  }

  /// Costs and activation costs.
  func spend(_ deals: [PlainDeal]) -> Double {
    deals.map(\.cost).reduce(0, +)
      + Set(deals.map(\.creator)).sorted().map(activation).reduce(0, +)
  }

  /// (6) and (7): orders that are worth most are served first.
  func value(_ deals: [PlainDeal]) -> Double {
    var left = orderCapacity
    var value = subtractsCost ? -spend(deals) : 0
    for product in products.indices.sorted(by: { worth($0) > worth($1) }) {
      let served = min(output(product, deals), stock(product), left)
      left -= served
      value += worth(product) * served
    }
    return value
  }
}
