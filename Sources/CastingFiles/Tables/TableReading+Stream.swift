import Tables

extension TableReading {
  /// Reads text that is unpacked or converted on the way.
  mutating func readStream() {
    guard var text = open() else { return }
    text.readMore()
    if text.bytes.isEmpty {
      report(text.problem, line: 1)
    } else if Self.looksLikeJSON(text.bytes) {
      readJSON(text)
    } else {
      readDelimited(&text)
    }
  }

  /// The text from its beginning; nil, with an issue, where there is none.
  mutating func open() -> TextBlock? {
    do throws(FileProblem) {
      return TextBlock(try TextStream(file, isPassing: source.batches != nil))
    } catch {
      issues.append(.unusable(error))
      return nil
    }
  }

  private mutating func readDelimited(_ text: inout TextBlock) {
    let (separator, delimiter) = text.bytes.withUnsafeBufferPointer { bytes in
      let separator = source.isConverted ? nil : SeparatorLine(bytes)
      let usual = source.isConverted ? Delimiter.comma : nil
      return (separator, usual ?? separator?.delimiter ?? self.delimiter(of: bytes))
    }
    noteForm(
      delimiter, separator, encoding: text.stream.encoding,
      isCompressed: text.stream.isCompressed)
    var lineOffset = 0
    if let separator {
      text.consumed = separator.length
      text.readMore()
      lineOffset = 1
    }
    var chunk: TableChunk?
    while true {
      text.consumed = text.bytes.withUnsafeBufferPointer {
        readRecords($0, delimiter, isEnd: text.isWhole, &chunk, &lineOffset)
      }
      // Without a header there are no rows; past a byte that is no text, lines mean nothing.
      if (chunk == nil && !issues.isEmpty) || chunk?.hasForeignByte == true { return }
      guard !text.isEnd, !isStopped, !hasMetEnd else { break }
      if text.holdsEndlessRecord {
        reportEndlessRecord(line: 1 + lineOffset)
        return
      }
      text.readMore()
    }
    let lines = text.bytes.dropFirst(text.consumed).withUnsafeBufferPointer {
      CSVScanner.lineBreaks(in: $0, $0.indices)
    }
    report(text.problem, line: 1 + lineOffset + lines)
  }

  /// Reads the records that end within `bytes`; returns how many bytes they take.
  private mutating func readRecords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, isEnd: Bool,
    _ chunk: inout TableChunk?, _ lineOffset: inout Int
  ) -> Int {
    var start = 0
    if chunk == nil {
      if let offset = TextEncodingCheck.firstInvalid(bytes, in: 0..<headLength(bytes, isEnd)) {
        // Headers in a foreign encoding would be unknown, and lead astray.
        let line = 1 + lineOffset + CSVScanner.lineBreaks(in: bytes, 0..<offset)
        issues.append(.notUTF8(InputPlace(file: file.path, line: line), byte: bytes[offset]))
        return 0
      }
      guard let header = header(bytes, delimiter, isEnd: isEnd),
        readHeader(header, lineOffset: lineOffset)
      else { return 0 }
      start = header.scanner.position
      lineOffset += header.scanner.nextLine - 1
      table.countsRows = source.isConverted
      if source.isConverted { lineOffset = 0 }
      chunk = TableChunk(table)
    }
    if let end = source.conventions.end { chunk!.endLine = Int(end.line) - lineOffset }
    chunk!.read(bytes, delimiter: delimiter, range: start..<bytes.count, isFinal: isEnd)
    if source.isConverted { chunk!.countRows() }
    take(chunk!, &lineOffset)
    hasMetEnd = hasMetEnd || chunk!.hasMetEnd
    return chunk!.end
  }

  /// Bytes that can be judged: a character may be cut by the end of those that are there.
  private func headLength(_ bytes: UnsafeBufferPointer<UInt8>, _ isEnd: Bool) -> Int {
    min(TableFile.headLength, isEnd ? bytes.count : max(0, bytes.count - 4))
  }

  /// The header's record, if it ends within the text.
  private func header(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, isEnd: Bool
  ) -> TableHead.Found? {
    let found = TableHead(source).header(of: bytes, delimiter: delimiter, isEnd: isEnd)
    guard let found, isEnd || found.scanner.position < bytes.count else { return nil }
    return found
  }

  /// Says that a record goes on and on; nothing can be read behind it.
  mutating func reportEndlessRecord(line: Int, column: Int? = nil) {
    issues.append(
      .recordTooLong(
        InputPlace(file: file.path, line: line, column: column),
        maximum: TextBlock.maximumRecord))
    table.isWhole = false
  }

  mutating func report(_ problem: TextStreamProblem?, line: Int) {
    switch problem {
    case nil: break
    case .file(let problem): issues.append(.unusable(problem))
    case .undecodable(let byte, let encoding):
      issues.append(
        .undecodable(InputPlace(file: file.path, line: line), byte: byte, encoding))
    }
  }
}
