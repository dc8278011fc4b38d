/// A result that could not be written, or must not be.
public struct OutputProblem: Error, Equatable, Sendable {
  /// Where the result was to go.
  public enum Place: Equatable, Sendable {
    case standardOutput
    /// As the user gave it.
    case path(String)
  }

  /// Why it could not go there.
  public enum Reason: Equatable, Sendable {
    /// The system's `errno`.
    case system(Int32)
    case isDirectory
    /// The system's `errno`: the directory that files go into cannot be made.
    case directoryNotMade(Int32)
    /// A file of that name is there, which is replaced only when that is asked for.
    case exists
    /// A file that castplan did not write is there.
    case isForeign
    /// A file that castplan did not write is there, and no option replaces it.
    case isForeignFile
    /// The run reads that file, under this name.
    case isInput(String)
    /// Another output of the run goes there, under this name.
    case isOtherOutput(String)
    /// A disk, or a socket.
    case isUnwritableDevice
    /// A pipe, device or open descriptor where a database needs a file.
    case isNoFile
    /// A database that castplan did not write.
    case isForeignDatabase
    /// A database with the deals of another run.
    case holdsOtherRun(isComplete: Bool)
    /// A database with runs that have names, where one without is to go.
    case holdsRuns
    /// A database with the deals of a run without a name, where one with a name is to go.
    case holdsUnnamedRun
    /// A database whose rows have other columns, by their names.
    case holdsOtherColumns([String])
  }

  /// Where the result was to go.
  public var place: Place
  /// Why it could not.
  public var reason: Reason

  package init(_ place: Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  package init(_ path: String, _ reason: Reason) { self.init(.path(path), reason) }
}

/// All that is wrong with the outputs of a run.
package struct OutputProblems: Error, Equatable, Sendable {
  package var problems: [OutputProblem]

  /// Nil where there is nothing wrong.
  package init?(_ problems: [OutputProblem]) {
    if problems.isEmpty { return nil }
    self.problems = problems
  }
}
