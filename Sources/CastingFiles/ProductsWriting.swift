import Casting
import Tables

/// Writes products as a CSV table with the columns of files.md, those in which any says something.
public enum ProductsWriting {
  /// The whole table as UTF-8, without a byte-order mark.
  public static func csv(_ list: ProductList) -> [UInt8] {
    let products = list.products
    let used = columns.filter { column in
      column.isAlwaysWritten || products.contains { !column.value($0).isEmpty }
    }
    var writer = CSVWriter()
    for column in used { writer.append(column.name) }
    writer.endRow()
    for product in products {
      for column in used { writer.append(column.value(product)) }
      writer.endRow()
    }
    return writer.bytes
  }

  private struct Column: Sendable {
    var name: String
    var isAlwaysWritten = false
    /// "" where the product has the default.
    var value: @Sendable (Product) -> String
  }

  private static let columns: [Column] =
    [
      Column(name: "product_id", isAlwaysWritten: true) { $0.id },
      Column(name: "name") { $0.name },
      Column(name: "description") { $0.description },
      Column(name: "category") { $0.category },
      Column(name: "niche") { $0.niche },
      Column(name: "formats") { formats($0) },
      Column(name: "price", isAlwaysWritten: true) { CSVWriter.shortest($0.price) },
      Column(name: "margin") { number($0.margin, default: 1) },
      Column(name: "conversion") { $0.conversion.map(CSVWriter.shortest) ?? "" },
      Column(name: "stock") { number($0.stock, default: .infinity) },
      Column(name: "market") { number($0.market, default: .infinity) },
      Column(name: "lifetime_orders") { number($0.lifetimeOrders, default: 1) },
      Column(name: "product_cost") { number($0.costPerDeal, default: 0) },
      Column(name: "min_creators") { number(Double($0.minimumCreators), default: 0) },
      Column(name: "max_creators") { $0.maximumCreators.map(String.init) ?? "" },
      Column(name: "max_spend") { number($0.maximumSpend, default: .infinity) },
      Column(name: "appeal_female") { number($0.appealFemale, default: 1) },
      Column(name: "appeal_male") { number($0.appealMale, default: 1) },
    ]
    + AudienceCells.ageBands.enumerated().map { band, name in
      Column(name: "appeal_\(name)") { number($0.appealByAge[band], default: 1) }
    }

  private static func number(_ number: Double, default assumed: Double) -> String {
    number == assumed ? "" : CSVWriter.shortest(number)
  }

  private static func formats(_ product: Product) -> String {
    guard let formats = product.formats else { return "" }
    return DealFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ";")
  }
}
