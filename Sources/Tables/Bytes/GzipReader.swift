import CZlib

/// Unpacks gzip data block by block; several members in a row are one text, as gzip has it.
package final class GzipReader {
  private let path: String
  private let input: UnsafeBufferPointer<UInt8>
  private var stream = z_stream()
  private var isFinished = false

  /// - Parameter input: the whole file; must outlive the reader.
  package init(_ input: UnsafeBufferPointer<UInt8>, path: String) throws(FileProblem) {
    self.path = path
    self.input = input
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    // 16 asks for the gzip envelope, 15 for the largest window.
    let status = inflateInit2_(
      &stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw FileProblem(path: path, reason: .damagedGzip) }
  }

  deinit { inflateEnd(&stream) }

  /// Appends up to `count` bytes to `output`; none at the end.
  package func read(_ count: Int, into output: inout [UInt8]) throws(FileProblem) {
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: count))
    var room = count
    while room > 0 && !isFinished {
      let before = room
      let status = output.withUnsafeMutableBufferPointer { buffer in
        inflate(into: buffer.baseAddress! + start + count - room, &room)
      }
      if status == Z_STREAM_END {
        try finishMember()
      } else if status != Z_OK && status != Z_BUF_ERROR {
        throw FileProblem(path: path, reason: .damagedGzip)
      } else if room == before && inputLeft == 0 {
        throw FileProblem(path: path, reason: .truncatedGzip)
      }
    }
    output.removeLast(room)
  }

  /// Bytes of the file that were taken so far.
  var position: Int { input.count - inputLeft }

  private var inputLeft: Int {
    input.count - (UnsafePointer(stream.next_in!) - input.baseAddress!)
  }

  private func inflate(into target: UnsafeMutablePointer<UInt8>, _ room: inout Int) -> Int32 {
    // zlib counts in 32 bits.
    stream.avail_in = UInt32(min(inputLeft, 1 << 30))
    stream.avail_out = UInt32(min(room, 1 << 30))
    stream.next_out = target
    let asked = Int(stream.avail_out)
    let status = CZlib.inflate(&stream, Z_NO_FLUSH)
    room -= asked - Int(stream.avail_out)
    return status
  }

  private func finishMember() throws(FileProblem) {
    let rest = input.suffix(inputLeft)
    if rest.allSatisfy({ $0 == 0 }) {
      // Nothing, or the padding of a tape.
      isFinished = true
    } else if rest.starts(with: [0x1F, 0x8B]) {
      guard inflateReset(&stream) == Z_OK else {
        throw FileProblem(path: path, reason: .damagedGzip)
      }
    } else {
      throw FileProblem(path: path, reason: .damagedGzip)
    }
  }
}
