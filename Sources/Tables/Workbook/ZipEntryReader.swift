import CZlib

/// Unpacks one part of a zip archive, a piece at a time, and checks it against its CRC-32.
///
/// A class, since zlib holds the address of its stream.
final class ZipEntryReader {
  let entry: ZipEntry
  private let file: MappedFile
  private var stream = z_stream()
  private var position: Int
  /// Bytes handed out so far.
  private var produced = 0
  private var sum = CZlib.crc32_z(0, nil, 0)
  private var isFinished = false
  private let isDeflated: Bool

  init(_ entry: ZipEntry, in file: MappedFile) throws(WorkbookProblem) {
    self.entry = entry
    self.file = file
    position = entry.data.lowerBound
    isDeflated = entry.method == 8
    if entry.isEncrypted { throw .passwordProtected }
    guard isDeflated || entry.method == 0 else {
      throw .damaged(part: entry.name, .packingMethod(entry.method))
    }
    if isDeflated {
      // Negative: without any envelope.
      let status = inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      guard status == Z_OK else { throw .damaged(part: entry.name, .packedData) }
    }
  }

  deinit { if isDeflated { inflateEnd(&stream) } }

  /// Share of the packed bytes that was taken, 0…1.
  var progress: Double {
    entry.data.isEmpty ? 1 : Double(position - entry.data.lowerBound) / Double(entry.data.count)
  }

  /// Writes the next bytes to `target`, which must have room; returns how many there were, none at the end.
  ///
  /// - Throws: `damaged` at the latest where the part ends, if it is not what the archive says.
  func read(into target: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookProblem) -> Int {
    if isFinished { return 0 }
    let start = position
    let count = isDeflated ? try unpack(target) : copy(target)
    sum = CZlib.crc32_z(sum, target.baseAddress, count)
    produced += count
    // Read once: what lies behind need not stay in memory.
    file.release(start..<position)
    if count == 0 { try finish() }
    return count
  }

  private func copy(_ target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(target.count, entry.data.upperBound - position)
    _ = target.update(fromContentsOf: file.bytes[position..<position + count])
    position += count
    return count
  }

  private func unpack(_ target: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookProblem) -> Int {
    let room = min(target.count, 1 << 30)
    stream.next_out = target.baseAddress
    stream.avail_out = UInt32(room)
    while stream.avail_out > 0 {
      let packed = min(entry.data.upperBound - position, 1 << 30)
      stream.next_in = UnsafeMutablePointer(mutating: file.bytes.baseAddress! + position)
      stream.avail_in = UInt32(packed)
      let before = stream.avail_out
      let status = CZlib.inflate(&stream, Z_NO_FLUSH)
      let taken = packed - Int(stream.avail_in)
      position += taken
      if status == Z_STREAM_END { break }
      guard status == Z_OK, taken > 0 || stream.avail_out < before else {
        throw .damaged(part: entry.name, .packedData)
      }
    }
    let count = room - Int(stream.avail_out)
    guard count <= entry.size - produced else { throw .damaged(part: entry.name, .packedData) }
    return count
  }

  private func finish() throws(WorkbookProblem) {
    isFinished = true
    guard produced == entry.size, position == entry.data.upperBound else {
      throw .damaged(part: entry.name, .packedData)
    }
    guard UInt32(truncatingIfNeeded: sum) == entry.checksum else {
      throw .damaged(part: entry.name, .checksum)
    }
  }
}
