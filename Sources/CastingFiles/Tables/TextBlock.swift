import Tables

/// The text of a stream that is held at a time: whole records as far as they are known, and the
/// beginning of the next.
struct TextBlock {
  let stream: TextStream
  private(set) var bytes: [UInt8] = []
  /// Whether nothing follows.
  private(set) var isEnd = false
  /// Why the text ends before the file does.
  private(set) var problem: TextStreamProblem?
  /// Bytes that are not needed any more.
  var consumed = 0

  init(_ stream: TextStream) { self.stream = stream }

  /// Whether the text ends here and all of it could be read.
  var isWhole: Bool { isEnd && problem == nil }

  /// Bytes of a record at most, a row of a table or an object: what is longer is no table, and would
  /// take memory without measure. A file of some hundred kilobytes can unpack to one field of gigabytes.
  static let maximumRecord = 8 << 20
  /// Bytes read at a time at most: a longest record is scanned a few times, not once for each block.
  private static let maximumRead = 4 << 20

  /// Whether the record that begins behind what was consumed is longer than any may be.
  var holdsEndlessRecord: Bool { bytes.count - consumed > Self.maximumRecord }

  /// Drops what was consumed and reads on, as much again as is still there.
  mutating func readMore() {
    bytes.removeFirst(consumed)
    consumed = 0
    let wanted = min(max(TextStream.blockLength, bytes.count), Self.maximumRead)
    let before = bytes.count
    // Grown by doubling, a long record would take twice the memory it needs.
    bytes.reserveCapacity(before + wanted + TextStream.blockLength)
    do throws(TextStreamProblem) {
      while !isEnd && bytes.count - before < wanted {
        isEnd = !(try stream.read(into: &bytes))
      }
    } catch {
      problem = error
      isEnd = true
    }
  }
}
