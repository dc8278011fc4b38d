/// Reads one JSON object (RFC 8259) as a row: every value in it with the path of its keys.
///
/// `{"name": "A", "stats": {"views": 5}}` has the members `name` and `stats.views`. Texts are
/// unescaped, numbers stay as written, `null` is empty, and a list of plain values is joined by
/// `;`. All in storage that the next object uses again.
public struct JSONObjectReader {
  /// A value and the path of its keys; ranges of `storage`.
  public struct Member: Sendable {
    /// Keys to the value, joined with dots: a range of `storage`.
    public var path: Range<Int>
    /// Text of the value, escapes resolved: a range of `storage`.
    public var value: Range<Int>
    /// Offset of the value in the object's bytes.
    public var offset: Int
  }

  /// In the order written.
  public private(set) var members: [Member] = []
  /// UTF-8 where the object's bytes are.
  public private(set) var storage: [UInt8] = []
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var index = 0

  /// Objects inside objects beyond this are no rows of a table.
  public static let maximumDepth = 16
  /// Values of an object; far more than any table has columns.
  public static let maximumMembers = 10_000
  /// Bytes of a path: each value repeats that of the object which it is in.
  public static let maximumPath = 1024

  /// Starts without any member.
  public init() {}

  /// Reads the object that is all there is in `bytes`, blanks aside.
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    members.removeAll(keepingCapacity: true)
    storage.removeAll(keepingCapacity: true)
    self.bytes = bytes
    index = 0
    skipBlanks()
    try readObject(prefix: 0..<0, depth: 1)
    skipBlanks()
    guard index == bytes.count else { throw fault(.textAfterObject) }
  }

  /// The text between the quotes that are all there is in `bytes`; nil where it is none.
  public mutating func text(quotedIn bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    members.removeAll(keepingCapacity: true)
    storage.removeAll(keepingCapacity: true)
    self.bytes = bytes
    index = 0
    do throws(JSONFault) { try readString() } catch { return nil }
    return index == bytes.count ? storage : nil
  }

  private mutating func readObject(prefix: Range<Int>, depth: Int) throws(JSONFault) {
    guard depth <= Self.maximumDepth else { throw fault(.tooDeep) }
    guard take(UInt8(ascii: "{")) else { throw fault(.expected(.openingBrace)) }
    skipBlanks()
    if take(UInt8(ascii: "}")) { return }
    while true {
      let start = storage.count
      storage.append(contentsOf: storage[prefix])
      if !prefix.isEmpty { storage.append(UInt8(ascii: ".")) }
      try readString()
      let path = start..<storage.count
      guard path.count <= Self.maximumPath else { throw fault(.keyTooLong) }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault(.expected(.colon)) }
      skipBlanks()
      try readValue(path, depth: depth)
      skipBlanks()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault(.expected(.commaOrBrace)) }
      skipBlanks()
    }
  }

  private mutating func readValue(_ path: Range<Int>, depth: Int) throws(JSONFault) {
    if peek == UInt8(ascii: "{") {
      try readObject(prefix: path, depth: depth + 1)
      return
    }
    let offset = index
    let start = storage.count
    if peek == UInt8(ascii: "[") { try readList() } else { try readScalar() }
    guard members.count < Self.maximumMembers else { throw fault(.tooManyValues) }
    members.append(Member(path: path, value: start..<storage.count, offset: offset))
  }

  private mutating func readList() throws(JSONFault) {
    _ = take(UInt8(ascii: "["))
    skipBlanks()
    if take(UInt8(ascii: "]")) { return }
    while true {
      if peek == UInt8(ascii: "{") || peek == UInt8(ascii: "[") { throw fault(.nestedList) }
      try readScalar()
      skipBlanks()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw fault(.expected(.commaOrBracket)) }
      storage.append(UInt8(ascii: ";"))
      skipBlanks()
    }
  }

  private mutating func readScalar() throws(JSONFault) {
    if peek == UInt8(ascii: "\"") { return try readString() }
    let start = index
    while let byte = peek, Self.isOfWord(byte) { index += 1 }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
    guard !word.isEmpty else { throw fault(.expected(.value)) }
    if !word.elementsEqual("null".utf8) { storage.append(contentsOf: word) }
  }

  /// Letters, digits and signs: numbers, `true`, and the `NaN` that some programs write. Whether
  /// they are what a column wants is for the column to say.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension JSONObjectReader {
  private mutating func readString() throws(JSONFault) {
    let open = index
    guard take(UInt8(ascii: "\"")) else { throw fault(.expected(.quote)) }
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "\\"): try readEscape()
      case 0..<0x20:
        index -= 1
        throw fault(.controlCharacter)
      default: storage.append(byte)
      }
    }
    index = open
    throw fault(.unclosedString)
  }

  private mutating func readEscape() throws(JSONFault) {
    guard let byte = peek else { throw fault(.badEscape) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): storage.append(byte)
    case UInt8(ascii: "b"): storage.append(8)
    case UInt8(ascii: "f"): storage.append(12)
    case UInt8(ascii: "n"): storage.append(10)
    case UInt8(ascii: "r"): storage.append(13)
    case UInt8(ascii: "t"): storage.append(9)
    case UInt8(ascii: "u"): try readCodePoint()
    default:
      index -= 1
      throw fault(.badEscape)
    }
  }

  /// `\u65e5`, or a pair of surrogates for one character.
  private mutating func readCodePoint() throws(JSONFault) {
    let start = index
    var value = try readHexadecimal()
    if (0xD800..<0xDC00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try readHexadecimal()
      guard (0xDC00..<0xE000).contains(low) else {
        index = start
        throw fault(.badEscape)
      }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard value != 0, let scalar = Unicode.Scalar(value) else {
      index = start
      throw fault(.badEscape)
    }
    storage.append(contentsOf: UTF8.encode(scalar)!)
  }

  private mutating func readHexadecimal() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(.badEscape)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
  }

  private func fault(_ kind: JSONFault.Kind) -> JSONFault { JSONFault(kind: kind, offset: index) }
}
