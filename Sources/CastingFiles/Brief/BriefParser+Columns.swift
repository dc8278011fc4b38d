import Casting
import Tables
import Yams

extension BriefParser {
  private var schemas: [(table: TableStatements.Table, schema: TableSchema)] {
    let packages = loaded.brief.packages
    return [
      (.roster, .roster.with(packages)), (.products, .products.with(packages)),
      (.deals, .deals.with(packages)), (.audience, .audience),
    ]
  }

  /// Columns of any table, and of each table by its own key.
  mutating func readColumns(_ entry: Entry) {
    var names: [String] = []
    for name in schemas.flatMap({ $0.schema.columns.map(\.name) }) where !names.contains(name) {
      names.append(name)
    }
    let tables = TableStatements.Table.allCases.map(\.rawValue)
    for part in entries(entry.value, .named(entry.name), tables + names) {
      if let table = TableStatements.Table(rawValue: part.name), part.value.mapping != nil {
        readColumns(part, of: table)
      } else if tables.contains(part.name) {
        issues.append(.wrongShape(cell(part.value, .named(part.name)), .mapping))
      } else if let statement = statement(part) {
        loaded.brief.tables.columns[part.name] = statement
        loaded.columnPlaces[part.name] = place(part.value)
      }
    }
  }

  private mutating func readColumns(_ entry: Entry, of table: TableStatements.Table) {
    let names = schemas.first { $0.table == table }?.schema.columns.map(\.name) ?? []
    for part in entries(entry.value, .named(entry.name), names) {
      guard let statement = statement(part) else { continue }
      loaded.brief.tables.tableColumns[table, default: [:]][part.name] = statement
      loaded.columnPlaces["\(table.rawValue).\(part.name)"] = place(part.value)
    }
  }

  /// A header, a list of headers, or a mapping that also says how the cells are written.
  private mutating func statement(_ entry: Entry) -> ColumnStatement? {
    guard entry.value.mapping != nil else {
      let headers = texts(entry).map(\.text)
      return headers.isEmpty ? nil : ColumnStatement(headers: headers)
    }
    var statement = ColumnStatement()
    let keys = ["header", "unit", "decimal", "currency", "tax"]
    for part in entries(entry.value, .named(entry.name), keys) {
      switch part.name {
      case "header": statement.headers = texts(part).map(\.text)
      case "unit": statement.isPerCent = choice(part, Unit.self).map { $0 == .percent }
      case "decimal": statement.decimalMark = choice(part, ColumnStatement.DecimalMark.self)
      case "tax": statement.includesTax = choice(part, Tax.self).map { $0 == .included }
      default: statement.currency = currencyCode(part)
      }
    }
    return statement
  }

  private enum Unit: String, CaseIterable { case percent, fraction }

  private enum Tax: String, CaseIterable { case excluded, included }

  /// Values that hold for a whole table.
  mutating func readTableValues(_ entry: Entry, of table: TableStatements.Table) {
    let columns = schemas.first { $0.table == table }?.schema.columns ?? []
    let shared = columns.filter { if case .identifier = $0.kind { false } else { true } }
    for part in entries(entry.value, .named(entry.name), shared.map(\.name)) {
      guard let column = shared.first(where: { $0.name == part.name }),
        let value = value(part, of: column)
      else { continue }
      loaded.brief.tables.values[table, default: [:]][part.name] = value
    }
  }

  /// A value as the cells of its column hold it.
  private mutating func value(_ entry: Entry, of column: ColumnSpecification) -> String? {
    switch column.kind {
    case .number(let rule): return number(entry, rule).map { CSVWriter.shortest($0) }
    case .day:
      guard let text = text(entry) else { return nil }
      if let day = CalendarDay(written: text) { return day.iso }
      issues.append(.badDay(cell(entry.value, .named(entry.name))))
      return nil
    case .word(let words):
      guard let text = text(entry) else { return nil }
      if let word = words.word(for: text) { return word }
      issues.append(
        .unknownChoice(cell(entry.value, .named(entry.name)), words.words.map(\.word)))
      return nil
    case .identifier, .text, .category: return texts(entry).map(\.text).joined(separator: ";")
    }
  }
}
