extension TableChunk {
  /// Counts rows where lines were counted: of text that was made of a file without lines.
  ///
  /// An issue goes to the last row that begins on its line or before it.
  mutating func countRows() {
    issues.replacePlaces { [lines] issue in
      let line = UInt32(truncatingIfNeeded: issue.line ?? 0)
      let row = lines.lastIndex { $0 <= line } ?? -1
      return (issue.line == nil ? nil : row + 1, issue.column)
    }
    for row in lines.indices { lines[row] = UInt32(truncatingIfNeeded: row + 1) }
    lineCount = lines.count
  }
}
