import Casting

/// A shop's own export of its products, known by its headers: one product over several rows, a row
/// for each variant or picture of it.
struct ProductExport: Sendable {
  /// Of the shop system.
  let name: String
  /// Headers that no other file has together, as they are compared; one of each group.
  let signature: [[String]]
  /// Column to the headers that mean it, the first that is there.
  let columns: [(column: String, headers: [String])]
  /// The header that says whether a product is on sale.
  let status: String?
  /// What it says of one that is not, as headers are compared.
  let hidden: Set<String>

  /// Shop systems whose exports are known.
  ///
  /// Shopify: help.shopify.com, "Using CSV files to import and export products", in its form up to
  /// 2024 and the one since. Rakuten: item.csv and normal-item.csv of RMS, as support.logiless.com and
  /// ec-tsushin.com/r_itemcsv_new describe them. Amazon: the inventory file templates of
  /// sellercentral, whose third row is the header.
  static let all: [ProductExport] = [
    ProductExport(
      name: "Shopify",
      signature: [
        ["Handle", "URL handle"], ["Variant Price", "Price"],
        ["Variant SKU", "SKU", "Option1 Name", "Variant Inventory Qty", "Body (HTML)"],
      ],
      columns: [
        ("product_id", ["Handle", "URL handle"]), ("name", ["Title"]),
        ("description", ["Body (HTML)", "Description"]),
        ("category", ["Product Category", "Type"]), ("niche", ["Tags"]),
        ("price", ["Variant Price", "Price"]),
        ("stock", ["Variant Inventory Qty", "Inventory quantity"]),
      ], status: "Status", hidden: ["draft", "archived", "unlisted"]),
    ProductExport(
      name: "Rakuten RMS",
      signature: [["商品管理番号（商品URL）"], ["販売価格", "通常購入販売価格", "販売価格（通常購入）"]],
      columns: [
        ("product_id", ["商品管理番号（商品URL）"]), ("name", ["商品名"]),
        ("description", ["PC用商品説明文", "スマートフォン用商品説明文", "キャッチコピー"]),
        ("category", ["全商品ディレクトリID", "ジャンルID"]),
        ("price", ["通常購入販売価格", "販売価格（通常購入）", "販売価格"]), ("stock", ["在庫数"]),
      ], status: "倉庫指定", hidden: ["1"]),
    ProductExport(
      name: "Amazon", signature: [["item_sku"], ["item_name"], ["standard_price"]],
      columns: [
        ("product_id", ["item_sku"]), ("name", ["item_name"]),
        ("description", ["product_description"]), ("category", ["feed_product_type", "item_type"]),
        ("niche", ["generic_keywords", "generic_keywords1"]), ("price", ["standard_price"]),
        ("stock", ["quantity"]),
      ], status: nil, hidden: []),
  ]

  /// The export whose headers these are; nil for any other table.
  static func matching(_ headers: [String]) -> ProductExport? {
    let texts = Set(headers.map(HeaderText.normalized))
    return all.first { export in
      export.signature.allSatisfy { group in
        group.contains { texts.contains(HeaderText.normalized($0)) }
      }
    }
  }

  /// What the brief would say of the columns; what it does say counts before.
  func statements(
    _ headers: [String], but stated: [String: ColumnStatement]
  ) -> [String: ColumnStatement] {
    let texts = Set(headers.map(HeaderText.normalized))
    var statements = stated
    for (column, names) in columns + [(Self.statusColumn, [status].compactMap { $0 })]
    where stated[column] == nil {
      let found = names.first { texts.contains(HeaderText.normalized($0)) }
      if let found { statements[column] = ColumnStatement(headers: [found]) }
    }
    return statements
  }

  /// Name of the column that says whether a product is on sale.
  static let statusColumn = "status"

  /// The schema of its rows: pictures have no price, and all but the first row of a product no name.
  func schema(_ products: TableSchema) -> TableSchema {
    var columns = products.columns
    for position in columns.indices where columns[position].name == "price" {
      columns[position].isRequired = false
    }
    columns.append(ColumnSpecification(name: Self.statusColumn, kind: .text))
    return products.replacing(columns)
  }
}
