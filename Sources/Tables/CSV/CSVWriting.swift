/// Writes a delimited table into a byte buffer, RFC 4180: CRLF, quotes only where needed.
public struct CSVWriter: Sendable {
  /// What was written so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var fieldsInRow = 0
  private var rowStart = 0

  /// Starts an empty table.
  public init() {}

  /// Appends a field of text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  /// Appends a field given as UTF-8.
  public mutating func append(utf8 field: UnsafeBufferPointer<UInt8>) {
    startField()
    guard Self.needsQuotes(field) else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(.quote)
    for byte in field {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }

  /// Appends the shortest decimal that reads back as the same double; NaN is an empty field.
  public mutating func append(_ number: Double) {
    startField()
    bytes.append(contentsOf: CSVWriter.shortest(number).utf8)
  }

  /// Appends a whole number.
  public mutating func append(_ number: Int) {
    startField()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Ends the row with CRLF.
  public mutating func endRow() {
    // A row of one empty field would otherwise be a blank line, which readers skip.
    if bytes.count == rowStart && fieldsInRow == 1 { bytes.append(contentsOf: [.quote, .quote]) }
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
    fieldsInRow = 0
    rowStart = bytes.count
  }

  /// The shortest decimal that reads back as the same double: `34000`, `0.1`, `2.28e+22`; ""
  /// for NaN.
  public static func shortest(_ number: Double) -> String {
    if number.isNaN { return "" }
    let isPlainInteger =
      number.rounded() == number && number.magnitude < 1e15
      && !(number == 0 && number.sign == .minus)
    return isPlainInteger ? String(Int(number)) : number.description
  }

  private mutating func startField() {
    if fieldsInRow > 0 { bytes.append(0x2C) }
    fieldsInRow += 1
  }

  private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    if first == .space || last == .space { return true }
    return field.contains {
      $0 == 0x2C || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
    }
  }
}
