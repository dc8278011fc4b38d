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

  /// Headers that the brief's `columns` names must be in a file that can have the column.
  static func checkColumns(_ brief: BriefFile.Loaded, _ context: inout ReadingContext) {
    for (name, header) in brief.brief.columns.sorted(by: { $0.key < $1.key }) {
      let tables = context.headers.filter { $0.schema.index(of: name) != nil }
      let wanted = HeaderText.normalized(header)
      let position = HeaderText.field(header)
      let isFound = tables.contains { table in
        position.map { $0 < table.headers.count } ?? false
          || table.headers.contains { HeaderText.normalized($0) == wanted }
      }
      guard !isFound, let table = tables.first, let place = brief.columnPlaces[name] else {
        continue
      }
      context.issues.append(
        .unmatchedColumn(
          name, header: header, at: place, headers: table.headers, file: table.file))
    }
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
