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
  /// - Parameter place: line and column in the source of a cell, given by the positions of its record
  ///   in the block and of its field.
  mutating func take(
    _ records: RecordBlock, _ chunk: inout TableChunk,
    place: (_ record: Int, _ field: Int) -> (line: Int, column: Int?)
  ) {
    // Several records may stand on one line: what is found is told apart by their positions.
    let positions = records.lines.indices.map { UInt32(truncatingIfNeeded: $0) }
    records.writer.bytes.withUnsafeBufferPointer {
      chunk.read(
        $0, delimiter: Delimiter.comma, range: $0.indices, lines: positions, lost: records.lost)
    }
    if !table.hasFieldPlaces { chunk.issues.forgetFields() }
    chunk.issues.replacePlaces { issue in
      guard let record = issue.line, records.lines.indices.contains(record) else {
        return (issue.line, nil)
      }
      guard let column = issue.column else { return (Int(records.lines[record]), nil) }
      return place(record, column - 1)
    }
    chunk.replaceLines { Int($0) < records.lines.count ? records.lines[Int($0)] : $0 }
    var lineOffset = 0
    take(chunk, &lineOffset)
  }
}
