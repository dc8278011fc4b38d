import Casting

/// How well the columns of a product list are known.
struct ProductCoverage {
  let columns: [ColumnCoverage]

  init(_ list: ProductList) {
    let products = list.products
    func column(
      _ name: String, _ whenMissing: String, _ isKnown: (Product) -> Bool
    ) -> ColumnCoverage {
      ColumnCoverage(
        name: name, known: products.count(where: isKnown), rows: products.count,
        whenMissing: whenMissing)
    }
    columns = [
      column("price", "") { _ in true },
      column("conversion", "the brief's, else \(CampaignDefaults.conversion) (default)") {
        $0.conversion != nil
      },
      column("stock", "unlimited") { $0.stock.isFinite },
      column("market", "unlimited: nobody is counted as reached twice") { $0.market.isFinite },
      column("niche or text", "a low affinity to every creator (default)") {
        !($0.niche + $0.name + $0.description + $0.category).isEmpty
      },
    ]
  }
}
