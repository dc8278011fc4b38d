import CZlib

/// The CRC-32 of gzip: tells bytes that were damaged on a disk, not bytes that were forged.
package enum Checksum {
  package static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var sum = CZlib.crc32_z(0, nil, 0)
    sum = CZlib.crc32_z(sum, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
    return UInt32(truncatingIfNeeded: sum)
  }
}
