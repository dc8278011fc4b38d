import Foundation

/// Where things are: the sources these tests were compiled from, and the program built beside them.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let datasets = root.appending(path: "datasets")

  static let goldens = root.appending(path: "Tests/castplanTests/Goldens")

  /// The program that was built with the tests.
  static let program: URL = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for candidate in [tests.deletingLastPathComponent(), folder] {
      folder = candidate
      while folder.path().count > 1 {
        let program = folder.appending(path: "castplan")
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path(), isDirectory: &isDirectory),
          !isDirectory.boolValue
        {
          return program
        }
        folder = folder.deletingLastPathComponent()
      }
    }
    preconditionFailure("no castplan above \(CommandLine.arguments[0]): build it with the tests")
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Paths of all Swift files below a folder of the repository, sorted.
  static func swiftFiles(below path: String) -> [URL] {
    let folder = root.appending(path: path)
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (walk?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    return files.sorted { $0.path() < $1.path() }
  }
}
