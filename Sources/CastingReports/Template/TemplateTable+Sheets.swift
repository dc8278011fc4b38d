import CastingFiles

extension TemplateTable {
  /// The list of creators.
  static func creators(_ wording: Wording) -> TemplateTable {
    TemplateTable(
      columns: CreatorColumn.allCases.map { column in
        var made = Self.column(
          column.rawValue, wording.words(column), ColumnOutline.creators)
        made.isIdentifier = column == .creatorID
        switch column {
        case .platform: made.suggestions = platforms
        case .certification: made.suggestions = ["gold", "silver", "bronze"]
        case .name: made.width = 20
        case .bio, .url: made.width = 36
        default: break
        }
        return made
      }, wording: wording)
  }

  /// The list of products.
  static func products(_ wording: Wording) -> TemplateTable {
    TemplateTable(
      columns: ProductColumn.allCases.map { column in
        var made = Self.column(
          column.rawValue, wording.words(column), ColumnOutline.products)
        made.isIdentifier = column == .productID
        switch column {
        case .formats: made.suggestions = formats.map(wording.listed)
        case .name: made.width = 28
        case .description: made.width = 36
        default: break
        }
        return made
      }, wording: wording)
  }

  /// The list of results, which nothing reads yet.
  static func results(_ wording: Wording) -> TemplateTable {
    TemplateTable(
      columns: ResultColumn.allCases.map { column in
        var made = Column(name: column.rawValue, words: wording.words(column))
        switch column {
        case .date: made.kind = .day
        case .creatorID, .productID: made.isIdentifier = true
        case .format: made.kind = .word(formats)
        case .soldOut: made.kind = .word(["yes", "no"])
        case .orders, .viewers, .refunds: made.kind = .whole(0...1e15)
        case .revenue, .cost: (made.kind, made.isLarge) = (.number(0...1e15), true)
        case .campaign: made.width = 24
        case .note: made.width = 36
        }
        switch column {
        case .date, .creatorID, .productID, .orders: made.isRequired = true
        default: break
        }
        return made
      }, wording: wording)
  }

  private static let platforms = ["instagram", "tiktok", "youtube", "x", "live_app"]
  private static let formats = ["live", "video", "post", "story"]

  private static func column(
    _ name: String, _ words: ColumnWords, _ outlines: [ColumnOutline]
  ) -> Column {
    guard let outline = outlines.first(where: { $0.name == name }) else {
      preconditionFailure("no table has the column \(name)")
    }
    return Column(
      name: name, words: words, isRequired: outline.isRequired, kind: outline.kind,
      isLarge: outline.isMoney || outline.isOfPeople)
  }
}
