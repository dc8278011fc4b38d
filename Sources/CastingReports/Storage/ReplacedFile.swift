import Glibc
import Tables

/// A file that is written beside its place and moved there when it is whole: until then whatever
/// stood there stays.
public final class ReplacedFile {
  public let path: String
  private let staging: String
  private var descriptor: Int32

  /// Starts the file; fails at once where nothing can be written.
  public init(path: String) throws(FileProblem) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(path: path, reason: .isDirectory)
    }
    staging = "\(folder).\(name.prefix(60)).\(getpid())"
    descriptor = open(staging, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileProblem(path: path, reason: .system(number: errno)) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(staging)
  }

  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    if let number = DurableFile.writeAll(bytes, to: descriptor) {
      throw FileProblem(path: path, reason: .system(number: number))
    }
  }

  /// Moves the file, whole and on the disk, to its place.
  public func finish() throws(FileProblem) {
    let failure = DurableFile.flush(descriptor)
    let closing = close(descriptor) == 0 ? nil : errno
    descriptor = -1
    if let number = failure ?? closing ?? (rename(staging, path) == 0 ? nil : errno) {
      unlink(staging)
      throw FileProblem(path: path, reason: .system(number: number))
    }
  }
}
