import Glibc

// Every sentence about outputs that cannot be written, or must not be.

extension OutputProblem: CustomStringConvertible {
  /// `place: what; the way out`.
  public var description: String { "\(name): \(what); \(remedy)" }

  private var name: String {
    switch place {
    case .standardOutput: "standard output"
    case .path(let path): path.isEmpty ? "\"\"" : path
    }
  }

  public var what: String {
    switch reason {
    case .system(let number): "cannot be written: \(String(cString: strerror(number)))"
    case .isDirectory: "is a directory, not a file"
    case .directoryNotMade(let number):
      "the directory cannot be made: \(String(cString: strerror(number)))"
    case .exists: "cannot be written: it exists already"
    case .isForeign: "cannot be written: it holds something that castplan did not write"
    case .isInput(let name):
      .path(name) == place
        ? "is read by this run" : "is the same file as \(name), which this run reads"
    case .isOtherOutput(let name):
      .path(name) == place
        ? "is given for two results" : "is the same file as \(name), where another result goes"
    case .isUnwritableDevice: "is a disk or a socket"
    case .isNoFile: "is no file, and a database needs one"
    case .isForeignDatabase: "is a database of another program"
    case .holdsOtherRun(let isComplete):
      "holds the \(isComplete ? "result" : "unfinished result") of another run (other inputs or "
        + "options)"
    }
  }

  public var remedy: String {
    switch reason {
    case .system where place == .standardOutput: "free some space or send the output elsewhere"
    case .system: "check the path, its permissions and the space left"
    case .isDirectory: "give the path of a file inside it"
    case .directoryNotMade: "check the path and its permissions"
    case .exists: "choose another directory, or pass --force to replace it"
    case .isForeign: "give another file, or pass --force to replace it"
    case .isInput, .isOtherOutput: "give another path"
    case .isUnwritableDevice: "give the path of a file, a pipe or a terminal"
    case .isNoFile: "give the path of a file, or another --format"
    case .isForeignDatabase: "give another file"
    case .holdsOtherRun: "give another file, or throw that away with --force"
    }
  }
}

extension OutputProblems: CustomStringConvertible {
  /// A line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
