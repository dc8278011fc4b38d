import Casting

/// How well the columns of a product list are known.
package struct ProductCoverage: Sendable {
  package let columns: [ColumnCoverage]

  /// - Parameter table: where the products were read from.
  package init(_ list: ProductList, in table: InputTable) {
    let texts = list.products.count {
      !($0.niche + $0.name + $0.description + $0.category).isEmpty
    }
    let numbers = Self.entries.filter { $0.isUsual || table.column($0.name) != nil }
    columns =
      numbers.map {
        ColumnCoverage(
          $0.name, $0.unit, in: table, of: list.count, standIn: $0.standIn)
      } + [
        ColumnCoverage(
          "niche or text", .none, known: texts, of: list.count,
          standIn: .lowAffinity)
      ]
  }

  private struct Entry {
    var name: String
    var unit: ColumnUnit
    var standIn: StandIn?
    /// Whether it is missed where the file lacks it.
    var isUsual = false
  }

  private static let entries: [Entry] =
    [
      Entry(name: "price", unit: .yen, standIn: nil, isUsual: true),
      Entry(name: "margin", unit: .share, standIn: .wholePrice),
      Entry(
        name: "conversion", unit: .share,
        standIn: .conversion(share: CampaignDefaults.conversion(.live)),
        isUsual: true),
      Entry(name: "stock", unit: .units, standIn: .unlimited, isUsual: true),
      Entry(
        name: "market", unit: .people, standIn: .nobodyTwice, isUsual: true),
      Entry(name: "lifetime_orders", unit: .orders, standIn: .one),
      Entry(name: "product_cost", unit: .yen, standIn: StandIn.zero),
      Entry(name: "min_creators", unit: .creators, standIn: StandIn.zero),
      Entry(name: "max_creators", unit: .creators, standIn: .unlimited),
      Entry(name: "max_spend", unit: .yen, standIn: .unlimited),
    ]
    + DealFormat.simple.map { format in
      Entry(name: "conversion_\(format.rawValue)", unit: .share, standIn: .followsConversion)
    }
    + (["female", "male"] + AudienceCells.ageBands).map {
      Entry(name: "appeal_\($0)", unit: .factor, standIn: .one)
    }
}
