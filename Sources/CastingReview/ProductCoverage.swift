import Casting

/// How well the columns of a product list are known.
public struct ProductCoverage: Sendable {
  public let columns: [ColumnCoverage]

  /// - Parameter table: where the products were read from.
  public init(_ list: ProductList, in table: InputTable) {
    let texts = list.products.count {
      !($0.niche + $0.name + $0.description + $0.category).isEmpty
    }
    let numbers = Self.entries.filter { $0.isUsual || table.column($0.name) != nil }
    columns =
      numbers.map {
        ColumnCoverage(
          $0.name, $0.unit, in: table, of: list.count, whenMissing: $0.whenMissing)
      } + [
        ColumnCoverage(
          "niche or text", .none, known: texts, of: list.count,
          whenMissing: "default: low affinity")
      ]
  }

  private struct Entry {
    var name: String
    var unit: ColumnUnit
    var whenMissing: String
    /// Whether it is missed where the file lacks it.
    var isUsual = false
  }

  private static let entries: [Entry] =
    [
      Entry(name: "price", unit: .yen, whenMissing: "", isUsual: true),
      Entry(name: "margin", unit: .share, whenMissing: "100 %"),
      Entry(
        name: "conversion", unit: .share,
        whenMissing:
          "default: the brief's, else \(ReviewWording.percent(CampaignDefaults.conversion))",
        isUsual: true),
      Entry(name: "stock", unit: .units, whenMissing: "unlimited", isUsual: true),
      Entry(
        name: "market", unit: .people, whenMissing: "unlimited: nobody twice", isUsual: true),
      Entry(name: "lifetime_orders", unit: .orders, whenMissing: "1"),
      Entry(name: "product_cost", unit: .yen, whenMissing: "0"),
      Entry(name: "min_creators", unit: .creators, whenMissing: "0"),
      Entry(name: "max_creators", unit: .creators, whenMissing: "unlimited"),
      Entry(name: "max_spend", unit: .yen, whenMissing: "unlimited"),
    ]
    + (["female", "male"] + AudienceCells.ageBands).map {
      Entry(name: "appeal_\($0)", unit: .factor, whenMissing: "1")
    }
}
