import ArgumentParser
import CastingFiles
import CastingReports

struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores a roster of any length for every product, in bounded memory.",
    usage: "castplan score --roster <file> --products <file> [--brief <file>] [<options>]",
    discussion: """
      Reads the roster as a stream, twice: once for what is typical of it and for the space in \
      which texts are compared, once to score it. With --model it is read once. Every deal stands \
      for itself, before audiences are shared: use optimize to choose a portfolio. \
      Budget, quotas and groups of the brief have no say.

      EXAMPLES
        castplan score --roster creators.csv --products products.csv --top 20
        castplan score --roster all.jsonl.gz --products products.csv \\
          --all --out scores.sqlite
        castplan score --roster all.csv --products products.csv \\
          --save-model roster.model
        cat new.csv | castplan score --roster - --products products.csv \\
          --model roster.model --top-per-creator 3
        castplan score --roster all.csv --products products.csv --top 50 \\
          --where 'cost<=10万' --out history.sqlite \\
          --run-date 2026-12-01 --summary run.json
      """)

  @OptionGroup(title: "Inputs")
  var inputs: CreatorOptions

  @OptionGroup(title: "Selection")
  var selection: ScoreSelectionOptions

  @Option(
    help: .init(
      "File for the result; .csv, .jsonl or .sqlite tells its format. A SQLite file goes on where "
        + "an earlier run was interrupted.", valueName: "file"), completion: .file())
  var out: String?

  @Option(
    help: .init("csv, jsonl or sqlite; CSV if neither this nor --out tells.", valueName: "format"),
    completion: .list(ScoreWording.Form.allCases.map(\.rawValue)))
  var format: String?

  @Flag(
    help: """
      Replace files that hold something else than a result of castplan, and throw away what another \
      run left in a SQLite file.
      """)
  var force = false

  @Option(
    help: .init("Keep what was learnt of the roster as a whole.", valueName: "file"),
    completion: .file())
  var saveModel: String?

  @Option(
    help: .init("Use what was learnt of an earlier roster.", valueName: "file"),
    completion: .file())
  var model: String?

  @OptionGroup(title: "Run")
  var runOptions: ScoreRunOptions

  @OptionGroup(title: "Work")
  var work: WorkOptions

  func validate() throws {
    var problems = inputs.problems + selection.problems + runOptions.problems + work.problems
    if let format, ScoreWording.Form(rawValue: format) == nil {
      problems.append(
        .unknownFormat(given: format, formats: ScoreWording.Form.allCases.map(\.rawValue)))
    }
    if form == .sqlite && out == nil {
      problems.append(.databaseToStandardOutput)
    }
    if model != nil && saveModel != nil {
      problems.append(.modelUsedAndSaved)
    }
    try refuse(problems)
  }

  /// Where results go.
  var outputs: [String] { [out, saveModel, runOptions.summary].compactMap { $0 } }

  /// The format asked for, else the one that the file's name tells, else CSV.
  var form: ScoreWording.Form {
    if let format { return ScoreWording.Form(rawValue: format) ?? .csv }
    switch out.flatMap({ $0.split(separator: ".").last?.lowercased() }) {
    case "jsonl", "ndjson": return .jsonl
    case "sqlite", "sqlite3", "db": return .sqlite
    default: return .csv
    }
  }

  func run() throws {
    var run = try ScoreRun(self)
    try run.execute()
  }
}

extension Score {
  /// Without `--force` a file is replaced only if its bytes are those of such a result.
  func replacing(
    _ isResult: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> OutputFile.Replacing {
    force ? .anything : .files(where: isResult)
  }
}
