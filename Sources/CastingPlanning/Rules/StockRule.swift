import Allocation
import Casting

/// How many orders of a product can be served: the column `stock`.
///
/// It never makes a plan impossible: what is ordered beyond it earns nothing.
struct StockRule: CastingRule {
  /// By its place in the list.
  let product: Int
  let productID: String
  let limit: Double

  static func rules(of campaign: Campaign) -> [StockRule] {
    guard campaign.brief.objective != .reach else { return [] }
    return campaign.products.products.enumerated().filter { $1.stock.isFinite }.map {
      StockRule(product: $0, productID: $1.id, limit: $1.stock)
    }
  }

  var label: RuleLabel { .stock(productID: productID) }
  var name: String { "\(productID) stock" }
  var unit: RuleUnit { .units }
  var place: Int { product }

  func compile(into draft: inout ProblemDraft) { draft.stock[product] = limit }

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(
      name: name, lower: -.infinity, activity: reading.servedOutput[product],
      upper: limit, price: reading.prices.groupOutput[product], unit: unit)
  }

  func unprice(_ prices: inout AllocationPrices) { prices.groupOutput[product] = 0 }

  var sides: [RuleSide] { [] }
  func measure(in frame: RuleFrame) -> RuleMeasure { { _, _ in .nan } }
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {}

  func drop(from campaign: inout Campaign) {
    campaign.products.products[product].stock = .infinity
  }

  /// The same plan is worth more without it.
  var isWorthTheSame: Bool { false }
}
