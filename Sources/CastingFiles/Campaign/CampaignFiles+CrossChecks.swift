import Casting

/// What the brief may name of a roster.
struct CreatorNames {
  let file: String
  /// Distinct texts of a column.
  let levels: (KeyPath<Roster, CategoryColumn>) -> [String]
  /// Whether a creator has the id.
  let contains: (String) -> Bool
}

extension CampaignFiles {
  /// Ids in the brief must exist; other names that match nothing are worth a note.
  static func checkReferences(
    _ brief: BriefFile.Loaded, _ creators: CreatorNames, _ products: ProductsFile.Loaded,
    _ context: inout ReadingContext
  ) {
    for reference in brief.references {
      let text = reference.cell.text
      switch reference.attribute {
      case .creator:
        if !creators.contains(text) {
          context.issues.appendMissing(
            reference.cell, .creator, isBan: reference.isBan, file: creators.file,
            leftOut: context.skipped.leftOut)
        }
      case .product:
        if products.index.row(of: text) == nil {
          context.issues.appendMissing(
            reference.cell, .product, isBan: reference.isBan, file: products.table.file,
            leftOut: context.skipped.leftOut)
        }
      default:
        guard let levels = levels(of: reference.attribute, creators, products.products)
        else { continue }
        if !levels.contains(where: { $0.lowercased() == text.lowercased() }) {
          context.notes.append(
            .matchesNothing(reference.cell, reference.attribute))
        }
      }
    }
  }

  private static func levels(
    of attribute: DealFilter.Attribute, _ creators: CreatorNames, _ products: ProductList
  ) -> [String]? {
    switch attribute {
    case .platform: creators.levels(\.platforms)
    case .language: creators.levels(\.languages)
    case .region: creators.levels(\.regions)
    case .agency: creators.levels(\.agencies)
    case .certification: creators.levels(\.certifications)
    case .category: products.products.map(\.category)
    default: nil
    }
  }

  /// Headers that the brief's `columns` names must be in a file that can have the column; one that
  /// two tables have must be said of which.
  static func checkColumns(_ brief: BriefFile.Loaded, _ context: inout ReadingContext) {
    let tables = brief.brief.tables
    for (name, statement) in tables.columns.sorted(by: { $0.key < $1.key }) {
      let candidates = context.headers.filter { $0.schema.index(of: name) != nil }
      check(statement, name, at: brief.columnPlaces[name], in: candidates, &context)
    }
    for (table, columns) in tables.tableColumns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let candidates = context.headers.filter { $0.schema.role.statementKey == table }
      for (name, statement) in columns.sorted(by: { $0.key < $1.key }) {
        let place = brief.columnPlaces["\(table.rawValue).\(name)"]
        check(statement, name, at: place, in: candidates, &context)
      }
    }
  }

  private typealias Headers = (schema: TableSchema, headers: [String], file: String)

  private static func check(
    _ statement: ColumnStatement, _ name: String, at place: InputPlace?, in tables: [Headers],
    _ context: inout ReadingContext
  ) {
    guard let place, let first = tables.first else { return }
    for header in statement.headers {
      let owners = tables.filter { has(header, $0.headers) }
      if owners.isEmpty {
        context.issues.append(
          .unmatchedColumn(
            name, header: header, at: place, headers: first.headers, file: first.file))
      }
      // Deals and audiences name creators and products as the other tables do.
      let others = owners.filter { [.roster, .products].contains($0.schema.role.statementKey) }
      if others.count > 1, HeaderText.field(header) == nil {
        context.issues.append(
          .sharedColumn(
            name, header: header, at: place, tables: others.map(\.schema.role.statementKey)))
      }
    }
  }

  private static func has(_ header: String, _ headers: [String]) -> Bool {
    let wanted = HeaderText.normalized(header)
    if headers.contains(where: { HeaderText.normalized($0) == wanted }) { return true }
    return HeaderText.field(header).map { $0 < headers.count } ?? false
  }
}

extension ReadingNote {
  fileprivate static func matchesNothing(
    _ cell: Cell, _ attribute: DealFilter.Attribute
  ) -> ReadingNote {
    .matchesNothing(
      file: cell.place.file, line: cell.place.line, column: cell.place.column,
      noun: attribute.isOfCreator ? .creator : .product, attribute: attribute.rawValue,
      value: cell.text)
  }
}
