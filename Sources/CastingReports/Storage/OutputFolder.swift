import Glibc
import Tables

/// A folder for files of a result: one that was made for them goes again if they are not finished.
package final class OutputFolder {
  private let path: String

  /// Makes the folder, and those above it, where they are missing.
  package init(path: String) throws(OutputProblem) {
    // A link to what is not there yet is followed.
    if case .path(let folder) = OutputPlace(path) { self.path = folder } else { self.path = path }
    if let number = Self.make(self.path) { throw OutputProblem(path, .directoryNotMade(number)) }
  }

  deinit { UnfinishedFiles.remove(path) }

  /// Call when the files are in their places.
  package func finish() { UnfinishedFiles.commit([path]) {} }

  /// The error number, if that fails.
  private static func make(_ path: String) -> Int32? {
    var failure: Int32 = 0
    func isMade() -> Bool {
      UnfinishedFiles.make(path, .folder(names: [])) {
        failure = mkdir(path, 0o777) == 0 ? 0 : errno
        return failure == 0
      }
    }
    if isMade() || failure == EEXIST { return nil }
    var name = path
    while name.last == "/" { name.removeLast() }
    let parent = String(OutputPlace.folder(of: name).dropLast())
    guard failure == ENOENT, !parent.isEmpty else { return failure }
    if let number = make(parent) { return number }
    // A folder above stays, as with `mkdir -p`.
    UnfinishedFiles.commit([parent]) {}
    return isMade() || failure == EEXIST ? nil : failure
  }
}
