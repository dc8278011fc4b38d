import Casting

/// A table as read: a typed column for each column of its schema that the file has.
struct TypedTable {
  let schema: TableSchema
  let match: HeaderMatch?
  let file: String
  /// By position in the schema; empty for columns of other kinds.
  var texts: [TextColumn]
  var categories: [CategoryColumn]
  /// NaN is an empty cell.
  var numbers: [[Double]]
  var days: [[CalendarDay?]]
  /// Line at which each row starts.
  var lines: [UInt32] = []
  /// Hashes of the identifiers, where the schema has one.
  var identifierHashes: [UInt64] = []

  init(schema: TableSchema, match: HeaderMatch?, file: String) {
    self.schema = schema
    self.match = match
    self.file = file
    let count = schema.columns.count
    texts = Array(repeating: TextColumn(), count: count)
    categories = Array(repeating: CategoryColumn(), count: count)
    numbers = Array(repeating: [], count: count)
    days = Array(repeating: [], count: count)
  }

  var rows: Int { lines.count }

  /// Whether the file has the column.
  func has(_ name: String) -> Bool {
    schema.index(of: name).map { match?.columnOfField.contains($0) ?? false } ?? false
  }

  /// Place of a cell, for issues.
  func place(row: Int, column name: String? = nil) -> InputPlace {
    let field = name.flatMap { schema.index(of: $0) }.flatMap { column in
      match?.columnOfField.firstIndex { $0 == column }
    }
    return InputPlace(file: file, line: Int(lines[row]), column: field.map { $0 + 1 })
  }

  mutating func append(_ chunk: TableChunk, lineOffset: Int) {
    for column in schema.columns.indices {
      texts[column].append(contentsOf: chunk.texts[column])
      if chunk.categories[column].count > 0 {
        categories[column].append(contentsOf: chunk.categories[column])
      }
      numbers[column] += chunk.numbers[column]
      days[column] += chunk.days[column]
    }
    lines.reserveCapacity(lines.count + chunk.lines.count)
    for line in chunk.lines { lines.append(line + UInt32(truncatingIfNeeded: lineOffset)) }
    identifierHashes += chunk.identifierHashes
  }
}

extension TypedTable {
  /// A text column; empty cells where the file has none.
  func text(_ name: String) -> TextColumn {
    guard has(name), let column = schema.index(of: name) else {
      return TextColumn(repeatElement("", count: rows))
    }
    return texts[column]
  }

  func category(_ name: String) -> CategoryColumn {
    guard has(name), let column = schema.index(of: name) else {
      var empty = CategoryColumn()
      let code = empty.code(for: "")
      for _ in 0..<rows { empty.append(code: code) }
      return empty
    }
    return categories[column]
  }

  /// A number column; without storage where the file has none.
  func number(_ name: String) -> NumberColumn {
    guard has(name), let column = schema.index(of: name) else { return NumberColumn() }
    return NumberColumn(numbers[column])
  }

  func day(_ name: String) -> [CalendarDay?] {
    guard has(name), let column = schema.index(of: name) else { return [] }
    return days[column]
  }
}
