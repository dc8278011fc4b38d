/// The text of a file as UTF-8, block by block: unpacked and converted on the way.
///
/// Memory does not grow with the file. A byte-order mark is left out.
public final class TextStream {
  /// Whether the file is gzip data.
  public let isCompressed: Bool
  /// As far as the text read so far tells: plain ASCII counts as UTF-8.
  public private(set) var encoding = TextEncoding.utf8
  private let file: MappedFile
  private let gzip: GzipReader?
  private var decoder: TextDecoder?
  /// Bytes of the file, unpacked, that are not yet converted.
  private var pending: [UInt8] = []
  /// Where the next bytes are taken from, in a file that is not compressed.
  private var position = 0
  /// Whether the memory of what was read is given up.
  private let isPassing: Bool
  private var isDecided = false
  private var isAtStart = true

  /// Bytes asked for at a time.
  package static let blockLength = 1 << 20

  /// Looks at the first bytes for the encoding, and whether they are compressed.
  ///
  /// - Parameter isPassing: whether to let the system take back the memory of the file behind what
  ///   was read.
  /// - Throws: `FileProblem` where the file cannot be unpacked.
  public init(_ file: MappedFile, isPassing: Bool = false) throws(FileProblem) {
    self.file = file
    self.isPassing = isPassing
    isCompressed = FileSignature(file.bytes) == .gzip
    gzip = isCompressed ? try GzipReader(file.bytes, path: file.path) : nil
  }

  /// Appends the next block to `text`; false when nothing was left.
  ///
  /// - Throws: what is wrong with the file behind the text appended so far.
  public func read(into text: inout [UInt8]) throws(TextStreamProblem) -> Bool {
    let isEnd = try fillPending()
    if !isDecided { try decide(isEnd: isEnd) }
    guard !pending.isEmpty else { return false }
    defer { isAtStart = false }
    guard let decoder else {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      text += isAtStart && pending.starts(with: mark) ? pending[3...] : pending[...]
      pending.removeAll(keepingCapacity: true)
      return true
    }
    let skipped = isAtStart && encoding != .cp932 ? 2 : 0
    let outcome = pending.withUnsafeBufferPointer {
      decoder.decode(UnsafeBufferPointer(rebasing: $0[skipped...]), into: &text)
    }
    let consumed = skipped + outcome.consumed
    if outcome.isFaulty || (isEnd && consumed < pending.count) {
      throw .undecodable(byte: pending[consumed], encoding)
    }
    pending.removeFirst(consumed)
    return true
  }

  /// Takes a block from the file; true when it was the last.
  private func fillPending() throws(TextStreamProblem) -> Bool {
    if let gzip {
      let before = pending.count
      let start = gzip.position
      defer { if isPassing { file.release(start..<gzip.position) } }
      do throws(FileProblem) {
        try gzip.read(Self.blockLength, into: &pending)
      } catch {
        throw .file(error)
      }
      return pending.count - before < Self.blockLength
    }
    let end = min(file.bytes.count, position + Self.blockLength)
    pending += file.bytes[position..<end]
    if isPassing { file.release(position..<end) }
    position = end
    return end == file.bytes.count
  }

  /// Decides on the encoding with the first block that is not plain ASCII.
  private func decide(isEnd: Bool) throws(TextStreamProblem) {
    let (check, isASCII) = pending.withUnsafeBufferPointer { bytes in
      (
        TextEncodingCheck(bytes, isWhole: isEnd),
        TextEncodingCheck.firstInvalidASCII(bytes, in: bytes.indices) == nil
      )
    }
    if isASCII { return }
    isDecided = true
    // Byte-order marks of UTF-16 stand at the start or are no such marks.
    encoding = if case .utf16 = check, !isAtStart { .utf8 } else { TextEncoding(check) }
    guard encoding != .utf8 else { return }
    do throws(FileProblem) {
      decoder = try TextDecoder(encoding, path: file.path)
    } catch {
      throw .file(error)
    }
  }
}

/// Why the text of a file ends before the file does.
public enum TextStreamProblem: Error, Equatable, Sendable {
  /// It cannot be unpacked or converted at all.
  case file(FileProblem)
  /// A byte that starts no character of the encoding, behind the text read so far.
  case undecodable(byte: UInt8, TextEncoding)
}
