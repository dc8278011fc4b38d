#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// The files and folders that are there only while the program works, and the programs that work for it.
///
/// Whoever ends the program early removes them all with `leave`. They are made, put in place and
/// removed under one lock, so that a signal finds each of them either listed or gone.
package enum UnfinishedFiles {
  package enum Kind: Sendable {
    case file
    /// A folder with files of these names, or some of them.
    case folder(names: [String])
  }

  private enum Entry {
    case made(path: String, Kind)
    /// A program that works for this one, the leader of its group.
    case program(pid_t)

    func isAt(_ path: String) -> Bool {
      if case .made(path, _) = self { true } else { false }
    }

    func isOf(_ process: pid_t) -> Bool {
      if case .program(process) = self { true } else { false }
    }

    func remove() {
      switch self {
      case .made(let path, .file): unlink(path)
      case .made(let path, .folder(let names)):
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
      case .program(let process): kill(-process, SIGKILL)
      }
    }
  }

  private static let entries = Mutex<[Entry]>([])

  /// Makes a file or folder with `body`, and lists it if that returns true.
  package static func make(_ path: String, _ kind: Kind, _ body: () -> Bool) -> Bool {
    entries.withLock { entries in
      let isMade = body()
      if isMade { entries.append(.made(path: path, kind)) }
      return isMade
    }
  }

  /// Runs a step that is done whole or not at all, such as putting files in place; `paths` are then
  /// finished, unless it throws. `body` must neither make nor remove unfinished files.
  package static func commit<Result, Failure>(
    _ paths: [String] = [], _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    nonisolated(unsafe) var result: Result?
    try entries.withLock { (entries) throws(Failure) in
      result = try body()
      entries.removeAll { entry in paths.contains { entry.isAt($0) } }
    }
    return result!
  }

  /// Removes a file or folder that is not needed.
  package static func remove(_ path: String) {
    entries.withLock { entries in
      for entry in entries where entry.isAt(path) { entry.remove() }
      entries.removeAll { $0.isAt(path) }
    }
  }

  /// Starts a program with `body`, which returns its number, and lists it; nil where it was not started.
  static func start(_ body: () -> pid_t?) -> pid_t? {
    entries.withLock { entries in
      let process = body()
      if let process { entries.append(.program(process)) }
      return process
    }
  }

  /// Waits until a program ends; returns its exit code, or 128 and the number of the signal that ended it.
  static func wait(process: pid_t) -> Int32 {
    // It is left as it is until it is no longer listed: its number could become another's.
    var end = siginfo_t()
    while waitid(P_PID, id_t(process), &end, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
    return entries.withLock { entries in
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      entries.removeAll { $0.isOf(process) }
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }

  /// Ends a program that is still listed, with whatever it started.
  static func remove(process: pid_t) {
    let isListed = entries.withLock { entries in
      guard let entry = entries.first(where: { $0.isOf(process) }) else { return false }
      entry.remove()
      return true
    }
    if isListed { _ = wait(process: process) }
  }

  /// Removes everything that is unfinished and ends the program; waits for a step that is being
  /// done, and lets no other begin.
  package static func leave(_ end: () -> Never) -> Never {
    entries.withLock { entries in
      // What was made last may lie in what was made first.
      for entry in entries.reversed() { entry.remove() }
      end()
    }
  }
}
