import Glibc

/// The encodings a text is converted from.
public enum TextEncoding: String, Codable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Shift_JIS with the NEC and IBM extensions, as Windows has it.
  case cp932 = "CP932"

  /// The encoding that a check found; UTF-8 where it found none, so that whoever reads the text
  /// meets the foreign byte and can name its place.
  package init(_ check: TextEncodingCheck) {
    switch check {
    case .utf8, .other: self = .utf8
    case .utf16(let isLittleEndian): self = isLittleEndian ? .utf16LittleEndian : .utf16BigEndian
    case .cp932: self = .cp932
    }
  }
}

/// Converts text to UTF-8, block by block, by the C library's iconv.
package final class TextDecoder {
  /// The encoding of the input.
  package let encoding: TextEncoding
  private let descriptor: iconv_t

  /// - Throws: `FileProblem` with the path given, where the system does not know the encoding.
  package init(_ encoding: TextEncoding, path: String) throws(FileProblem) {
    self.encoding = encoding
    guard let descriptor = iconv_open("UTF-8", encoding.rawValue),
      Int(bitPattern: descriptor) != -1
    else { throw FileProblem(path: path, reason: .unknownEncoding(name: encoding.rawValue)) }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// What became of a block.
  package struct Outcome: Equatable, Sendable {
    /// Bytes of the input that were converted.
    package var consumed: Int
    /// Whether the byte behind them starts nothing that the encoding knows; otherwise a character
    /// is cut by the end of the block, or nothing is left.
    package var isFaulty: Bool

    /// States how far a block was converted, and why no further.
    package init(consumed: Int, isFaulty: Bool) {
      self.consumed = consumed
      self.isFaulty = isFaulty
    }
  }

  /// Appends the text of `input` to `output`, up to the first fault.
  package func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
  ) -> Outcome {
    guard let start = input.baseAddress, !input.isEmpty else {
      return Outcome(consumed: 0, isFaulty: false)
    }
    var source: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
      mutating: UnsafeRawPointer(start)
    ).assumingMemoryBound(to: CChar.self)
    var left = input.count
    var failure: Int32 = 0
    repeat {
      // One byte becomes at most three: half-width katakana, of one byte each, do.
      let room = left * 3 + 16
      let written = output.count
      output.append(contentsOf: repeatElement(0, count: room))
      var roomLeft = room
      failure = output.withUnsafeMutableBytes { buffer in
        var target: UnsafeMutablePointer<CChar>? = (buffer.baseAddress! + written)
          .assumingMemoryBound(to: CChar.self)
        let result = iconv(descriptor, &source, &left, &target, &roomLeft)
        return result == -1 ? errno : 0
      }
      output.removeLast(roomLeft)
    } while failure == E2BIG
    return Outcome(consumed: input.count - left, isFaulty: failure == EILSEQ)
  }
}
