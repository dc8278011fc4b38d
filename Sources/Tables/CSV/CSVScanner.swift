/// Splits the bytes of a delimited file into records, RFC 4180, one at a time.
///
/// Fields are ranges of the bytes given, not copies; memory does not grow with the file. A quote
/// opens a quoted field only as the first byte of a field; elsewhere it is text. Records end at
/// LF, CRLF or CR. Blank lines are skipped. O(bytes).
public struct CSVScanner {
  /// The whole file; must outlive the scanner.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// An ASCII character, `,` `;` or tab as a rule.
  public let delimiter: UInt8
  /// Fields of the current record.
  public private(set) var fields: [CSVField] = []
  /// Faults of the current record.
  public private(set) var faults: [CSVFault] = []
  /// Line at which the current record starts, from 1 at the scanner's first byte.
  public private(set) var line = 0
  /// Offset of the current record's first byte.
  public private(set) var recordStart = 0
  /// Offset of the next record's first byte.
  public private(set) var position: Int
  /// Line at `position`.
  public private(set) var nextLine = 1
  private let end: Int

  /// Reads nothing yet. The bytes must outlive the scanner and all it lends.
  ///
  /// - Parameter range: offsets at which to start and to stop; the last record started before
  ///   the end of the range is read whole.
  public init(bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, range: Range<Int>? = nil) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Moves to the next record; false at the end.
  public mutating func next() -> Bool {
    skipBlankLines()
    guard position < end else { return false }
    recordStart = position
    line = nextLine
    // Given back at the end: appending to a property directly would check uniqueness each time.
    var found = fields
    fields = []
    found.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults.removeAll() }
    scanRecord(into: &found)
    fields = found
    return true
  }

  /// Line of an offset inside the current record.
  public func line(at offset: Int) -> Int {
    line + CSVScanner.lineBreaks(in: bytes, recordStart..<offset)
  }

  private mutating func skipBlankLines() {
    while position < end {
      switch bytes[position] {
      case .lineFeed: position += 1
      case .carriageReturn: position += breakLength(at: position)
      default: return
      }
      nextLine += 1
    }
  }

  private mutating func scanRecord(into found: inout [CSVField]) {
    let base = bytes.baseAddress!
    let count = bytes.count
    let delimiter = delimiter
    var ends = FieldEnds(bytes, delimiter: delimiter)
    var index = position
    while true {
      let start = index
      if index < count && base[index] == .quote {
        index = scanQuoted(from: index, into: &found)
      } else {
        index = ends.next(from: index)
        found.append(CSVField(start: start, end: index, hasDoubledQuotes: false))
      }
      guard index < count else {
        position = count
        return
      }
      if base[index] == delimiter {
        index += 1
        continue
      }
      position = index + breakLength(at: index)
      nextLine += 1
      return
    }
  }

  /// Reads the quoted field that opens at `open`; returns the offset of what ends it.
  private mutating func scanQuoted(from open: Int, into found: inout [CSVField]) -> Int {
    var index = open + 1
    var hasDoubledQuotes = false
    while true {
      while index < bytes.count && bytes[index] != .quote { index += 1 }
      guard index < bytes.count else {
        addFault(.unclosedQuote, at: open, field: found.count)
        found.append(CSVField(start: open + 1, end: index, hasDoubledQuotes: hasDoubledQuotes))
        break
      }
      if index + 1 < bytes.count && bytes[index + 1] == .quote {
        hasDoubledQuotes = true
        index += 2
        continue
      }
      found.append(CSVField(start: open + 1, end: index, hasDoubledQuotes: hasDoubledQuotes))
      index = skipAfterClosingQuote(index + 1, open: open, field: found.count - 1)
      break
    }
    nextLine += CSVScanner.lineBreaks(in: bytes, open..<min(index, bytes.count))
    return index
  }

  private mutating func skipAfterClosingQuote(_ start: Int, open: Int, field: Int) -> Int {
    var index = start
    var hasText = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      if byte != .space { hasText = true }
      index += 1
    }
    if hasText { addFault(.textAfterClosingQuote, at: open, field: field) }
    return index
  }

  private mutating func addFault(_ kind: CSVFault.Kind, at offset: Int, field: Int) {
    faults.append(CSVFault(kind: kind, offset: offset, field: field))
  }

  private func breakLength(at index: Int) -> Int {
    let isPair =
      bytes[index] == .carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == .lineFeed
    return isPair ? 2 : 1
  }

  /// Line breaks (LF, CRLF or CR) that begin in a range.
  package static func lineBreaks(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var breaks = 0
    for index in range {
      let byte = bytes[index]
      if byte == .carriageReturn {
        breaks += 1
      } else if byte == .lineFeed && !(index > 0 && bytes[index - 1] == .carriageReturn) {
        breaks += 1
      }
    }
    return breaks
  }
}

extension UInt8 {
  static let lineFeed: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let quote: UInt8 = 34
  static let space: UInt8 = 32
}
