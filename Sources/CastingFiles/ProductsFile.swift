import Casting
import Tables

/// Reads a product table.
public enum ProductsFile {
  /// Reads and validates the products in a CSV or TSV file.
  ///
  /// - Parameter columns: column name to header, from the brief.
  public static func read(
    path: String, columns: [String: String] = [:]
  ) throws(InputError) -> ProductList {
    var context = ReadingContext(columns: columns)
    let products = read(path: path, &context)?.products
    guard let products, context.issues.isEmpty else { throw InputError(context.issues) }
    return products
  }

  /// Products and what cross-checks need beside them.
  struct Loaded {
    var products: ProductList
    var index: IdentifierIndex
    var table: TypedTable
  }

  static func read(path: String, _ context: inout ReadingContext) -> Loaded? {
    guard let table = context.readTable(path: path, schema: .products), table.match != nil else {
      return nil
    }
    let identifiers = table.text("product_id")
    let index = IdentifierIndex(identifiers, hashes: table.identifierHashes)
    table.reportDuplicates(index, column: "product_id", &context.issues)
    // Rows whose cells left issues are made all the same, so that later checks see every row.
    let products = (0..<table.rows).map { row in
      makeProduct(row, identifiers[row], table, &context.issues)
    }
    return Loaded(products: ProductList(products), index: index, table: table)
  }

  private static func makeProduct(
    _ row: Int, _ identifier: String, _ table: TypedTable, _ issues: inout InputIssues
  ) -> Product {
    func number(_ name: String) -> Double? {
      guard table.has(name), let column = table.schema.index(of: name) else { return nil }
      let number = table.numbers[column][row]
      return number.isNaN ? nil : number
    }
    func text(_ name: String) -> String {
      guard table.has(name), let column = table.schema.index(of: name) else { return "" }
      return table.texts[column][row]
    }
    var product = Product(id: identifier, price: number("price") ?? 0)
    product.name = text("name")
    product.description = text("description")
    product.category = text("category")
    product.niche = text("niche")
    product.margin = number("margin") ?? 1
    product.conversion = number("conversion")
    product.stock = number("stock") ?? .infinity
    product.market = number("market") ?? .infinity
    product.lifetimeOrders = number("lifetime_orders") ?? 1
    product.costPerDeal = number("product_cost") ?? 0
    product.minimumCreators = Int(number("min_creators") ?? 0)
    product.maximumCreators = number("max_creators").map { Int($0) }
    product.maximumSpend = number("max_spend") ?? .infinity
    product.appealFemale = number("appeal_female") ?? 1
    product.appealMale = number("appeal_male") ?? 1
    product.appealByAge = AudienceCells.ageBands.map { number("appeal_\($0)") ?? 1 }
    product.formats = formats(text("formats"), row, table, &issues)
    if let maximum = product.maximumCreators, maximum < product.minimumCreators {
      issues.append(
        .creatorLimits(
          minimum: product.minimumCreators, maximum: maximum,
          at: table.place(row: row, column: "min_creators")))
    }
    return product
  }

  private static func formats(
    _ text: String, _ row: Int, _ table: TypedTable, _ issues: inout InputIssues
  ) -> Set<DealFormat>? {
    guard !text.isEmpty else { return nil }
    var formats: Set<DealFormat> = []
    for part in text.split(whereSeparator: { ";、|,；，／/ \n".contains($0) }) {
      if let word = WordList.formats.word(for: String(part)),
        let format = DealFormat(rawValue: word)
      {
        formats.insert(format)
      } else {
        let place = table.place(row: row, column: "formats")
        issues.append(
          .unknownWord(
            Cell(name: "formats", isRequired: false, text: String(part), place: place),
            .formats))
      }
    }
    return formats
  }
}
