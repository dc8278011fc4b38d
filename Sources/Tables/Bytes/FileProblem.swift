/// Why a file could not be opened, read or written, with its path.
public struct FileProblem: Error, Equatable, Sendable {
  /// What stands between the program and the file.
  public enum Reason: Equatable, Sendable, Codable {
    case missing
    case isDirectory
    /// A terminal, `/dev/zero` or the like, which may never end.
    case isDevice
    case notPermitted
    case isEmpty
    /// Gzip data that cannot be unpacked.
    case damagedGzip
    /// Gzip data that ends before its end.
    case truncatedGzip
    /// A database that cannot be read, with SQLite's own words.
    case damagedDatabase(words: String)
    /// A database that cannot be written, with SQLite's own words.
    case unwritableDatabase(words: String)
    /// Another run is writing it.
    case inUse
    /// The system cannot convert text from this encoding.
    case unknownEncoding(name: String)
    /// Any other failure, with the system's `errno`.
    case system(number: Int32)
  }

  /// As the user gave it.
  public var path: String
  /// What the system or the file itself said.
  public var reason: Reason

  /// States a problem with a file.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The reason for a failed system call.
  init(path: String, errorNumber: Int32) {
    self.path = path
    self.reason = Reason(errorNumber: errorNumber)
  }
}
