import Dispatch
import Tables

/// Reads a delimited file into a typed table, in fixed runs of records on several threads.
struct TableFile {
  let file: MappedFile
  let schema: TableSchema
  /// Column name to header, from the brief.
  let columnMap: [String: String]
  let threads: Int

  /// Bytes of a run; small enough for the caches, large enough that runs cost nothing.
  static let runLength = 1 << 22

  /// Reads the whole table; whatever is wrong goes to `issues`.
  func read(issues: inout InputIssues, notes: inout [String]) -> TypedTable {
    let nothing = TypedTable(schema: schema, match: nil, file: file.path)
    guard let textStart = checkedTextStart(&issues) else { return nothing }
    let text = UnsafeBufferPointer(rebasing: file.bytes[textStart...])
    let delimiter = CSVScanner.detectDelimiter(text)
    var scanner = CSVScanner(
      bytes: file.bytes, delimiter: delimiter, range: textStart..<file.bytes.count)
    repeat {
      guard scanner.next() else {
        issues.append(.noRows(file.path, schema.rowNoun))
        return nothing
      }
    } while scanner.isBlank
    for fault in scanner.faults {
      let place = InputPlace(
        file: file.path, line: scanner.line(at: fault.offset), column: fault.field + 1)
      issues.append(.structure(fault, text: scanner.text(fault.field), at: place))
    }
    guard scanner.faults.isEmpty else { return nothing }
    let match = HeaderMatch(
      headers: (0..<scanner.fieldCount).map { scanner.text($0) }, schema: schema,
      columnMap: columnMap, file: file.path, line: scanner.line, issues: &issues, notes: &notes)
    var table = TypedTable(schema: schema, match: match, file: file.path)
    readRows(
      scanner.position..<file.bytes.count, lineOffset: scanner.nextLine - 1,
      delimiter: delimiter, match: match, table: &table, issues: &issues)
    if table.rows == 0 && issues.isEmpty { issues.append(.noRows(file.path, schema.rowNoun)) }
    return table
  }

  /// Where the text starts, or nil when the file is not UTF-8 from the start.
  private func checkedTextStart(_ issues: inout InputIssues) -> Int? {
    if let signature = FileSignature(file.bytes) {
      issues.append(.notText(file.path, signature))
      return nil
    }
    // The rest is checked run by run; a head in another encoding would only give odd headers.
    let head = UnsafeBufferPointer(rebasing: file.bytes.prefix(1 << 16))
    switch TextEncodingCheck(head) {
    case .utf8(let start): return start
    case .utf16: issues.append(.utf16(file.path))
    case .other(let offset):
      // A character cut by the end of the head is no fault.
      if offset + 4 > head.count && head.count < file.bytes.count {
        return head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      }
      let line = 1 + CSVScanner.lineBreaks(in: head, 0..<offset)
      issues.append(.notUTF8(InputPlace(file: file.path, line: line), byte: head[offset]))
    }
    return nil
  }

  private func readRows(
    _ range: Range<Int>, lineOffset: Int, delimiter: UInt8, match: HeaderMatch,
    table: inout TypedTable, issues: inout InputIssues
  ) {
    let runs = CSVRuns(file.bytes, range: range, length: Self.runLength).ranges
    var chunks = (0..<max(1, min(threads, runs.count))).map { _ in
      TableChunk(schema: schema, match: match, file: file.path)
    }
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
        take(chunk, &lineOffset, &table, &issues)
        guard chunk.end == run.upperBound else {
          // The guess where this run ends was wrong (a stray quote): the rest is read in one go.
          chunks.removeLast(chunks.count - 1)
          let rest = chunk.end..<range.upperBound
          Self.read([rest], of: file, delimiter: delimiter, into: &chunks)
          take(chunks[0], &lineOffset, &table, &issues)
          return
        }
      }
      next += batch.count
    }
  }

  private func take(
    _ chunk: TableChunk, _ lineOffset: inout Int, _ table: inout TypedTable,
    _ issues: inout InputIssues
  ) {
    table.append(chunk, lineOffset: lineOffset)
    issues.append(contentsOf: chunk.issues, lineOffset: lineOffset)
    lineOffset += chunk.lineCount
  }

  /// Reads each run into the chunk at its position.
  private static func read(
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
