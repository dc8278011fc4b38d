import Casting
import CastingSynthetic
import Testing

@Suite struct SyntheticProductsTests {
  @Test(arguments: [1, 8, 50])
  func productsAreUsable(count: Int) {
    let products = SyntheticProducts(seed: 5, count: count, deals: 25).products()
    #expect(products.count == count)
    #expect(Set(products.map(\.id)).count == count)
    for product in products {
      #expect(product.price >= 980 && product.margin > 0 && product.margin < 1, "\(product)")
      #expect(product.stock > 0 && product.market >= 1000, "\(product)")
      #expect(product.minimumCreators <= product.maximumCreators ?? 1, "\(product)")
      #expect(product.description.contains("合成データ"), "\(product)")
    }
  }

  @Test func thereIsABriefForEveryObjective() {
    let products = SyntheticProducts(seed: 5, count: 8, deals: 25)
    let briefs = SyntheticBriefs(
      roster: SyntheticRoster(seed: 5), creators: 300, products: products
    ).files()
    #expect(briefs.map(\.name) == Objective.allCases.map { "brief-\($0.rawValue).yaml" })
    for brief in briefs {
      #expect(brief.text.hasPrefix("# 合成データ / synthetic"))
      #expect(brief.text.contains("budget: 2_500_000\n"))
      #expect(brief.text.contains("\nban: [C"))
    }
  }

  /// A roster too small for a rule's creator goes without the rule.
  @Test func tinyRostersGetBriefsToo() {
    let products = SyntheticProducts(seed: 5, count: 1, deals: 1)
    let briefs = SyntheticBriefs(
      roster: SyntheticRoster(seed: 5), creators: 1, products: products
    ).files()
    #expect(briefs.count == Objective.allCases.count)
    #expect(briefs.allSatisfy { !$0.text.contains("lock: []") })
  }
}
