import Allocation
import Casting

/// How many creators a product gets: the columns `min_creators` and `max_creators`.
struct ProductCreatorsRule: SumRule {
  /// By its place in the list.
  let product: Int
  let productID: String
  let minimum: Double?
  let maximum: Double?

  static func rules(of campaign: Campaign) -> [ProductCreatorsRule] {
    campaign.products.products.enumerated().compactMap { number, product in
      let minimum = product.minimumCreators > 0 ? Double(product.minimumCreators) : nil
      let maximum = product.maximumCreators.map { Double($0) }
      guard minimum != nil || maximum != nil else { return nil }
      return ProductCreatorsRule(
        product: number, productID: product.id, minimum: minimum, maximum: maximum)
    }
  }

  var label: RuleLabel {
    .productCreators(productID: productID, minimum: minimum, maximum: maximum)
  }
  var name: String { "\(productID) creators" }
  var unit: RuleUnit { .creators }
  var place: Int { product }

  /// A creator has one deal of a product at most.
  func row(in frame: RuleFrame) -> AllocationRow {
    AllocationRow(
      lower: minimum ?? -.infinity, upper: maximum ?? .infinity,
      memberKinds: frame.kinds(ofProduct: product), inside: .init(perOption: 1))
  }

  var sides: [RuleSide] {
    var sides: [RuleSide] = []
    if let minimum {
      sides.append(
        RuleSide(
          .minimum, limit: minimum, unit: unit, word: "min_creators", order: .productNeed))
    }
    if let maximum {
      sides.append(
        RuleSide(
          .maximum, limit: maximum, unit: unit, word: "max_creators", order: .productLimit))
    }
    return sides
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    for (side, setting) in zip(sides, settings) {
      if side.side == .minimum {
        campaign.products.products[product].minimumCreators =
          Int((setting.limit ?? 0).rounded(.up))
      } else {
        campaign.products.products[product].maximumCreators =
          setting.limit.map { Int($0.rounded(.down)) }
      }
    }
  }
}
