#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps other runs from a file that is written in place, for as long as the object lives: flock(2), which
/// ends with the program however that ends.
///
/// Of its own kind beside the locks that SQLite takes (fcntl), so that others may read all the while.
package final class FileLock {
  /// Whether there was no file: an empty one is there now, and unfinished.
  package let isNew: Bool
  private let descriptor: Int32

  /// Throws `.inUse` where another run has the lock.
  package init(path: String) throws(FileProblem) {
    while true {
      let (descriptor, isNew) = try Self.open(path)
      // A file system without locks: whoever writes must look whether somebody else did.
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      if isLocked, FileIdentity(path: path) == FileIdentity(descriptor: descriptor) {
        self.descriptor = descriptor
        self.isNew = isNew
        return
      }
      // Not ours to remove: another run has it, or had it and removed it meanwhile.
      if isNew { UnfinishedFiles.commit([path]) {} }
      close(descriptor)
      if !isLocked { throw FileProblem(path: path, reason: .inUse) }
    }
  }

  deinit { close(descriptor) }

  private static func open(
    _ path: String
  ) throws(FileProblem) -> (descriptor: Int32, isNew: Bool) {
    var descriptor = existing(path)
    guard descriptor < 0, errno == ENOENT else {
      if descriptor < 0 { throw FileProblem(path: path, errorNumber: errno) }
      return (descriptor, false)
    }
    var failure: Int32 = 0
    let isMade = UnfinishedFiles.make(path, .file) {
      descriptor = system(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC)
      failure = errno
      return descriptor >= 0
    }
    if isMade { return (descriptor, true) }
    // Another run was first.
    if failure == EEXIST { descriptor = existing(path) }
    guard descriptor >= 0 else { throw FileProblem(path: path, errorNumber: failure) }
    return (descriptor, false)
  }

  /// A file that may only be read can be locked all the same: whether it has to be written is not
  /// known yet.
  private static func existing(_ path: String) -> Int32 {
    let descriptor = system(path, O_RDWR | O_CLOEXEC)
    guard descriptor < 0, errno == EACCES || errno == EROFS || errno == EPERM else {
      return descriptor
    }
    return system(path, O_RDONLY | O_CLOEXEC)
  }

  private static func system(_ path: String, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags, 0o644)
    #else
      Darwin.open(path, flags, 0o644)
    #endif
  }
}
