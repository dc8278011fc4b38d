import Foundation

/// A scoring that has opened its output and waits: for somebody to read the named pipe that its model
/// goes to, which it opens next.
final class HeldScore {
  private static let pipe = "model.fifo"
  private let folder: TemporaryFolder
  private let process = Process()

  /// Starts `castplan score` in a folder with k.csv and x.csv; returns when it waits.
  ///
  /// - Parameter place: how the name of the file begins that is new once the output is open.
  init(_ options: [String], in folder: TemporaryFolder, until place: String) throws {
    self.folder = folder
    mkfifo(folder.file(Self.pipe).path(), 0o600)
    process.executableURL = Repository.program
    process.arguments =
      ["score", "--roster", "k.csv", "--products", "x.csv", "--quiet", "--save-model", Self.pipe]
      + options
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let before = Set(folder.names)
    // It begins with the signals blocked that this thread blocks, and has to hear them all the same.
    try process.run()
    while process.isRunning,
      !folder.names.contains(where: { $0.hasPrefix(place) && !before.contains($0) })
    {
      usleep(5_000)
    }
    // From the name to the lock.
    usleep(50_000)
  }

  deinit {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder.file(Self.pipe))
  }

  var isRunning: Bool { process.isRunning }

  /// Sends a signal; returns the exit code, or minus the signal that it died of.
  func end(by signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    return status
  }

  /// Reads the model, so that it goes on to its end; returns the exit code.
  func release() throws -> Int32 {
    _ = try FileHandle(forReadingFrom: folder.file(Self.pipe)).readToEnd()
    return status
  }

  private var status: Int32 {
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .uncaughtSignal ? -status : status
  }
}
