import Foundation
import Tables

/// Rosters that were read before, in a folder that looks after itself.
public struct RosterCache: Sendable {
  /// Nil where nothing is kept.
  let folder: String?
  /// Program that reads tables: another version may make something else of the same bytes.
  let version: String
  /// The folder may take so many bytes; the files that were used last stay.
  package var mostBytes = 16 << 30

  private static let suffix = ".roster"

  /// Opens nothing yet.
  ///
  /// - Parameters:
  ///   - folder: nil for none: rosters are then gone with the program.
  ///   - version: of the program; what another one kept is not taken.
  public init(folder: String?, version: String) {
    self.folder = folder
    self.version = version
  }

  /// The user's folder for what can be made again: `castplan` in `XDG_CACHE_HOME`, else in `~/.cache`, as
  /// https://specifications.freedesktop.org/basedir-spec has it. Nil where there is no home.
  public static var folderOfUser: String? {
    let environment = ProcessInfo.processInfo.environment
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/castplan" }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache/castplan" : nil }
  }

  /// A roster that was kept; nil where there is none, or where its file was damaged.
  ///
  /// - Parameter source: all that it was made from.
  func roster(from source: [String], threads: Int) -> StoredRoster? {
    guard let path = path(source), let file = try? RandomAccessFile(path: path),
      let roster = StoredRoster(file, threads: threads), roster.isSound()
    else { return nil }
    // The time of its last use.
    utimes(path, nil)
    return roster
  }

  /// Writes a roster; it is kept where the folder can be written, and lives as long as the result elsewhere.
  ///
  /// - Parameter write: may be called again, with another writer.
  func makeRoster(
    from source: [String], threads: Int, _ write: (inout RosterStoreWriter) throws -> Void
  ) throws -> StoredRoster {
    if let kept = try keptRoster(from: source, threads: threads, write) { return kept }
    let file = try TemporaryFile()
    var writer = RosterStoreWriter(file)
    try write(&writer)
    return try opened(file.reader(), threads)
  }

  /// Nil where the folder cannot be written.
  private func keptRoster(
    from source: [String], threads: Int, _ write: (inout RosterStoreWriter) throws -> Void
  ) throws -> StoredRoster? {
    guard let folder, let path = path(source) else { return nil }
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    guard let file = try? PartialFile(in: folder) else { return nil }
    var writer = RosterStoreWriter(file)
    do {
      try write(&writer)
      let roster = try opened(file.reader(), threads)
      // Without a name it lives as long as the result.
      if (try? file.finish(as: path)) != nil { prune(folder) }
      return roster
    } catch let problem as FileProblem where problem.path.hasPrefix(folder) {
      // The disk is full, say: another may have room.
      return nil
    }
  }

  private func opened(_ file: RandomAccessFile, _ threads: Int) throws -> StoredRoster {
    guard let roster = StoredRoster(file, threads: threads) else {
      throw FileProblem(path: file.path, reason: .system(number: EIO))
    }
    return roster
  }

  private func path(_ source: [String]) -> String? {
    guard let folder else { return nil }
    let text = ([version, "\(RosterStoreHeader.form)"] + source)
      .map { "\($0.utf8.count):\($0)" }.joined()
    let name = Array(text.utf8).withUnsafeBufferPointer { SHA256.hexadecimal($0) }
    return "\(folder)/\(name)\(Self.suffix)"
  }

  /// Removes the files that were not used for longest, until the rest fits.
  private func prune(_ folder: String) {
    let manager = FileManager.default
    var kept: [(path: String, used: Date, bytes: Int)] = []
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = folder + "/" + name
      guard name.hasSuffix(Self.suffix),
        let attributes = try? manager.attributesOfItem(atPath: path),
        let used = attributes[.modificationDate] as? Date
      else { continue }
      kept.append((path, used, attributes[.size] as? Int ?? 0))
    }
    kept.sort { $0.used > $1.used }
    var bytes = 0
    for (place, file) in kept.enumerated() {
      bytes += file.bytes
      // The last one is in use.
      if place > 0, bytes > mostBytes { try? manager.removeItem(atPath: file.path) }
    }
  }
}
