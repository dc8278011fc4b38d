#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// The files and folders that are there only while the program works.
///
/// Whoever ends the program early removes them all with `leave`. They are made, put in place and
/// removed under one lock, so that a signal finds each of them either listed or gone.
package enum UnfinishedFiles {
  package enum Kind: Sendable {
    case file
    /// A folder with files of these names, or some of them.
    case folder(names: [String])
  }

  private struct Entry {
    let path: String
    let kind: Kind

    func remove() {
      switch kind {
      case .file: unlink(path)
      case .folder(let names):
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
      }
    }
  }

  private static let entries = Mutex<[Entry]>([])

  /// Makes a file or folder with `body`, and lists it if that returns true.
  package static func make(_ path: String, _ kind: Kind, _ body: () -> Bool) -> Bool {
    entries.withLock { entries in
      let isMade = body()
      if isMade { entries.append(Entry(path: path, kind: kind)) }
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
      entries.removeAll { paths.contains($0.path) }
    }
    return result!
  }

  /// Removes a file or folder that is not needed.
  package static func remove(_ path: String) {
    entries.withLock { entries in
      for entry in entries where entry.path == path { entry.remove() }
      entries.removeAll { $0.path == path }
    }
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
