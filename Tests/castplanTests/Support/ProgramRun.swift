import Foundation

/// One run of the built program, with everything it said.
struct ProgramRun {
  var status: Int32
  var output: Data
  var talk: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs `castplan` with the arguments.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - standardOutput: a file to write to instead of one that is read back.
  ///   - environment: variables beside the usual ones; "" takes one out.
  static func castplan(
    _ arguments: [String], in folder: URL, standardOutput: String? = nil,
    environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(
      Repository.program, arguments, in: folder, standardOutput: standardOutput,
      environment: environment)
  }

  /// Runs a line of shell, or several, with `castplan` in the search path.
  ///
  /// - Parameter environment: variables that it has besides.
  static func shell(
    _ script: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(URL(filePath: "/bin/sh"), ["-c", script], in: folder, environment: environment)
  }

  private static func run(
    _ program: URL, _ arguments: [String], in folder: URL, standardOutput: String? = nil,
    environment own: [String: String] = [:]
  ) throws -> ProgramRun {
    let scratch = try TemporaryFolder()
    let outputFile = standardOutput.map { URL(filePath: $0) } ?? scratch.file("stdout")
    let talkFile = scratch.file("stderr")
    if standardOutput == nil { try Data().write(to: outputFile) }
    try Data().write(to: talkFile)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(own) { $1 }.filter { !$0.value.isEmpty }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: talkFile)
    try withoutBlockedSignals { try process.run() }
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationStatus,
      output: standardOutput == nil ? try Data(contentsOf: outputFile) : Data(),
      talk: String(decoding: try Data(contentsOf: talkFile), as: UTF8.self))
  }

  /// Threads that run tests block signals, and a program begins with the mask of its parent's thread: a
  /// shell would wait for ever for several children.
  private static func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try body()
  }

  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let folder = Repository.program.deletingLastPathComponent().path()
    environment["PATH"] = folder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["COLUMNS"] = "100"
    environment["LANG"] = "C.UTF-8"
    // Whatever language the tests are run in, the program speaks English unless a test asks otherwise.
    environment["LC_ALL"] = "C"
    return environment
  }
}

/// A folder of its own that goes away with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "castplan-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appending(path: name) }

  func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: file(name))
  }

  /// Names in the folder, sorted, hidden ones too.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path())) ?? []).sorted()
  }
}
