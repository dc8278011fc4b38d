import Glibc
import Tables

/// Puts a plan's files in place: the directory is whole or absent, whatever happens.
///
/// The files are written into a new directory beside the destination, flushed to the disk, and
/// the directory is renamed into place. A plan that stood there before is exchanged in the same
/// step and removed afterwards.
public enum PlanDirectory {
  /// One file of a plan directory.
  public struct File: Sendable {
    /// Without a path: `plan.csv`.
    public var name: String
    /// The whole file.
    public var bytes: [UInt8]

    /// A file to be put in place.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The names that belong to a plan directory; one that holds anything else is never replaced.
  package static let knownNames = [
    "plan.csv", "plan.json", "plan.xlsx", "report.html", "calendar.ics",
  ]

  /// Writes `files` as the directory `path`.
  ///
  /// - Throws: `PlanDirectoryProblem`; the destination is then as it was, and nothing is left
  ///   beside it.
  public static func write(
    _ files: [File], to path: String
  ) throws(PlanDirectoryProblem) {
    let destination = try Destination(path)
    let names = Set(knownNames + files.map(\.name))
    // Gone at the end: half of a new plan, or the plan that was replaced.
    let staging = try staging(beside: destination, names: names.sorted())
    for file in files { try DurableFile.write(file.bytes, to: staging.path + "/" + file.name) }
    try DurableFile.flushDirectory(staging.path)
    try UnfinishedFiles.commit { () throws(PlanDirectoryProblem) in
      try moveIntoPlace(staging.path, destination)
    }
    withExtendedLifetime(staging) {}
    // The rename stands; a directory that cannot be flushed (some network disks) is no failure.
    try? DurableFile.flushDirectory(destination.parent)
  }

  /// Checks that `path` can become a plan directory, before any work is done for it.
  public static func check(_ path: String) throws(PlanDirectoryProblem) {
    let destination = try Destination(path)
    _ = try staging(beside: destination, names: knownNames)
  }

  private static func staging(
    beside destination: Destination, names: [String]
  ) throws(PlanDirectoryProblem) -> StagedEntry {
    do throws(StagedEntry.Failure) {
      return try StagedEntry(beside: destination.path, .folder(names: names))
    } catch {
      throw PlanDirectoryProblem(destination.path, .cannotCreate(error.number))
    }
  }

  private static func moveIntoPlace(
    _ staging: String, _ destination: Destination
  ) throws(PlanDirectoryProblem) {
    if destination.exists {
      if exchange(staging, destination.path) { return }
      try moveAside(staging, destination)
    } else if rename(staging, destination.path) != 0 {
      throw PlanDirectoryProblem(destination.path, .cannotPlace(errno))
    }
  }

  /// Exchanges two names in one step where the system can (renameat2 of Linux 3.15, which the
  /// Glibc module does not declare).
  private static func exchange(_ first: String, _ second: String) -> Bool {
    typealias RenameAt2 =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    let exchangeFlag: UInt32 = 2
    let renameAt2 = unsafeBitCast(symbol, to: RenameAt2.self)
    return renameAt2(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0
  }

  /// For file systems that cannot exchange two names: the destination is absent for a moment.
  private static func moveAside(
    _ staging: String, _ destination: Destination
  ) throws(PlanDirectoryProblem) {
    let aside = staging + "-replaced"
    guard rename(destination.path, aside) == 0 else {
      throw PlanDirectoryProblem(destination.path, .cannotPlace(errno))
    }
    guard rename(staging, destination.path) == 0 else {
      let reason = errno
      _ = rename(aside, destination.path)
      throw PlanDirectoryProblem(destination.path, .cannotPlace(reason))
    }
    remove(aside, knownNames)
  }

  /// Removes the named files and then the directory if that leaves it empty.
  private static func remove(_ directory: String, _ names: [String]) {
    for name in names { unlink(directory + "/" + name) }
    rmdir(directory)
  }
}
