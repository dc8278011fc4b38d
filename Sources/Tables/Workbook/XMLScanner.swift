#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes the XML of a workbook's part apart as it is unpacked: of the text, only the token at hand and what
/// was unpacked behind it are held.
///
/// Prefixes of names are passed over, so that any namespace prefix is read, as are strict namespaces. Document
/// types are refused; comments and processing instructions are skipped. Tags must be balanced, but names of end tags
/// are not compared with those of start tags: what a disk or a network damaged, the part's checksum tells.
struct XMLScanner: ~Copyable {
  enum Token {
    /// An element is opened; one that is closed by the same tag is followed by its `end` all the same.
    case start
    case end
    /// Text up to the next tag, or a CDATA section.
    case text
    case finished
  }

  /// Name of the part, for messages.
  let part: String
  /// Elements that are open behind the last token.
  var depth = 0
  /// Local name of the element last opened.
  var name = 0..<0
  /// What stands behind the name in the tag last opened.
  var attributes = 0..<0
  /// The text last found.
  var text = 0..<0
  /// Whether the text is a CDATA section, in which `&` is itself.
  var isLiteral = false
  /// Whether the element that was opened last is closed by the same tag.
  var closesNext = false
  var hasRoot = false

  private let reader: ZipEntryReader
  /// Ranges of tokens count from here, and hold until the next token.
  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity = Self.pieceLength
  private(set) var count = 0
  var position = 0
  private var isAtEnd = false

  private static let pieceLength = 1 << 18
  /// Longer than the longest cell by far.
  static let longestToken = 1 << 24

  /// Starts at the beginning of a part.
  init(_ reader: ZipEntryReader) throws(WorkbookProblem) {
    self.reader = reader
    part = reader.entry.name
    base = .allocate(capacity: capacity)
    while count < 4, try refill() {}
    let head = UnsafeBufferPointer(start: base, count: min(4, count))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw .foreignEncoding(part: part, name: "UTF-16")
    }
  }

  deinit { base.deallocate() }

  /// Share of the part's packed bytes that was unpacked.
  var progress: Double { reader.progress }

  func damage(_ damage: WorkbookDamage) -> WorkbookProblem { .damaged(part: part, damage) }

  /// The next token; `finished` when the part's data were read to their end and are undamaged.
  mutating func next() throws(WorkbookProblem) -> Token {
    if closesNext {
      closesNext = false
      depth -= 1
      return .end
    }
    while true {
      if position < count {
        if base[position] != UInt8(ascii: "<") {
          if readText() { if try isKept() { return .text } else { continue } }
        } else if let found = try readTag() {
          if let token = found.token { return token }
          continue
        }
      }
      if try !refill() { return try finish() }
    }
  }

  // MARK: Text

  /// Whether the text ends within the bytes held.
  private mutating func readText() -> Bool {
    let left = count - position
    guard let found = memchr(base + position, Int32(UInt8(ascii: "<")), left) else { return false }
    let end = UnsafeMutablePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    text = position..<end
    isLiteral = false
    position = end
    return true
  }

  /// Outside the root there is nothing but blanks, which are no text.
  private func isKept() throws(WorkbookProblem) -> Bool {
    if depth > 0 { return true }
    guard isBlank(text) else { throw damage(.malformed) }
    return false
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    range.allSatisfy { base[$0] <= .space }
  }

  private func finish() throws(WorkbookProblem) -> Token {
    guard depth == 0, hasRoot, isBlank(position..<count) else { throw damage(.truncated) }
    return .finished
  }

  // MARK: Bytes

  /// Unpacks more behind the token that is not whole yet; false at the end of the part.
  ///
  /// There is room for as much again as the token already has, so that one of any length is looked at a
  /// logarithmic number of times.
  private mutating func refill() throws(WorkbookProblem) -> Bool {
    if isAtEnd { return false }
    let tail = count - position
    guard tail <= Self.longestToken else { throw damage(.malformed) }
    if tail > capacity / 2 {
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      grown.update(from: base + position, count: tail)
      base.deallocate()
      base = grown
      capacity *= 2
    } else {
      memmove(base, base + position, tail)
    }
    position = 0
    count = tail
    let found = try reader.read(
      into: UnsafeMutableBufferPointer(start: base + count, count: capacity - count))
    count += found
    isAtEnd = found == 0
    return !isAtEnd
  }
}
