import Casting

extension TypedTable {
  /// Leaves out the rows in `faultyRows`.
  mutating func removeFaultyRows() {
    guard !faultyRows.isEmpty else { return }
    let records = recordOfRow
    let kept = (0..<rows).filter { !faultyRows.contains($0) }
    lostRecords = (lostRecords + faultyRows.map { records[$0] }).sorted()
    for column in schema.columns.indices {
      texts[column] = texts[column].count == 0 ? texts[column] : Self.texts(texts[column], kept)
      if categories[column].count > 0 {
        categories[column] = Self.categories(categories[column], kept)
      }
      if !numbers[column].isEmpty { numbers[column] = kept.map { numbers[column][$0] } }
      if let lows = feeLows[column] {
        feeLows[column] = kept.map { $0 < lows.count ? lows[$0] : .nan }
      }
      if !days[column].isEmpty { days[column] = kept.map { days[column][$0] } }
    }
    if !identifierHashes.isEmpty { identifierHashes = kept.map { identifierHashes[$0] } }
    lines = kept.map { lines[$0] }
    faultyRows = []
  }

  /// Takes out rows that belong to others; nothing is wrong with them.
  mutating func removeRows(_ removed: Set<Int>) {
    mergedRows += removed.count
    let faulty = faultyRows
    faultyRows = removed
    removeFaultyRows()
    guard !faulty.isEmpty else { return }
    var position = 0
    for row in 0..<(rows + removed.count) where !removed.contains(row) {
      if faulty.contains(row) { faultyRows.insert(position) }
      position += 1
    }
  }

  /// Position of each row among the records of the file.
  var recordOfRow: [Int] {
    guard !lostRecords.isEmpty else { return Array(0..<recordCount) }
    let lost = Set(lostRecords)
    return (0..<recordCount).filter { !lost.contains($0) }
  }

  private static func texts(_ column: TextColumn, _ rows: [Int]) -> TextColumn {
    var kept = TextColumn()
    for row in rows { column.withUTF8(row) { kept.append(utf8: $0) } }
    return kept
  }

  private static func categories(_ column: CategoryColumn, _ rows: [Int]) -> CategoryColumn {
    CategoryColumn(rows.map { column[$0] })
  }
}
