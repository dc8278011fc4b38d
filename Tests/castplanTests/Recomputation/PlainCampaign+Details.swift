import Foundation

/// What a cost is made of, JPY.
struct PlainCost {
  var fee: Double
  var reserve: Double
  var product: Double
}

extension PlainCampaign {
  /// (8) part by part: commission on what the deal would sell by itself, or the guarantee's rest, and
  /// whatever rounding up to a whole yen adds.
  func cost(_ deal: PlainDeal) -> PlainCost {
    let fee = number(deal.creator, "fee_\(deal.format)") ?? .nan
    let row = products[deal.product]
    let product = Double(row["product_cost"] ?? "") ?? 0
    let sold =
      zip(conversion(deal.product), deal.reach).map(*).reduce(0, +)
      * (deal.format == "live" ? 1 : 0.01)
    let commission =
      (number(deal.creator, "commission") ?? 0) * (Double(row["price"] ?? "") ?? 0) * sold
    let guarantee = number(deal.creator, "guarantee") ?? 0
    let reserve = max(commission, guarantee - fee)
    return PlainCost(fee: fee, reserve: reserve.rounded(.up), product: product)
  }

  /// Different people among those that a product's deals reach in a cell: each is missed by chance.
  func distinct(_ reach: Double, of people: Double) -> Double {
    guard people.isFinite else { return reach }
    return switch brief["saturation"] as? String {
    case "none": reach
    case "logarithmic": people * log(1 + reach / people)
    default: people - people * exp(-reach / people)
    }
  }

  /// The age band with most of the audience; nil where the roster does not know all of them.
  func mainAge(_ creator: Int) -> String? {
    let shares = Self.ages.compactMap { number(creator, "age_\($0)") }
    guard shares.count == 6 else { return nil }
    var best = 0
    for band in 1..<6 where shares[band] > shares[best] { best = band }
    return Self.ages[best]
  }
}
