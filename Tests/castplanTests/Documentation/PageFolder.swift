import Foundation

/// The folder in which a reader follows a page.
struct PageFolder {
  private let folder: TemporaryFolder
  private let prelude: String
  private let environment: [String: String]
  private let memo: CommandMemo

  /// - Parameters:
  ///   - files: what lies there in the beginning, by path.
  ///   - prelude: what the shell knows before each command.
  ///   - environment: variables that commands have besides.
  ///   - memo: shared by the folders whose equal commands run once.
  init(
    files: [String: Data], prelude: String = "", environment: [String: String] = [:],
    memo: CommandMemo
  ) throws {
    folder = try TemporaryFolder()
    self.prelude = prelude
    self.environment = environment
    self.memo = memo
    try write(files)
  }

  /// Runs a command in the shell, with `$?` as the command before it left it.
  func run(_ command: String, after status: Int32 = 0) throws -> ProgramRun {
    let script = "\(prelude)\n(exit \(status))\n\(command)"
    let before = try files()
    var isNew = false
    let outcome = try memo.outcome(CommandMemo.Key(script: script, files: before)) {
      isNew = true
      let run = try ProgramRun.shell(script, in: folder.url, environment: environment)
      return CommandMemo.Outcome(run: run, files: try files())
    }
    if !isNew {
      for path in before.keys where outcome.files[path] == nil {
        try FileManager.default.removeItem(at: folder.file(path))
      }
      try write(outcome.files.filter { before[$0.key] != $0.value })
    }
    return outcome.run
  }

  func write(_ files: [String: Data]) throws {
    for (path, data) in files {
      let file = folder.file(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
  }

  /// Every file below the folder, by path.
  func files() throws -> [String: Data] { try Self.files(below: folder.url) }

  static func files(below top: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: top.path()) {
      let file = top.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
    return files
  }
}
