#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name in the system's folder for temporary ones: gone when it is closed, however
/// the program ends.
package final class TemporaryFile: ByteSink {
  package let descriptor: Int32
  private let path: String

  package init() throws(FileProblem) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = folder + "/castplan-XXXXXX"
    var template = Array(path.utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Appends bytes at the file's position.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    try OpenFile.write(bytes, to: descriptor, path: path)
  }

  package func rewind() throws(FileProblem) { try OpenFile.rewind(descriptor, path: path) }

  /// The same bytes, read in places for as long as that object lives.
  package func reader() throws(FileProblem) -> RandomAccessFile {
    try RandomAccessFile(copying: descriptor, path: path)
  }

  /// Appends all that can be read from `source`; returns how many bytes that were.
  func copy(from source: Int32, path: String) throws(FileProblem) -> Int {
    var size = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = read(source, block.baseAddress, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
      if count == 0 { return size }
      try write(UnsafeRawBufferPointer(rebasing: block[..<count]))
      size += count
    }
  }
}
