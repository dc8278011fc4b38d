import CastingReports
import Foundation

/// A file written from its beginning, with the system's reason when it fails.
struct OutputFile {
  let path: String
  private var descriptor: Int32

  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { throw failure() }
  }

  mutating func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  mutating func write(bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(descriptor, base, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          throw failure()
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  mutating func close() {
    if descriptor >= 0 { Foundation.close(descriptor) }
    descriptor = -1
  }

  private func failure() -> OutputProblem {
    OutputProblem(path, .system(errno))
  }
}
