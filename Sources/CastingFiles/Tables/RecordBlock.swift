import Tables

/// Rows of a source that is not delimited text, written as such: every form of file then meets the
/// same rules for cells.
struct RecordBlock {
  private(set) var writer = CSVWriter()
  /// Line or row number of each record in its source.
  private(set) var lines: [UInt32] = []
  /// Positions among all rows of the block of those that could not be read.
  private(set) var lost: [Int] = []

  /// Whether it is time to read the rows.
  var isFull: Bool { writer.bytes.count >= TableFile.runLength }

  mutating func append(_ text: String) { writer.append(text) }

  mutating func append(utf8: UnsafeBufferPointer<UInt8>) { writer.append(utf8: utf8) }

  mutating func endRow(line: Int) {
    writer.endRow()
    lines.append(UInt32(truncatingIfNeeded: line))
  }

  /// Counts a row that could not be read.
  mutating func countLost() { lost.append(lines.count + lost.count) }
}

extension TableReading {
  /// Adds the rows of a block.
  ///
  /// - Parameter column: the column that an issue of a cell names; nil leaves it out.
  mutating func take(
    _ records: RecordBlock, _ chunk: inout TableChunk, column: (InputIssue) -> Int?
  ) {
    records.writer.bytes.withUnsafeBufferPointer {
      chunk.read(
        $0, delimiter: Delimiter.comma, range: $0.indices, lines: records.lines,
        lost: records.lost)
    }
    chunk.issues.replaceColumns(column)
    if !table.hasFieldPlaces { chunk.issues.forgetFields() }
    var lineOffset = 0
    take(chunk, &lineOffset)
  }
}
