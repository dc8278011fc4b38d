import CastingReview

extension TypedTable {
  /// The table as a report tells of it.
  func described(as role: InputTable.Role, path: String) -> InputTable {
    var columns: [InputColumn] = []
    for (field, header) in (match?.headers ?? []).enumerated() {
      let how = match?.matches[field] ?? .unknown
      let column = how == .unknown ? nil : match?.columnOfField[field]
      columns.append(
        InputColumn(
          header: header, field: field + 1,
          name: how == .carried ? nil : column.map { schema.columns[$0].name }, match: how,
          range: column.flatMap { NumberRange(numbers[$0].exchanged(at: exchangeRate($0))) }))
    }
    return InputTable(
      role: role, path: path, columns: columns, lines: lines, countsRows: countsRows,
      decisions: decisions)
  }

  /// Sum of the age shares of each row as written; NaN where a row has none. Empty when the table
  /// has no such column.
  var ageSums: [Double] {
    let present = AudienceColumns.ages.map { number($0.name) }.filter(\.isPresent)
    guard !present.isEmpty else { return [] }
    return (0..<rows).map { row in
      let known = present.map { $0[row] }.filter { !$0.isNaN }
      return known.isEmpty ? .nan : known.reduce(0, +)
    }
  }
}

extension InputTable {
  /// The notes about its headers, as they stand among those of the campaign.
  package var headerNotes: [ReadingNote] {
    columns.filter { $0.name == nil }.map {
      .unknownColumn(
        file: TablePath(path).file, header: $0.header, field: $0.field,
        isCarried: $0.match == .carried)
    }
  }
}

extension ReadingContext {
  /// The tables described, creators and products without the rows that later checks left out.
  func tables(_ creators: RosterFile.Loaded, _ products: ProductsFile.Loaded) -> [InputTable] {
    tables.map { table in
      let final: TypedTable
      switch table.role {
      case .creators: final = creators.table
      case .products: final = products.table
      case .deals, .audiences: return table
      }
      if final.rows == table.lines.count { return table }
      return final.described(as: table.role, path: table.path)
    }
  }
}
