import CZlib

/// Takes zip archives apart whose directories stand at their end, as programs write them.
package enum ZipParts {
  /// The text of each file by its name.
  package static func texts(_ bytes: [UInt8]) -> [String: String] {
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    var end = bytes.count - 22
    while end > 0, number(end, 4) != 0x0605_4b50 { end -= 1 }
    var texts: [String: String] = [:]
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      let (method, packed, size) = (
        number(entry + 10, 2), number(entry + 20, 4), number(entry + 24, 4)
      )
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let data = Array(bytes[start..<(start + packed)])
      texts[name] = String(
        decoding: method == 0 ? data : inflated(data, size: size), as: UTF8.self)
      entry += 46 + nameLength + number(entry + 30, 2) + number(entry + 32, 2)
    }
    return texts
  }

  private static func inflated(_ data: [UInt8], size: Int) -> [UInt8] {
    var data = data
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      data.withUnsafeMutableBufferPointer { input in
        var stream = z_stream()
        inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(size)
        inflate(&stream, Z_FINISH)
        inflateEnd(&stream)
        count = size - Int(stream.avail_out)
      }
    }
  }
}
