/// Why a file could not be opened, read or written, with its path.
public struct FileProblem: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case missing
    case isDirectory
    case notPermitted
    case isEmpty
    /// Any other failure, with the system's `errno`.
    case system(Int32)
  }

  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The reason for a failed system call.
  init(path: String, errorNumber: Int32) {
    self.path = path
    self.reason = Reason(errorNumber: errorNumber)
  }
}
