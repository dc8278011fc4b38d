import Casting
import CastingFiles
import CastingReports
import Tables

/// Where scored deals go.
enum ScoreOutput {
  case standardOutput(ScoreWording.Form)
  case file(OutputFile, ScoreWording.Form)
  case database(ScoreDatabase)

  /// Rows that a thread puts into words at a time.
  private static let rowsPerBlock = 4096

  /// Opens it, before any work is done for it.
  init(
    _ command: Score, _ inputs: ScoringInputs, of paths: CampaignPaths, _ wording: ScoreWording
  ) throws {
    guard let out = command.out else {
      self = .standardOutput(command.form)
      return
    }
    guard command.form == .sqlite else {
      let file = try OutputFile(path: out, replacing: command.replacing(ScoreWording.isResult))
      self = .file(file, command.form)
      return
    }
    let run = [
      Castplan.version, "\(command.selection.selection)", command.selection.rankBy,
      command.inputs.policy.rawValue, "\(command.selection.conditions)",
      "\(command.runOptions.carry)", command.runOptions.runDate ?? "",
      inputs.fingerprint(paths, model: command.model),
    ]
    self = .database(
      try ScoreDatabase(
        path: out, wording: wording, run: run.joined(separator: "\n"), replaces: command.force))
  }

  func begin(_ wording: ScoreWording) throws {
    switch self {
    case .standardOutput(.csv): try StandardOutput.write(wording.header)
    case .file(let file, .csv): try file.write(wording.header)
    case .standardOutput, .file, .database: break
    }
  }

  /// - Parameter creators: how many of the roster are done with these rows.
  func append(_ rows: [ScoreRow], creators: Int, _ wording: ScoreWording, threads: Int) throws {
    switch self {
    case .standardOutput(let form):
      for text in Self.texts(rows, form, wording, threads) { try StandardOutput.write(text) }
    case .file(let file, let form):
      for text in Self.texts(rows, form, wording, threads) { try file.write(text) }
    case .database(let database):
      try database.append(rows, creators: creators)
    }
  }

  func finish() throws {
    switch self {
    case .standardOutput: break
    case .file(let file, _): try file.finish()
    case .database(let database): try database.finish([])
    }
  }

  /// Texts of blocks of rows, in order.
  private static func texts(
    _ rows: [ScoreRow], _ form: ScoreWording.Form, _ wording: ScoreWording, _ threads: Int
  ) -> [[UInt8]] {
    ParallelBlocks.map(count: rows.count, blockSize: rowsPerBlock, threads: threads) {
      wording.text(Array(rows[$0]), form)
    }
  }
}
