import Casting

/// What a table of products holds, as far as it helps to say what is wanted of it.
package struct ProductContents: Equatable, Sendable {
  package let products: Int
  /// Money.
  package let lowestPrice: Double
  package let highestPrice: Double
  /// In the order of the file, each once.
  package let categories: [String]

  package init(_ list: ProductList) {
    products = list.count
    let prices = list.products.map(\.price)
    lowestPrice = prices.min() ?? 0
    highestPrice = prices.max() ?? 0
    var categories: [String] = []
    for product in list.products
    where !product.category.isEmpty && !categories.contains(product.category) {
      categories.append(product.category)
    }
    self.categories = categories
  }
}
