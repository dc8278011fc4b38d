/// The first line of a delimited text that only says what stands between fields, `sep=;`: Excel writes
/// and obeys it.
public struct SeparatorLine: Equatable, Sendable {
  /// What stands between the fields of the lines below.
  public let delimiter: UInt8
  /// Bytes of the line with its end.
  public let length: Int

  /// Nil where the text does not begin with such a line.
  ///
  /// - Parameter bytes: the beginning of a text, without a byte-order mark.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes[...]
    // Programs that quote every text quote this one, too.
    let isQuoted = rest.first == .quote
    if isQuoted { rest = rest.dropFirst() }
    let isHint = rest.prefix(4).elementsEqual("sep=".utf8) { $0 | 0x20 == $1 }
    guard isHint else { return nil }
    rest = rest.dropFirst(4)
    guard let delimiter = rest.popFirst(), Self.canPart(delimiter) else { return nil }
    if isQuoted { guard rest.popFirst() == .quote else { return nil } }
    // Whoever parts the fields of every line alike writes empty ones behind it.
    rest = rest.drop { $0 == delimiter || $0 == .space }
    if rest.first == .carriageReturn { rest = rest.dropFirst() }
    let isBroken = rest.startIndex > 0 && bytes[rest.startIndex - 1] == .carriageReturn
    if rest.first == .lineFeed {
      rest = rest.dropFirst()
    } else if !isBroken {
      return nil
    }
    self.delimiter = delimiter
    length = rest.startIndex
  }

  /// Signs and tabs; what texts and numbers are made of parts nothing.
  private static func canPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09: true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, .quote: false
    default: (0x21..<0x7F).contains(byte)
    }
  }
}
