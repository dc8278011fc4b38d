import Casting
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
  /// Column to the field of another one that takes its place: names where there are no ids.
  var substitutes: [Int: Int] = [:]
  /// Column to further fields whose texts are joined to those of its own.
  var joined: [Int: [Int]] = [:]
  /// The shop system whose export the table is; nil for any other table.
  var export: ProductExport?
  /// What the brief says of the columns, by their names.
  var statements: [String: ColumnStatement] = [:]

  /// No field at all.
  init() {
    headers = []
    columnOfField = []
    matches = []
  }

  /// Matches by name, by alias, and first of all by what the brief states.
  ///
  /// Two headers for one column, and missing required columns, are issues; unknown headers are
  /// notes.
  init(
    headers: [String], schema: TableSchema, statements: [String: ColumnStatement], file: String,
    line: Int?, carriesUnknown: Bool = false, issues: inout InputIssues,
    notes: inout [ReadingNote]
  ) {
    self.headers = headers
    self.statements = statements
    let found = HeaderSearch(headers, schema: schema, statements: statements)
    columnOfField = found.columns
    matches = found.matches
    joined = found.joined
    var fieldOfColumn: [Int: Int] = [:]
    for (field, column) in columnOfField.enumerated() {
      guard let column else {
        takeUnknown(field, found, schema, file, carriesUnknown: carriesUnknown, &notes)
        continue
      }
      let name = schema.columns[column].name
      if let first = fieldOfColumn[column] {
        // Columns that are joined are several on purpose.
        if joined[column]?.contains(field) == true { continue }
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
      let others = specification.substitutes.compactMap { schema.index(of: $0) }
      if let field = others.lazy.compactMap({ fieldOfColumn[$0] }).first {
        substitutes[column] = field
      } else if !specification.estimators.contains(where: { has($0, in: schema) }) {
        issues.append(
          .missingColumn(specification, headers: headers, at: InputPlace(file: file, line: line)))
      }
    }
  }

  private mutating func takeUnknown(
    _ field: Int, _ found: HeaderSearch, _ schema: TableSchema, _ file: String,
    carriesUnknown: Bool, _ notes: inout [ReadingNote]
  ) {
    let isCarried = carriesUnknown && !headers[field].isEmpty
    // A header that stands twice unknown is told once; one beside its chosen twin is told.
    let isTold =
      !headers[field].isEmpty
      && (0..<field).contains { headers[$0] == headers[field] && found.columns[$0] == nil }
    if !isTold {
      notes.append(
        .unknownColumn(
          file: file, header: headers[field], field: field + 1, isCarried: isCarried))
    }
    guard isCarried else { return }
    columnOfField[field] = schema.columns.count + carriedHeaders.count
    matches[field] = .carried
    carriedHeaders.append(headers[field])
  }

  private func has(_ name: String, in schema: TableSchema) -> Bool {
    schema.index(of: name).map { columnOfField.contains($0) } ?? false
  }

  /// Whether every row needs a value in a column: not where others can estimate it.
  func isRequired(_ column: Int, of schema: TableSchema) -> Bool {
    schema.columns[column].isRequired
      && !schema.columns[column].estimators.contains { has($0, in: schema) }
  }

  /// The field that holds a column; nil where the table has none.
  func field(of column: Int) -> Int? {
    columnOfField.firstIndex { $0 == column } ?? substitutes[column]
  }

  /// Fields that say which thing a row is: its id, and its name.
  func nameFields(of schema: TableSchema) -> [Int] {
    schema.columns.indices.compactMap { column -> Int? in
      if case .identifier = schema.columns[column].kind { return field(of: column) }
      return schema.columns[column].name == "name" ? field(of: column) : nil
    }
  }
}
