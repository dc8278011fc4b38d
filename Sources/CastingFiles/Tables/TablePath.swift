import Foundation

/// The path of a table: a file, a table of a SQLite file as `roster.sqlite#creators`, or a sheet of a workbook as
/// `campaign.xlsx#名簿`.
struct TablePath {
  var file: String
  var table: String?

  init(_ path: String) {
    file = path
    // A file whose own name has a # is meant as it stands; names of sheets may have some, too.
    let files = FileManager.default
    guard !files.fileExists(atPath: path),
      let mark = path.indices.last(where: {
        path[$0] == "#" && files.fileExists(atPath: String(path[..<$0]))
      })
    else { return }
    file = String(path[..<mark])
    table = String(path[path.index(after: mark)...])
  }
}
