import Glibc

/// Converts UTF-8 to another encoding by the C library's iconv, as spreadsheets do: what the
/// encoding lacks becomes `?`.
package final class TextEncoder {
  private let descriptor: iconv_t
  /// Characters that the encoding lacked so far.
  package private(set) var replaced = 0

  /// - Throws: `FileProblem` with the path given, where the system does not know the encoding.
  package init(_ encoding: TextEncoding, path: String) throws(FileProblem) {
    guard let descriptor = iconv_open(encoding.rawValue, "UTF-8"),
      Int(bitPattern: descriptor) != -1
    else { throw FileProblem(path: path, reason: .unknownEncoding(name: encoding.rawValue)) }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// The bytes of whole characters, given as UTF-8.
  package func encode(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var rest = text[...]
    while !rest.isEmpty {
      let taken = convert(rest, into: &output)
      rest = rest.dropFirst(taken)
      guard let lead = rest.first else { break }
      // A no-break space is a blank; Windows writes it as one.
      let isBlank = rest.starts(with: [0xC2, 0xA0])
      output.append(isBlank ? 0x20 : 0x3F)
      if !isBlank { replaced += 1 }
      rest = rest.dropFirst(lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
    }
    return output
  }

  /// Converts up to the first character that the encoding lacks; returns how many bytes that is.
  private func convert(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) -> Int {
    let room = input.count * 2 + 16
    var roomLeft = room
    var left = input.count
    let written = output.count
    output.append(contentsOf: repeatElement(0, count: room))
    input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        guard let start = source.baseAddress, let end = target.baseAddress else { return }
        var from: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
          .assumingMemoryBound(to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = (end + written)
          .assumingMemoryBound(to: CChar.self)
        _ = iconv(descriptor, &from, &left, &to, &roomLeft)
      }
    }
    output.removeLast(roomLeft)
    return input.count - left
  }
}
