#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whatever takes bytes one after the other.
package protocol ByteSink: AnyObject {
  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem)
  /// Drops all bytes.
  func rewind() throws(FileProblem)
}

/// A file that takes its name when it is whole; until then nobody finds it under that, and it is gone
/// when it is given up.
package final class PartialFile: ByteSink {
  /// Ends the names of files on their way.
  package static let suffix = ".partial"

  private let descriptor: Int32
  private let path: String
  private var isWhole = false

  /// Creates a file in a folder, with a name of its own.
  package init(in folder: String) throws(FileProblem) {
    var template = Array((folder + "/castplan-XXXXXX" + Self.suffix).utf8CString)
    descriptor = mkstemps(&template, Int32(Self.suffix.utf8.count))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else { throw FileProblem(path: folder, errorNumber: errno) }
  }

  deinit {
    close(descriptor)
    if !isWhole { unlink(path) }
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    try OpenFile.write(bytes, to: descriptor, path: path)
  }

  package func rewind() throws(FileProblem) { try OpenFile.rewind(descriptor, path: path) }

  /// Gives the file its name, in the same file system; what had that name is replaced.
  package func finish(as name: String) throws(FileProblem) {
    guard rename(path, name) == 0 else { throw FileProblem(path: name, errorNumber: errno) }
    isWhole = true
  }
}

/// Writing to a file that is open.
enum OpenFile {
  static func rewind(_ descriptor: Int32, path: String) throws(FileProblem) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw FileProblem(path: path, errorNumber: errno)
    }
  }

  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
  ) throws(FileProblem) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, base, rest.count)
      #else
        let count = Darwin.write(descriptor, base, rest.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(path: path, errorNumber: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
