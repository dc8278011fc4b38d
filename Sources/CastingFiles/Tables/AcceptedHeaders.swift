/// The headers that stand for each column: its name first, then its aliases.
package enum AcceptedHeaders {
  /// A row for each column of a creator table.
  package static let creators = headers(of: .roster)
  /// A row for each column of a product table.
  package static let products = headers(of: .products)
  /// A row for each column of a table of deals.
  package static let deals = headers(of: .deals)
  /// A row for each column of a table of audiences.
  package static let audience = headers(of: .audience)

  /// How headers are compared: NFKC, lower case, without blanks, underscores and hyphens.
  package static func comparable(_ header: String) -> String { HeaderText.normalized(header) }

  private static func headers(of schema: TableSchema) -> [[String]] {
    schema.columns.map { [$0.name] + $0.aliases }
  }
}
