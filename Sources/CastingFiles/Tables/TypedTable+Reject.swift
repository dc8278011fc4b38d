import Casting
import Tables

extension TypedTable {
  /// Takes a fault of cells that are sound each on its own: the row is left out, or the cells count as not
  /// known.
  ///
  /// - Parameter names: columns of the cells, as far as the row has some there.
  mutating func reject(
    _ row: Int, for issue: InputIssue, cells names: [String], _ issues: inout InputIssues
  ) {
    let cells = names.compactMap { name in
      text(row, name).map { (place: place(row: row, column: name), value: $0) }
    }
    issues.appendRow(issue, cells: cells.count > 1 ? cells : [])
    if faultSettings.policy == .blank {
      for name in names { blank(row, name) }
      return
    }
    faultyRows.insert(row)
    if let column = schema.identifierColumn, match?.columnOfField.contains(column) == true {
      issues.nameLeftOut(texts[column][row], schema.rowNoun, for: issue)
    }
  }

  /// What a cell holds, as text; nil where it is empty.
  private func text(_ row: Int, _ name: String) -> String? {
    guard has(name), let column = schema.index(of: name) else { return nil }
    switch schema.columns[column].kind {
    case .number:
      let number = numbers[column][row]
      return number.isNaN ? nil : CSVWriter.shortest(number)
    case .day: return days[column][row]?.iso
    case .text, .identifier: return texts[column].isEmpty(row) ? nil : texts[column][row]
    case .category, .word:
      let text = categories[column][row]
      return text.isEmpty ? nil : text
    }
  }

  /// Makes a cell one that is not known.
  private mutating func blank(_ row: Int, _ name: String) {
    guard has(name), let column = schema.index(of: name) else { return }
    switch schema.columns[column].kind {
    case .number: numbers[column][row] = .nan
    case .day: days[column][row] = nil
    case .text, .identifier: texts[column] = texts[column].blanking(row)
    case .category, .word:
      categories[column] = CategoryColumn(
        categories[column].codes.indices.map { $0 == row ? "" : categories[column][$0] })
    }
  }
}

extension TextColumn {
  /// The same with an empty text in one row.
  fileprivate func blanking(_ row: Int) -> TextColumn {
    var column = TextColumn()
    for other in 0..<count {
      withUTF8(other) {
        column.append(utf8: other == row ? UnsafeBufferPointer(rebasing: $0[..<0]) : $0)
      }
    }
    return column
  }
}
