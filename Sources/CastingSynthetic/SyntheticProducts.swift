import Casting
import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Invented products for a campaign of about a given number of deals.
package struct SyntheticProducts: Sendable {
  package let seed: UInt64
  package let count: Int
  /// Deals the campaign has money for; stocks, markets and limits are sized by it.
  package let deals: Int

  package init(seed: UInt64, count: Int, deals: Int) {
    self.seed = seed
    self.count = count
    self.deals = deals
  }

  private static let brands = ["ソラノハ", "モリトツキ", "ナギサ工房", "コハル堂", "ユメミチ", "ホシノネ"]

  /// The products in file order.
  package func products() -> [Product] {
    var random = SeededGenerator(seed: seed, stream: 0)
    let topics = SyntheticTopic.all
    var order: [SyntheticTopic] = []
    while order.count < count { order += random.sample(topics.count, of: topics) }
    return (0..<count).map { product($0, topic: order[$0], &random) }
  }

  private func product(
    _ row: Int, topic: SyntheticTopic, _ random: inout SeededGenerator
  ) -> Product {
    let number = String(row + 1)
    let id = "P" + String(repeating: "0", count: max(0, 2 - number.count)) + number
    let price = random.lognormal(median: topic.price, spread: 0.3)
    var product = Product(id: id, price: max(980, (price / 100).rounded() * 100 - 20))
    product.name = random.pick(Self.brands) + " " + random.pick(topic.goods)
    product.description = topic.pitch.joined(separator: "。") + "(合成データ)"
    product.category = topic.category
    product.niche = random.sample(1 + random.index(below: 2), of: topic.tags)
      .joined(separator: ";")
    product.margin = (random.uniform(0.4, 0.7) * 100).rounded() / 100
    product.conversion =
      random.chance(0.25) ? nil : (random.uniform(0.012, 0.028) * 1000).rounded() / 1000
    product.lifetimeOrders = random.chance(0.3) ? 1 : (random.uniform(1.2, 3.6) * 10).rounded() / 10
    product.costPerDeal = random.pick([0, 0, 1_500, 3_000])
    if random.chance(0.5) {
      product.appealFemale = (min(1.4, 0.6 + topic.female * 0.8) * 100).rounded() / 100
      product.appealMale = (min(1.4, 1.4 - topic.female * 0.8) * 100).rounded() / 100
    }
    drawLimits(&product, &random)
    return product
  }

  /// Stock, market and the brand's wishes, sized by the deals of one product.
  private func drawLimits(_ product: inout Product, _ random: inout SeededGenerator) {
    let perProduct = Double(deals) / Double(max(1, count))
    let market = random.lognormal(median: max(1, perProduct) * 12_000, spread: 0.6)
    product.market = (market / 1000).rounded(.up) * 1000
    let stock = random.lognormal(median: max(1, perProduct) * 200, spread: 0.6)
    product.stock = random.chance(0.45) ? .infinity : (stock / 10).rounded(.up) * 10
    product.minimumCreators = random.chance(0.5) && perProduct >= 2 ? 1 : 0
    product.maximumCreators = random.chance(0.6) ? Int(perProduct * 2) + 1 : nil
    if random.chance(0.4) { product.maximumSpend = (perProduct * 3).rounded(.up) * 100_000 }
  }
}

/// The products as CSV, columns as castplan reads them.
extension SyntheticProducts {
  /// The whole file.
  package func table() -> String {
    ([Self.columns] + rows()).map { SyntheticTable.line($0) }.joined()
  }

  /// Names of the columns.
  package static let columns = [
    "product_id", "name", "description", "category", "niche", "price", "margin", "conversion",
    "stock", "market", "lifetime_orders", "product_cost", "min_creators", "max_creators",
    "max_spend", "appeal_female", "appeal_male",
  ]

  /// The cells of each product, in the order of `columns`.
  package func rows() -> [[String]] { products().map(Self.cells) }

  private static func cells(_ product: Product) -> [String] {
    func finite(_ number: Double) -> String {
      number.isFinite ? SyntheticTable.cell(number) : ""
    }
    return [
      product.id, product.name, product.description, product.category, product.niche,
      finite(product.price), finite(product.margin), SyntheticTable.cell(product.conversion),
      finite(product.stock), finite(product.market), finite(product.lifetimeOrders),
      finite(product.costPerDeal), String(product.minimumCreators),
      SyntheticTable.cell(product.maximumCreators), finite(product.maximumSpend),
      finite(product.appealFemale), finite(product.appealMale),
    ]
  }
}
