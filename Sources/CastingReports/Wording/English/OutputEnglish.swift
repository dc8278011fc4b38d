/// Outputs that cannot be written, or must not be, in English.
enum OutputEnglish {
  static let standardOutput = "standard output"

  static func what(_ problem: OutputProblem) -> String {
    switch problem.reason {
    case .system(let number): "cannot be written: \(SystemErrorWords.english(number))"
    case .isDirectory: "is a directory, not a file"
    case .directoryNotMade(let number):
      "the directory cannot be made: \(SystemErrorWords.english(number))"
    case .exists: "cannot be written: it exists already"
    case .isForeign, .isForeignFile:
      "cannot be written: it holds something that castplan did not write"
    case .isInput(let name):
      .path(name) == problem.place
        ? "is read by this run" : "is the same file as \(name), which this run reads"
    case .isOtherOutput(let name):
      .path(name) == problem.place
        ? "is given for two results" : "is the same file as \(name), where another result goes"
    case .isUnwritableDevice: "is a disk or a socket"
    case .isNoFile: "is no file, and a database needs one"
    case .isForeignDatabase: "is a database of another program"
    case .holdsOtherRun(let isComplete):
      "holds the \(isComplete ? "result" : "unfinished result") of another run (other inputs or "
        + "options)"
    case .holdsRuns: "holds runs with names, beside which one without a name cannot stand"
    case .holdsUnnamedRun: "holds a run without a name, beside which no other can stand"
    case .holdsOtherColumns(let names):
      "holds rows with other columns (\(names.joined(separator: ", ")))"
    }
  }

  static func remedy(_ problem: OutputProblem) -> String {
    switch problem.reason {
    case .system where problem.place == .standardOutput:
      "free some space or send the output elsewhere"
    case .system: "check the path, its permissions and the space left"
    case .isDirectory: "give the path of a file inside it"
    case .directoryNotMade: "check the path and its permissions"
    case .exists: "choose another place, or pass --force to replace it"
    case .isForeign: "give another file, or pass --force to replace it"
    case .isInput, .isOtherOutput: "give another path"
    case .isUnwritableDevice: "give the path of a file, a pipe or a terminal"
    case .isNoFile: "give the path of a file, or another --format"
    case .isForeignDatabase, .isForeignFile: "give another file"
    case .holdsOtherRun, .holdsUnnamedRun:
      "give another file, or throw that away with --force"
    case .holdsRuns: "give the run a name with --run-id, or another file"
    case .holdsOtherColumns: "give another file, or the same columns as before"
    }
  }

  static func text(_ reason: ScoreProblem.Reason) -> String {
    switch reason {
    case .hasNoSpaceForTexts:
      "was saved with embeddings of your own and cannot compare texts; give "
        + "--creator-embeddings and --product-embeddings, or save another from texts"
    case .otherAudienceCells(let saved, let given):
      "was saved with other audience cells (\(some(saved))) than \(some(given)); give an "
        + "--audience in those cells, or save it again with this one"
    case .otherNiches:
      "was saved with other niches than the brief's; save it again with this brief, or give the "
        + "brief it was saved with"
    }
  }

  private static func some(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}
