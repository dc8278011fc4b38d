import Tables

/// Whoever takes the rows of a table while it is read, so that memory does not grow with it.
struct TableBatches {
  /// Rows from which on a batch is handed over.
  let rows: Int
  /// Gets the rows read since the last time and the issues so far, and how much of the file they
  /// end (0…1; NaN where that is not known); returns whether it wants more.
  let take: (_ table: inout TypedTable, _ issues: inout InputIssues, _ progress: Double) -> Bool
}

extension TableReading {
  /// Hands over the rows read since the last time.
  ///
  /// Rows at the end that may go on with one id wait for those that follow, unless these are the last.
  mutating func handOver(progress: Double, isLast: Bool = false) {
    guard let batches = source.batches, !isStopped, table.match != nil else { return }
    let run = isLast ? nil : table.lastRun(within: batches.rows)
    if run == 0 { return }
    let rest = run.map { table.splitOff(from: $0) }
    isStopped = !batches.take(&table, &issues, progress)
    var next = rest ?? TypedTable(schema: table.schema, match: table.match, file: table.file)
    next.hasFieldPlaces = table.hasFieldPlaces
    next.countsRows = table.countsRows
    next.faultSettings = table.faultSettings
    next.columnsOfFields = table.columnsOfFields
    // What was seen of the whole file stays.
    (next.conventions, next.decisions) = (table.conventions, table.decisions)
    next.values = table.values
    next.terms = table.terms
    next.isReread = table.isReread
    (next.statesFormats, next.platformCounts) = (table.statesFormats, table.platformCounts)
    (next.evidence, next.shape) = (table.evidence, table.shape)
    next.titleUnits = table.titleUnits
    table = next
  }

  /// Reads runs one after the other, as long as rows are wanted, and gives up their memory behind
  /// them.
  mutating func readRunsInPassing(_ range: Range<Int>, lineOffset: Int, delimiter: UInt8) {
    var chunks = (0..<max(1, source.threads)).map { _ in TableChunk(table) }
    var (lineOffset, start) = (lineOffset, range.lowerBound)
    // Whoever wants a few rows need not wait for many.
    let length = source.batches?.rows == 1 ? TableFile.runLength >> 5 : TableFile.runLength
    while start < range.upperBound && !isStopped {
      var runs: [Range<Int>] = []
      var end = start
      while runs.count < chunks.count && end < range.upperBound {
        let next = CSVRuns.recordEnd(
          file.bytes, from: end, length: length, limit: range.upperBound)
        runs.append(end..<next)
        end = next
      }
      Self.read(runs, of: file, delimiter: delimiter, into: &chunks)
      let first = start
      for (run, chunk) in zip(runs, chunks) {
        start = chunk.end
        take(chunk, &lineOffset, progress: Double(start) / Double(file.bytes.count))
        // The guess where this run ends was wrong (a stray quote): the next are cut anew.
        if chunk.end != run.upperBound { break }
      }
      file.release(first..<start)
    }
  }
}
