import Allocation
import Casting

/// What deals of a product may cost together: the column `max_spend`.
struct ProductSpendRule: SumRule {
  /// By its place in the list.
  let product: Int
  let productID: String
  /// Money.
  let limit: Double

  static func rules(of campaign: Campaign) -> [ProductSpendRule] {
    campaign.products.products.enumerated().filter { $1.maximumSpend.isFinite }.map {
      ProductSpendRule(product: $0, productID: $1.id, limit: $1.maximumSpend)
    }
  }

  var label: RuleLabel { .productSpend(productID: productID, maximum: limit) }
  var name: String { "\(productID) spend" }
  var unit: RuleUnit { .yen }
  var place: Int { product }

  func row(in frame: RuleFrame) -> AllocationRow {
    AllocationRow(
      upper: limit, memberKinds: frame.kinds(ofProduct: product), inside: .init(perCost: 1))
  }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: limit, unit: unit, word: "max_spend", order: .productLimit)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.products.products[product].maximumSpend = settings[0].limit ?? .infinity
  }
}
