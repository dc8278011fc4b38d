import Casting
import Tables

/// Reads a product table.
public enum ProductsFile {
  /// Reads and validates the products in a table: CSV, TSV, JSON Lines or SQLite.
  ///
  /// - Parameter columns: column name to header, from the brief.
  public static func read(
    path: String, columns: [String: String] = [:]
  ) throws(InputError) -> ProductList {
    var context = ReadingContext(statements: TableStatements(columns))
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
    guard var table = context.readTable(path: path, schema: .products), table.match != nil else {
      return nil
    }
    mergeVariants(&table, &context)
    var loaded = make(table)
    table.reportDuplicates(loaded.index, column: "product_id", &context.issues)
    checkProducts(loaded.products, &table, &context.issues)
    loaded.table = table
    if context.leaveOutFaultyRows(of: &table) { loaded = make(table) }
    loaded.table = table
    context.tally(table, path: path, kept: table.rows)
    return loaded
  }

  /// Rows whose cells left issues are made all the same, so that later checks see every row.
  private static func make(_ table: TypedTable) -> Loaded {
    let identifiers = table.text("product_id")
    let products = (0..<table.rows).map { makeProduct($0, identifiers[$0], table) }
    return Loaded(
      products: ProductList(products),
      index: IdentifierIndex(identifiers, hashes: table.identifierHashes), table: table)
  }

  private static func checkProducts(
    _ products: ProductList, _ table: inout TypedTable, _ issues: inout InputIssues
  ) {
    let texts = table.text("formats")
    let words = WordList.formats(table.schema.packages)
    for (row, product) in products.products.enumerated() {
      let unknown = parts(of: texts[row]).filter { words.word(for: $0) == nil }
      if !unknown.isEmpty {
        let cell = Cell(
          name: .named("formats"), isRequired: false, text: unknown.joined(separator: ", "),
          place: table.place(row: row, column: "formats"))
        table.reject(row, for: .unknownWord(cell, words), cells: ["formats"], &issues)
      }
      if let maximum = product.maximumCreators, maximum < product.minimumCreators {
        table.reject(
          row,
          for: .creatorLimits(
            minimum: product.minimumCreators, maximum: maximum,
            at: table.place(row: row, column: "min_creators")),
          cells: ["min_creators", "max_creators"], &issues)
      }
    }
  }

  private static func makeProduct(
    _ row: Int, _ identifier: String, _ table: TypedTable
  ) -> Product {
    func number(_ name: String) -> Double? { written(name).map { $0 * table.taxFactor(name) } }
    func written(_ name: String) -> Double? {
      if table.has(name), let column = table.schema.index(of: name),
        !table.numbers[column][row].isNaN
      {
        let rate = table.exchangeRate(column)
        let cell = table.numbers[column][row]
        return rate == 1 ? cell : cell.exchanged(at: rate)
      }
      guard let text = table.values[name],
        case .number(let number) = HumanNumber.parse(text, in: nil)
      else {
        return nil
      }
      return number
    }
    func text(_ name: String) -> String {
      let stated = table.values[name] ?? ""
      guard table.has(name), let column = table.schema.index(of: name) else { return stated }
      let text = table.texts[column][row]
      return text.isEmpty ? stated : text
    }
    var product = Product(id: identifier, price: number("price") ?? 0)
    product.name = text("name")
    product.description = text("description")
    product.category = text("category")
    product.niche = text("niche")
    product.brand = text("brand")
    product.margin = number("margin") ?? 1
    product.conversion = number("conversion")
    for format in DealFormat.simple {
      product.formatConversions[format] = number("conversion_\(format.rawValue)")
    }
    product.stock = number("stock") ?? .infinity
    product.market = number("market") ?? .infinity
    product.lifetimeOrders = number("lifetime_orders") ?? 1
    product.costPerDeal = number("product_cost") ?? 0
    product.commission = number("commission") ?? 0
    product.payPerOrder = number("pay_per_order") ?? 0
    product.minimumCreators = Int(number("min_creators") ?? 0)
    product.maximumCreators = number("max_creators").map { Int($0) }
    product.maximumSpend = number("max_spend") ?? .infinity
    product.appealFemale = number("appeal_female") ?? 1
    product.appealMale = number("appeal_male") ?? 1
    product.appealByAge = AudienceCells.ageBands.map { number("appeal_\($0)") ?? 1 }
    let formats = parts(of: text("formats")).compactMap {
      WordList.formats(table.schema.packages).word(for: $0)
    }
    product.formats =
      text("formats").isEmpty ? nil : Set(formats.compactMap { table.schema.format(named: $0) })
    return product
  }

  private static func parts(of formats: String) -> [String] {
    formats.split { ";、|,；，／/ \n".contains($0) }.map(String.init)
  }
}
