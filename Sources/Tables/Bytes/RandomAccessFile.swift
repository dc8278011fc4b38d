#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is read in places, from any number of threads: its pages are never part of this program's
/// memory, as those of a mapped one are.
package final class RandomAccessFile: Sendable {
  package let path: String
  private let descriptor: Int32

  /// Bytes.
  package let size: Int

  package convenience init(path: String) throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// The bytes of an open file, for as long as the object lives, whatever becomes of that one and its name.
  convenience init(copying descriptor: Int32, path: String) throws(FileProblem) {
    let copy = dup(descriptor)
    guard copy >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
    try self.init(descriptor: copy, path: path)
  }

  /// - Parameter descriptor: closed with the object, or at once if this throws.
  private init(descriptor: Int32, path: String) throws(FileProblem) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let problem = FileProblem(path: path, errorNumber: errno)
      close(descriptor)
      throw problem
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes of a range, all of which the file must have.
  package func bytes(_ range: Range<Int>) throws(FileProblem) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let read = pread(
          descriptor, buffer.baseAddress! + count, range.count - count,
          off_t(range.lowerBound + count))
        if read < 0 && errno == EINTR { continue }
        guard read > 0 else {
          failure = read < 0 ? errno : EIO
          return
        }
        count += read
      }
    }
    if let failure { throw FileProblem(path: path, errorNumber: failure) }
    return bytes
  }
}
