import Tables

extension TableReading {
  /// Reads text that is unpacked or converted on the way.
  mutating func readStream() {
    do throws(TextStreamProblem) {
      var text = TextBlock(try open())
      guard try text.readMore() else {
        issues.append(.noRows(file.path, source.schema.rowNoun))
        return
      }
      if Self.looksLikeJSON(text.bytes) {
        try readJSONLines(&text)
      } else {
        try readDelimited(&text)
      }
    } catch {
      report(error, line: 1)
    }
  }

  func open() throws(TextStreamProblem) -> TextStream {
    do throws(FileProblem) {
      return try TextStream(file)
    } catch {
      throw .file(error)
    }
  }

  private mutating func readDelimited(_ text: inout TextBlock) throws(TextStreamProblem) {
    let delimiter = text.bytes.withUnsafeBufferPointer { self.delimiter(of: $0) }
    noteForm(
      Delimiter.name(delimiter), encoding: text.stream.encoding,
      isCompressed: text.stream.isCompressed)
    var lineOffset = 0
    var chunk: TableChunk?
    while true {
      text.consumed = text.bytes.withUnsafeBufferPointer {
        readRecords($0, delimiter, isEnd: text.isEnd, &chunk, &lineOffset)
      }
      // Without a header there are no rows; past a byte that is no text, lines mean nothing.
      if text.isEnd || (chunk == nil && !issues.isEmpty) || chunk?.hasForeignByte == true {
        return
      }
      do throws(TextStreamProblem) {
        _ = try text.readMore()
      } catch {
        // The text before the fault is read all the same, so that its issues are told as well.
        let lines = text.bytes.withUnsafeBufferPointer {
          CSVScanner.lineBreaks(in: $0, $0.indices)
        }
        let line = 1 + lineOffset + lines
        _ = text.bytes.withUnsafeBufferPointer {
          readRecords($0, delimiter, isEnd: false, &chunk, &lineOffset)
        }
        report(error, line: line)
        return
      }
    }
  }

  /// Reads the records that end within `bytes`; returns how many bytes they take.
  private mutating func readRecords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, isEnd: Bool,
    _ chunk: inout TableChunk?, _ lineOffset: inout Int
  ) -> Int {
    var start = 0
    if chunk == nil {
      guard let header = header(bytes, delimiter, isEnd: isEnd), readHeader(header) else {
        return 0
      }
      start = header.position
      lineOffset += header.nextLine - 1
      chunk = TableChunk(table)
    }
    chunk!.read(bytes, delimiter: delimiter, range: start..<bytes.count, isFinal: isEnd)
    take(chunk!, &lineOffset)
    return chunk!.end
  }

  /// The header's record, if it ends within the text.
  private func header(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, isEnd: Bool
  ) -> CSVScanner? {
    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter)
    repeat {
      guard scanner.next() else { return nil }
    } while scanner.isBlank
    return isEnd || scanner.position < bytes.count ? scanner : nil
  }

  mutating func report(_ problem: TextStreamProblem, line: Int) {
    switch problem {
    case .file(let problem): issues.append(.unusable(problem))
    case .undecodable(let byte, let encoding):
      issues.append(
        .undecodable(InputPlace(file: file.path, line: line), byte: byte, encoding))
    }
  }
}

/// The text of a stream that is held at a time: whole records as far as they are known, and the
/// beginning of the next.
struct TextBlock {
  let stream: TextStream
  private(set) var bytes: [UInt8] = []
  private(set) var isEnd = false
  /// Bytes that are not needed any more.
  var consumed = 0

  init(_ stream: TextStream) { self.stream = stream }

  /// Drops what was consumed and reads on, at least as much again as is still there: a record of
  /// any length is scanned a logarithmic number of times. False when nothing was left.
  mutating func readMore() throws(TextStreamProblem) -> Bool {
    bytes.removeFirst(consumed)
    consumed = 0
    let wanted = max(TextStream.blockLength, bytes.count)
    let before = bytes.count
    while !isEnd && bytes.count - before < wanted {
      isEnd = !(try stream.read(into: &bytes))
    }
    return bytes.count > before
  }
}
