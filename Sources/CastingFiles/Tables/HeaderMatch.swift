import CastingReview

/// Which column of a schema each field of a table's header stands for.
struct HeaderMatch: Sendable {
  /// Headers as written.
  var headers: [String]
  /// Field to position in the schema's columns; nil when the header is unknown.
  var columnOfField: [Int?]
  /// Field to how its column was found.
  var matches: [ColumnMatch]
  /// Headers of unknown columns that are kept all the same: columns behind the schema's.
  var carriedHeaders: [String] = []

  /// No field at all.
  init() {
    headers = []
    columnOfField = []
    matches = []
  }

  /// Matches by name, by alias, and first of all by `columnMap` (column name to header).
  ///
  /// Two headers for one column, and missing required columns, are issues; unknown headers are
  /// notes.
  init(
    headers: [String], schema: TableSchema, columnMap: [String: String], file: String, line: Int?,
    carriesUnknown: Bool = false, issues: inout InputIssues, notes: inout [ReadingNote]
  ) {
    self.headers = headers
    let found = Self.match(headers, schema: schema, columnMap: columnMap)
    columnOfField = found.map(\.column)
    matches = found.map(\.match)
    var fieldOfColumn: [Int: Int] = [:]
    for (field, column) in columnOfField.enumerated() {
      guard let column else {
        let isCarried = carriesUnknown && !headers[field].isEmpty
        let note = ReadingNote.unknownColumn(
          file: file, header: headers[field], field: field + 1, isCarried: isCarried)
        // A header that stands twice unknown is told once; one beside its chosen twin is told.
        let isTold =
          !headers[field].isEmpty
          && (0..<field).contains { headers[$0] == headers[field] && found[$0].column == nil }
        if !isTold { notes.append(note) }
        if isCarried {
          columnOfField[field] = schema.columns.count + carriedHeaders.count
          matches[field] = .carried
          carriedHeaders.append(headers[field])
        }
        continue
      }
      let name = schema.columns[column].name
      if let first = fieldOfColumn[column] {
        issues.append(
          .duplicateColumn(
            name, headers: (headers[first], headers[field]), fields: (first, field),
            at: InputPlace(file: file, line: line, column: field + 1)))
        // Read twice, a column would have two cells a row.
        columnOfField[field] = nil
        matches[field] = .unknown
      } else {
        fieldOfColumn[column] = field
      }
    }
    for (column, specification) in schema.columns.enumerated()
    where specification.isRequired && fieldOfColumn[column] == nil {
      issues.append(
        .missingColumn(specification, headers: headers, at: InputPlace(file: file, line: line)))
    }
  }

  private static func match(
    _ headers: [String], schema: TableSchema, columnMap: [String: String]
  ) -> [(column: Int?, match: ColumnMatch)] {
    let texts = headers.map(HeaderText.normalized)
    var columnOfText = schema.columnOfHeader
    var mappedTexts: [String: Int] = [:]
    var mappedFields: [Int: Int] = [:]
    for (column, specification) in schema.columns.enumerated() {
      // A mapped column is the header named in the brief and no other, if this table has it.
      guard let header = columnMap[specification.name] else { continue }
      let text = HeaderText.normalized(header)
      if texts.contains(text) {
        mappedTexts[text] = column
      } else if let field = HeaderText.field(header), field < headers.count {
        mappedFields[field] = column
      } else {
        continue
      }
      for (text, other) in schema.columnOfHeader where other == column { columnOfText[text] = nil }
    }
    return texts.enumerated().map { field, text in
      if let column = mappedFields[field] ?? mappedTexts[text] { return (column, .brief) }
      guard let column = columnOfText[text] else { return (nil, .unknown) }
      let isName = text == HeaderText.normalized(schema.columns[column].name)
      return (column, isName ? .name : .alias)
    }
  }
}
