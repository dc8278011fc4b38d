/// Why a plan directory could not be written, with its path.
public struct PlanDirectoryProblem: Error, Equatable, Sendable {
  /// What stands in the way.
  public enum Reason: Equatable, Sendable {
    /// The path names no directory (`/`, an empty text).
    case noName
    case isFile
    /// A directory that holds something but no plan.
    case notAPlan(first: String)
    /// A plan directory that also holds a file of somebody else.
    case holdsOtherFile(String)
    case missingParent(String)
    case parentIsFile(String)
    /// With the system's `errno`.
    case cannotCreate(Int32)
    /// With the system's `errno`.
    case cannotWrite(Int32)
    /// With the system's `errno`.
    case cannotPlace(Int32)
  }

  /// Of the directory, or of the file in it that could not be written.
  public var path: String
  /// What stands in the way.
  public var reason: Reason

  package init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
