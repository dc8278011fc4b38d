import Casting
import CastingReview

/// Finds the column that each header of a table stands for.
struct HeaderSearch {
  private(set) var columns: [Int?]
  private(set) var matches: [ColumnMatch]
  /// Column to the fields that are joined to its first.
  private(set) var joined: [Int: [Int]] = [:]

  init(
    _ headers: [String], schema: TableSchema, statements: [String: ColumnStatement]
  ) {
    columns = Array(repeating: nil, count: headers.count)
    matches = Array(repeating: .unknown, count: headers.count)
    let texts = headers.map(HeaderText.normalized)
    let units = headers.map { HeaderUnits($0) }
    let plain = units.map { HeaderText.normalized($0.name) }
    var stated: Set<Int> = []
    for (column, specification) in schema.columns.enumerated() {
      // A stated column is the header named in the brief and no other, if this table has it.
      guard let statement = statements[specification.name] else { continue }
      var fields: [Int] = []
      for header in statement.headers {
        let text = HeaderText.normalized(header)
        let named = texts.indices.filter { texts[$0] == text }
        if !named.isEmpty {
          fields += named
        } else if let field = HeaderText.field(header), field < headers.count {
          fields.append(field)
        }
      }
      guard !fields.isEmpty else { continue }
      for field in fields { take(field, column, .brief) }
      if statement.headers.count > 1 { joined[column] = Array(fields.dropFirst()) }
      stated.insert(column)
    }
    for field in headers.indices where columns[field] == nil {
      let found = schema.columnOfHeader[texts[field]] ?? schema.columnOfHeader[plain[field]]
      guard let found, !stated.contains(found), units[field].fits(schema.columns[found]) else {
        continue
      }
      let isName = texts[field] == HeaderText.normalized(schema.columns[found].name)
      take(field, found, isName ? .name : .alias)
    }
    joinNumbered(texts, schema, except: stated)
    for field in headers.indices where columns[field] == nil {
      let found = schema.columnOfFallback[texts[field]] ?? schema.columnOfFallback[plain[field]]
      guard let found, !columns.contains(found), units[field].fits(schema.columns[found]) else {
        continue
      }
      take(field, found, .alias)
    }
  }

  private mutating func take(_ field: Int, _ column: Int, _ match: ColumnMatch) {
    columns[field] = column
    matches[field] = match
  }

  /// `niche1`, `niche2`, …: one list over several columns.
  private mutating func joinNumbered(
    _ texts: [String], _ schema: TableSchema, except stated: Set<Int>
  ) {
    for (field, text) in texts.enumerated() where columns[field] == nil {
      let stem = String(text.reversed().drop { $0.isNumber }.reversed())
      guard stem.count < text.count, let column = schema.columnOfHeader[stem],
        schema.columns[column].isList, !stated.contains(column)
      else { continue }
      let isFirst = !columns.contains(column)
      take(field, column, .alias)
      if !isFirst { joined[column, default: []].append(field) }
    }
  }
}

extension HeaderUnits {
  /// Whether a column may have such units: what is counted in per cent is no amount and no number of people, as
  /// `Rate (%)` is no fee.
  fileprivate func fits(_ column: ColumnSpecification) -> Bool {
    guard isPercent, case .number(let rule) = column.kind else { return true }
    return rule.isRate
  }
}
