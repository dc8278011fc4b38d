#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or folder that grows beside an output's place, under a hidden name, and takes that place when
/// it is whole: `.NAME.castplan-PROCESS-NUMBER`.
///
/// Its maker holds a lock on it, flock(2), which ends with the program however that ends. So the next
/// run can tell what a crash left from what another run is writing, and sweeps the former away.
package final class StagedEntry {
  /// Error number of a system call that failed.
  package struct Failure: Error {
    package let number: Int32
  }

  package let path: String
  /// Open for writing, of a folder for reading.
  package let descriptor: Int32

  private static let mark = ".castplan-"
  private static let mostAttempts = 1000
  /// Names have at most 255 bytes; what is added to them needs some.
  private static let mostBytesOfName = 200

  package init(beside place: String, _ kind: UnfinishedFiles.Kind) throws(Failure) {
    let prefix = Self.prefix(place)
    let folder = OutputPlace.folder(of: place)
    Self.sweep(folder: folder, prefix: prefix, kind)
    for attempt in 0..<Self.mostAttempts {
      let path = "\(folder)\(prefix)\(getpid())-\(attempt)"
      guard let descriptor = try Self.make(path, kind) else { continue }
      self.path = path
      self.descriptor = descriptor
      return
    }
    throw Failure(number: EEXIST)
  }

  deinit {
    UnfinishedFiles.remove(path)
    close(descriptor)
  }

  /// Nil where the name is taken.
  private static func make(
    _ path: String, _ kind: UnfinishedFiles.Kind
  ) throws(Failure) -> Int32? {
    var descriptor: Int32 = -1
    var failure: Int32 = 0
    let isMade = UnfinishedFiles.make(path, kind) {
      switch kind {
      case .file:
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      case .folder:
        let isMade = mkdir(path, 0o777) == 0
        if isMade { descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        if isMade && descriptor < 0 { rmdir(path) }
      }
      failure = errno
      return descriptor >= 0
    }
    guard isMade else {
      if failure == EEXIST { return nil }
      throw Failure(number: failure)
    }
    // A file system without locks: nothing is ever swept there.
    let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    // Between making and locking, a run that sweeps may have taken it for one that was left.
    guard isLocked, FileIdentity(path: path) == FileIdentity(descriptor: descriptor) else {
      UnfinishedFiles.remove(path)
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func prefix(_ place: String) -> String {
    var short = Substring(OutputPlace.name(of: place))
    while short.utf8.count > mostBytesOfName { short.removeLast() }
    return ".\(short)\(mark)"
  }

  // MARK: What others left

  private static func sweep(folder: String, prefix: String, _ kind: UnfinishedFiles.Kind) {
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), isOfEndedProcess(name.dropFirst(prefix.count)) else { continue }
      removeIfUnlocked(folder + name, kind)
    }
  }

  /// Whether `PROCESS-NUMBER` names no other process that runs here. Processes of other machines and
  /// containers cannot be told; their locks can.
  private static func isOfEndedProcess(_ suffix: Substring) -> Bool {
    let parts = suffix.split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) }
    guard parts.count == 2, let process = parts[0], parts[1] != nil, process > 0 else {
      return false
    }
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)
  }

  private static func removeIfUnlocked(_ path: String, _ kind: UnfinishedFiles.Kind) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    switch kind {
    case .file: unlink(path)
    case .folder(let names):
      for name in names { unlink(path + "/" + name) }
      rmdir(path)
    }
  }
}
