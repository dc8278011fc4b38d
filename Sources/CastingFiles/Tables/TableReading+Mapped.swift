import Dispatch
import Tables

extension TableReading {
  /// Reads plain text where it lies, from the offset of its first character.
  ///
  /// - Returns: false when the text turns out to be in another encoding than UTF-8; whatever was
  ///   read so far does not count then.
  mutating func readMapped(from start: Int) -> Bool {
    let text = UnsafeBufferPointer(rebasing: file.bytes[start...])
    let separator = SeparatorLine(text)
    let delimiter =
      separator?.delimiter
      ?? self.delimiter(of: UnsafeBufferPointer(rebasing: text.prefix(TableFile.runLength)))
    noteForm(delimiter, separator, encoding: .utf8, isCompressed: false)
    let linesBefore = separator == nil ? 0 : 1
    let head = TableHead(source).header(
      of: file.bytes, from: start + (separator?.length ?? 0), delimiter: delimiter, isEnd: true)
    guard let head, readHeader(head, lineOffset: linesBefore) else { return true }
    let scanner = head.scanner
    let rows = scanner.position..<file.bytes.count
    let lineOffset = linesBefore + scanner.nextLine - 1
    if source.batches != nil {
      readRunsInPassing(rows, lineOffset: lineOffset, delimiter: delimiter)
      return true
    }
    return readRuns(rows, lineOffset: lineOffset, delimiter: delimiter)
  }

  private mutating func readRuns(
    _ range: Range<Int>, lineOffset: Int, delimiter: UInt8
  ) -> Bool {
    let runs = CSVRuns(file.bytes, range: range, length: TableFile.runLength).ranges
    var chunks = (0..<max(1, min(source.threads, runs.count))).map { _ in TableChunk(table) }
    var lineOffset = lineOffset
    var next = 0
    while next < runs.count {
      let batch = Array(runs[next..<min(next + chunks.count, runs.count)])
      Self.read(batch, of: file, delimiter: delimiter, into: &chunks)
      if next == 0 {
        let share = Double(range.count) / Double(batch[0].count)
        let rows = Int(Double(chunks[0].lines.count) * share * 1.02) + 16
        table.reserveCapacity(rows, like: chunks[0])
      }
      for (run, chunk) in zip(batch, chunks) {
        if chunk.hasForeignByte && TextEncodingCheck(file.bytes) == .cp932 { return false }
        take(chunk, &lineOffset)
        guard chunk.end == run.upperBound else {
          // The guess where this run ends was wrong (a stray quote): the rest is read in one go.
          chunks.removeLast(chunks.count - 1)
          let rest = chunk.end..<range.upperBound
          Self.read([rest], of: file, delimiter: delimiter, into: &chunks)
          take(chunks[0], &lineOffset)
          return true
        }
      }
      next += batch.count
    }
    return true
  }

  /// Reads each run into the chunk at its position.
  static func read(
    _ runs: [Range<Int>], of file: MappedFile, delimiter: UInt8, into chunks: inout [TableChunk]
  ) {
    chunks.withUnsafeMutableBufferPointer { buffer in
      // Each iteration writes its own element.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: runs.count) { index in
        buffer[index].read(file.bytes, delimiter: delimiter, range: runs[index])
      }
    }
  }
}
