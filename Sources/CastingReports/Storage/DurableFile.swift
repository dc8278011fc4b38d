import Glibc

/// Writes a file so that it is on the disk, whole, when the call returns.
package enum DurableFile {
  package static func write(
    _ bytes: [UInt8], to path: String
  ) throws(PlanDirectoryProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw PlanDirectoryProblem(path, .cannotWrite(errno)) }
    let failure = writeAll(bytes, to: descriptor) ?? flush(descriptor)
    // A network disk reports a full quota only when the file is closed.
    let closeFailure = close(descriptor) == 0 ? nil : errno
    if let errorNumber = failure ?? closeFailure {
      throw PlanDirectoryProblem(path, .cannotWrite(errorNumber))
    }
  }

  static func flushDirectory(_ path: String) throws(PlanDirectoryProblem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PlanDirectoryProblem(path, .cannotWrite(errno)) }
    defer { close(descriptor) }
    if let errorNumber = flush(descriptor) {
      throw PlanDirectoryProblem(path, .cannotWrite(errorNumber))
    }
  }

  /// The error number of the first write that failed.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer -> Int32? in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { return errno }
        written += count
      }
      return nil
    }
  }

  /// Files that cannot be flushed (pipes, some network disks) say EINVAL: nothing to wait for.
  static func flush(_ descriptor: Int32) -> Int32? {
    fsync(descriptor) == 0 || errno == EINVAL ? nil : errno
  }
}
