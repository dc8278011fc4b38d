import CastingReports

/// A scoring that cannot be done as asked.
struct ScoreProblem: Error, CustomStringConvertible {
  var words: String
  var description: String { words }

  init(words: String) { self.words = words }

  init(_ refusal: ScoreDatabase.Refusal) {
    switch refusal {
    case .foreign(let path):
      words = "\(path): is a database of another program; give another file"
    case .otherRun(let path, let isComplete):
      words =
        "\(path): holds the \(isComplete ? "result" : "unfinished result") of another run (other "
        + "inputs or options); give another file, or throw that away with --force"
    }
  }
}
