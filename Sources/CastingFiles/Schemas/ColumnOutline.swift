/// What a column of a table holds, as far as somebody who fills it in has to know.
package struct ColumnOutline: Sendable {
  /// What a cell may be; the unit is said where the column is described.
  package enum Kind: Equatable, Sendable {
    case text
    /// One of a closed list: the words as castplan calls them.
    case word([String])
    /// 0…1, shown as per cent.
    case share
    case number(ClosedRange<Double>)
    case whole(ClosedRange<Double>)
    case day
  }

  package var name: String
  package var isRequired: Bool
  package var kind: Kind
  /// Whether numbers are yen.
  package var isMoney: Bool
  /// Whether numbers are people, also as an average.
  package var isOfPeople: Bool
  /// How headers may call it: its name first.
  package var headers: [String]

  /// The columns of a creator table.
  package static let creators = outlines(of: .roster)
  /// The columns of a product table.
  package static let products = outlines(of: .products)

  private static func outlines(of schema: TableSchema) -> [ColumnOutline] {
    schema.columns.map { column in
      var meaning: NumberMeaning?
      if case .number(let rule) = column.kind { meaning = rule.meaning }
      return ColumnOutline(
        name: column.name, isRequired: column.isRequired, kind: kind(column.kind),
        isMoney: [.yen, .price].contains(meaning),
        isOfPeople: [.people, .viewers, .market].contains(meaning),
        headers: [column.name] + column.aliases)
    }
  }

  private static func kind(_ kind: ColumnKind) -> Kind {
    switch kind {
    case .identifier, .text, .category: .text
    case .word(let list): .word(list.words.map(\.word))
    case .number(let rule) where rule.isRate: .share
    case .number(let rule) where rule.isWhole: .whole(rule.minimum...rule.maximum)
    case .number(let rule): .number(rule.minimum...rule.maximum)
    case .day: .day
    }
  }
}
