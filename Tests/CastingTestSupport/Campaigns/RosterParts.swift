import Casting

extension Roster {
  /// Some rows of the roster as a roster of their own.
  package func part(_ rows: Range<Int>) -> Roster {
    func texts(_ column: TextColumn) -> TextColumn { TextColumn(rows.map { column[$0] }) }
    func levels(_ column: CategoryColumn) -> CategoryColumn {
      CategoryColumn(rows.map { column[$0] })
    }
    func numbers(_ column: NumberColumn) -> NumberColumn {
      column.isPresent ? NumberColumn(Array(column.values[rows])) : column
    }
    var part = self
    for path in Self.textColumns + Self.describingColumns where self[keyPath: path].count > 0 {
      part[keyPath: path] = texts(self[keyPath: path])
    }
    for path in Self.categoryColumns where self[keyPath: path].count > 0 {
      part[keyPath: path] = levels(self[keyPath: path])
    }
    for path in numberColumns { part[keyPath: path] = numbers(self[keyPath: path]) }
    let cells = cellShares.isEmpty ? 0 : audienceCells.count
    part.cellShares = Array(cellShares[rows.lowerBound * cells..<rows.upperBound * cells])
    part.availableFrom = availableFrom.isEmpty ? [] : Array(availableFrom[rows])
    part.availableTo = availableTo.isEmpty ? [] : Array(availableTo[rows])
    let width = embeddingDimensions
    part.embeddings = Array(embeddings[rows.lowerBound * width..<rows.upperBound * width])
    return part
  }
}
