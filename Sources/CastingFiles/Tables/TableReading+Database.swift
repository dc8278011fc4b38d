import Tables

extension TableReading {
  /// Reads a table of a SQLite file; places are the row's number and the column's.
  mutating func readDatabase() {
    do throws(SQLiteProblem) {
      let database = try SQLiteTable(path: file.path, name: source.tableName)
      notes.append(
        .readAs(
          file: file.path, isGzip: false, encoding: nil, form: .sqlite, table: database.name))
      match(headers: database.columns, line: nil)
      table.countsRows = true
      var chunk = TableChunk(table)
      var records = RecordBlock()
      var number = 0
      let fields = database.columns.indices
      // Pictures and the like in columns that nobody asked for are no fault.
      let isUsed = table.match?.columnOfField.map { $0 != nil } ?? []
      try database.forEachRow { row in
        number += 1
        let texts = fields.map { isUsed[$0] ? text(row, $0, of: database, number) : "" }
        if texts.contains(nil) {
          table.isWhole = false
          records.countLost()
        } else {
          for text in texts { records.append(text ?? "") }
          records.endRow(line: number)
        }
        if records.isFull {
          take(records, &chunk) { (Int(records.lines[$0]), $1 + 1) }
          records = RecordBlock()
        }
        return !isStopped
      }
      take(records, &chunk) { (Int(records.lines[$0]), $1 + 1) }
    } catch {
      switch error {
      case .file(let problem): issues.append(.unusable(problem))
      case .noSuchTable(let name, let tables):
        issues.append(.noSuchTable(file.path, name, tables: tables))
      }
    }
  }

  /// The text of a value; nil, with an issue, where it is none.
  private mutating func text(
    _ row: borrowing SQLiteRow, _ field: Int, of database: SQLiteTable, _ number: Int
  ) -> String? {
    if let text = row.text(field), !text.utf8.contains(0) { return text }
    let place = InputPlace(file: file.path, line: number, column: field + 1)
    issues.appendRow(.binaryValue(database.columns[field], at: place))
    return nil
  }
}
