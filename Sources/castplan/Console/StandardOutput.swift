import CastingReports
import Foundation

/// The result, and nothing else.
enum StandardOutput {
  /// Writes all of `text`; a reader that has gone (`| head`) has seen enough, which is no
  /// failure.
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(bytes: UnsafeRawBufferPointer($0)) }
  }

  static func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write(bytes: $0) }
  }

  private static func write(bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Foundation.write(STDOUT_FILENO, base, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return }
        throw OutputProblem(.standardOutput, .system(errno))
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
