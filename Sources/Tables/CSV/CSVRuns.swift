/// Divides a delimited file into runs of whole records of about equal length.
///
/// A run ends behind a line break outside quotes, as counted from the start; a stray quote inside
/// an unquoted field can mislead the count, so whoever reads a run compares where its last record
/// ended with the run's end.
public struct CSVRuns: Sendable {
  /// Adjacent, in order, covering the whole range.
  public let ranges: [Range<Int>]

  /// Looks at every byte of the range once.
  ///
  /// - Parameter length: bytes of a run; its last record is finished beyond them.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, length: Int) {
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = Self.recordEnd(bytes, from: start, length: length, limit: range.upperBound)
      ranges.append(start..<end)
      start = end
    }
    self.ranges = ranges
  }

  /// The first offset at least `length` behind `start` at which a record can start.
  ///
  /// Who asks for one run after the other touches no more of the file than that.
  public static func recordEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, limit: Int
  ) -> Int {
    var index = min(start + length, limit)
    var isQuoted = quotes(bytes, start..<index) % 2 == 1
    while index < limit {
      let byte = bytes[index]
      index += 1
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed { return index }
      if byte == .carriageReturn {
        return index < limit && bytes[index] == .lineFeed ? index + 1 : index
      }
    }
    return limit
  }

  private static func quotes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while start < range.upperBound {
      // A byte-wide counter over at most 255 bytes: sixteen of them are added at a time.
      let end = min(start + 240, range.upperBound)
      var inBlock: UInt8 = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[start..<end]) {
        inBlock &+= byte == .quote ? 1 : 0
      }
      count += Int(inBlock)
      start = end
    }
    return count
  }
}
