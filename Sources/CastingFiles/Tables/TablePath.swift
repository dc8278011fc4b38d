import Foundation

/// The path of a table: a file, or a table of a SQLite file as `roster.sqlite#creators`.
struct TablePath {
  var file: String
  var table: String?

  init(_ path: String) {
    file = path
    // A file whose own name has a # is meant as it stands.
    guard let mark = path.lastIndex(of: "#"), !FileManager.default.fileExists(atPath: path),
      FileManager.default.fileExists(atPath: String(path[..<mark]))
    else { return }
    file = String(path[..<mark])
    table = String(path[path.index(after: mark)...])
  }
}
