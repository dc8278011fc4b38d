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

/// A file that takes its name when it is whole; until then nobody finds it, and it is gone however the
/// program ends.
package final class PartialFile: ByteSink {
  private let descriptor: Int32
  private let folder: String

  /// Creates a file in a folder. Throws where its system has no files without names.
  package init(in folder: String) throws(FileProblem) {
    self.folder = folder
    descriptor = open(folder, Self.withoutName | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path: folder, errorNumber: errno) }
  }

  deinit { close(descriptor) }

  /// `O_TMPFILE` of Linux's asm-generic/fcntl.h, which Swift does not see.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  package func write(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
    try OpenFile.write(bytes, to: descriptor, path: folder)
  }

  package func rewind() throws(FileProblem) { try OpenFile.rewind(descriptor, path: folder) }

  /// Gives the file its name, in the same folder; what had that name is replaced.
  package func finish(as name: String) throws(FileProblem) {
    unlink(name)
    let link = linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
    // Another run may have been there first, with the same bytes.
    guard link == 0 || errno == EEXIST else { throw FileProblem(path: name, errorNumber: errno) }
  }

  /// The same bytes, read in places for as long as that object lives, whatever becomes of the name.
  package func reader() throws(FileProblem) -> RandomAccessFile {
    try RandomAccessFile(copying: descriptor, path: folder)
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
