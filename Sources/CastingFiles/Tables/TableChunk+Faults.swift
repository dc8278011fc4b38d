import Tables

extension TableChunk {
  /// Ends a row in which something is wrong.
  mutating func closeFaultyRow(_ row: Int) {
    guard let cause = issues.closeRow() else { return }
    faultyRows.append(row)
    if let column = schema.identifierColumn, match.columnOfField.contains(column) {
      issues.nameLeftOut(texts[column][row], schema.rowNoun, for: cause)
    }
  }

  /// Ends a record whose fields could not be told apart; what stands where its id would may be that.
  mutating func closeLostRow(_ scanner: borrowing CSVScanner) {
    guard let cause = issues.closeRow(), let column = schema.identifierColumn,
      let field = match.columnOfField.firstIndex(of: column), field < scanner.fieldCount
    else { return }
    issues.nameLeftOut(scanner.text(field), schema.rowNoun, for: cause)
  }
}

extension TableSchema {
  /// Position of the column that names the rows; nil where none does.
  var identifierColumn: Int? {
    columns.firstIndex { column in
      if case .identifier = column.kind { true } else { false }
    }
  }
}
