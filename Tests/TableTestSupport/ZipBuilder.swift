import CZlib

/// Writes zip archives, sound ones and others.
package struct ZipBuilder {
  /// One file of the archive; what the archive says of it can be made untrue.
  package struct Part {
    package var name: String
    package var bytes: [UInt8]
    package var isDeflated = true
    package var flags: UInt16 = 0
    /// The number of the packing method, where it is not the true one.
    package var method: UInt16?
    /// The size unpacked that is stated, where it is not the true one.
    package var statedSize: Int?
    /// Bytes by which the stated place of the data lies before the true one.
    package var offsetError = 0
  }

  package var parts: [Part] = []
  /// Whether sizes and places are written as 64-bit numbers.
  package var isWide = false
  /// Entries that the end record states, where it is not the true number.
  package var statedCount: Int?
  /// Text behind the directory.
  package var comment = ""

  package init() {}

  package mutating func add(_ name: String, _ text: String, isDeflated: Bool = true) {
    parts.append(Part(name: name, bytes: Array(text.utf8), isDeflated: isDeflated))
  }

  /// The archive's bytes.
  package func bytes() -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let packed = part.isDeflated ? Self.deflated(part.bytes) : part.bytes
      let offset = file.count - part.offsetError
      let size = part.statedSize ?? part.bytes.count
      let method = part.method ?? (part.isDeflated ? 8 : 0)
      file += header(part, method, packed: packed.count, size: size) + packed
      directory += entry(part, method, packed: packed.count, size: size, offset: offset)
    }
    return file + directory + end(directory: directory.count, at: file.count)
  }

  // MARK: Records

  private func header(_ part: Part, _ method: UInt16, packed: Int, size: Int) -> [UInt8] {
    let extra = isWide ? word16(1) + word16(16) + word64(size) + word64(packed) : []
    var record = word32(0x0403_4B50) + word16(20) + word16(part.flags) + word16(method) + word32(0)
    record += word32(Self.checksum(part.bytes)) + sizes(packed, size)
    record += word16(UInt16(part.name.utf8.count)) + word16(UInt16(extra.count))
    return record + Array(part.name.utf8) + extra
  }

  private func entry(
    _ part: Part, _ method: UInt16, packed: Int, size: Int, offset: Int
  ) -> [UInt8] {
    let extra =
      isWide ? word16(1) + word16(24) + word64(size) + word64(packed) + word64(offset) : []
    var record = word32(0x0201_4B50) + word16(20) + word16(20) + word16(part.flags)
    record += word16(method) + word32(0) + word32(Self.checksum(part.bytes)) + sizes(packed, size)
    record += word16(UInt16(part.name.utf8.count)) + word16(UInt16(extra.count))
    record += word16(0) + word16(0) + word16(0) + word32(0)
    record += word32(isWide ? .max : UInt32(truncatingIfNeeded: offset))
    return record + Array(part.name.utf8) + extra
  }

  private func sizes(_ packed: Int, _ size: Int) -> [UInt8] {
    isWide
      ? word32(.max) + word32(.max)
      : word32(UInt32(packed)) + word32(UInt32(truncatingIfNeeded: size))
  }

  private func end(directory: Int, at offset: Int) -> [UInt8] {
    let count = statedCount ?? parts.count
    var records: [UInt8] = []
    if isWide {
      records += word32(0x0606_4B50) + word64(44) + word16(45) + word16(45) + word32(0) + word32(0)
      records += word64(count) + word64(count) + word64(directory) + word64(offset)
      records += word32(0x0706_4B50) + word32(0) + word64(offset + directory) + word32(1)
    }
    records += word32(0x0605_4B50) + word16(0) + word16(0)
    let short = isWide ? UInt16.max : UInt16(count)
    records += word16(short) + word16(short)
    records += word32(isWide ? .max : UInt32(directory)) + word32(isWide ? .max : UInt32(offset))
    return records + word16(UInt16(comment.utf8.count)) + Array(comment.utf8)
  }

  // MARK: Bytes

  private func word16(_ word: UInt16) -> [UInt8] { bytes(of: word) }

  private func word32(_ word: UInt32) -> [UInt8] { bytes(of: word) }

  private func word64(_ word: Int) -> [UInt8] { bytes(of: UInt64(truncatingIfNeeded: word)) }

  private func bytes(of word: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: word.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }

  /// Raw deflate data.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK)
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let room = output.count
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END)
      }
    }
    output.removeLast(Int(stream.avail_out))
    return output
  }
}

extension ZipBuilder {
  /// Bytes that a part takes in an archive of narrow numbers: its header and its data.
  package static func length(of part: Part) -> Int {
    var zip = ZipBuilder()
    zip.parts = [part]
    return zip.bytes().count - 22 - 46 - part.name.utf8.count
  }
}
