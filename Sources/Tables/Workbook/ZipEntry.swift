/// One file inside a zip archive, as the archive's directory describes it.
struct ZipEntry: Sendable {
  /// With `/` between folders, whatever the archive has.
  var name: String
  /// 0 is stored, 8 is deflate.
  var method: UInt16
  var isEncrypted: Bool
  var checksum: UInt32
  var packedSize: Int
  var size: Int
  /// Offset of its own header in the archive.
  var headerOffset: Int
  /// Where its packed bytes lie in the archive.
  var data: Range<Int> = 0..<0
}

/// Reads little-endian numbers at places that may lie outside.
struct LittleEndianBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  func word16(_ offset: Int) -> UInt16? { load(offset) }

  func word32(_ offset: Int) -> UInt32? { load(offset) }

  func word64(_ offset: Int) -> UInt64? { load(offset) }

  /// A size or an offset of 64 bits; nil for those that no file has.
  func size64(_ offset: Int) -> Int? { word64(offset).flatMap { Int(exactly: $0) } }

  private func load<Word: FixedWidthInteger>(_ offset: Int) -> Word? {
    guard offset >= 0, offset <= bytes.count - MemoryLayout<Word>.size else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    return Word(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: Word.self))
  }
}
