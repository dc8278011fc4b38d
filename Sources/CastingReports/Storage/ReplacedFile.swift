import Glibc
import Tables

/// A file that is written beside its place and moved there when it is whole: until then whatever
/// stood there stays.
///
/// What is replaced passes its permissions on, and its owner where the program may do that.
final class ReplacedFile {
  /// No symbolic link.
  let path: String
  private let staged: StagedEntry

  /// Starts the file; fails at once where nothing can be written.
  init(path: String) throws(StagedEntry.Failure) {
    self.path = path
    staged = try StagedEntry(beside: path, .file)
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    // What may not be done, such as giving a file away, leaves a file of one's own.
    _ = fchown(staged.descriptor, status.st_uid, status.st_gid)
    fchmod(staged.descriptor, status.st_mode & 0o777)
  }

  /// The error number, if that fails.
  func write(_ bytes: [UInt8]) -> Int32? { DurableFile.writeAll(bytes, to: staged.descriptor) }

  /// Moves files, all whole and on the disk, to their places in one step as far as signals go; returns
  /// which failed first.
  static func finish(_ files: [ReplacedFile]) -> (file: ReplacedFile, number: Int32)? {
    for file in files { if let number = file.settle() { return (file, number) } }
    let failure = UnfinishedFiles.commit(files.map(\.staged.path)) {
      () -> (file: ReplacedFile, number: Int32)? in
      for file in files where rename(file.staged.path, file.path) != 0 { return (file, errno) }
      return nil
    }
    for folder in Set(files.map { OutputPlace.folder(of: $0.path) }) {
      // The rename stands; a folder that cannot be flushed (some network disks) is no failure.
      try? DurableFile.flushDirectory(folder.isEmpty ? "." : folder)
    }
    return failure
  }

  private func settle() -> Int32? {
    if let number = DurableFile.flush(staged.descriptor) { return number }
    // A network disk reports a full quota only when a descriptor is closed; this one keeps the lock.
    let copy = dup(staged.descriptor)
    return copy >= 0 && close(copy) == 0 ? nil : errno
  }
}
