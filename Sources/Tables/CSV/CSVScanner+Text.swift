extension CSVScanner {
  /// Fields in the current record.
  public var fieldCount: Int { fields.count }

  /// Bytes of a field; doubled quotes still doubled.
  public func rawBytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let place = fields[field]
    return UnsafeBufferPointer(
      start: bytes.baseAddress! + place.start, count: place.end - place.start)
  }

  /// Bytes of a field without blanks at either end; doubled quotes still doubled.
  public func trimmedBytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    TextBytes.trimmed(rawBytes(field))
  }

  /// Calls `body` with the text of a field: blanks at either end dropped, doubled quotes single.
  ///
  /// - Parameter scratch: reused storage for the rare field that is not its own bytes.
  public func withText(
    _ field: Int, scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let raw = trimmedBytes(field)
    guard fields[field].hasDoubledQuotes else { return body(raw) }
    scratch.removeAll(keepingCapacity: true)
    var index = 0
    while index < raw.count {
      scratch.append(raw[index])
      index += raw[index] == .quote && index + 1 < raw.count && raw[index + 1] == .quote ? 2 : 1
    }
    scratch.withUnsafeBufferPointer(body)
  }

  /// Text of a field: blanks at either end dropped, doubled quotes single.
  public func text(_ field: Int) -> String {
    var text = ""
    var scratch: [UInt8] = []
    withText(field, scratch: &scratch) { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// Whether every field of the record is blank, as in the rows `,,,` of a spreadsheet.
  public var isBlank: Bool {
    fields.indices.allSatisfy { trimmedBytes($0).isEmpty }
  }
}

extension CSVScanner {
  /// The delimiter of a file: of `,` `;` and tab the one most frequent in its first line that
  /// has any, outside quotes; `,` when there is none, or on a tie.
  public static func detectDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed || byte == .carriageReturn {
        if counts != [0, 0, 0] { break }
      } else if let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
      }
    }
    return candidates[counts.firstIndex(of: counts.max()!)!]
  }
}
