import Casting
import Glibc
import Tables

/// Scored deals in a SQLite file; a run that ended in between goes on where it was.
public final class ScoreDatabase {
  /// What a database holds of a run when it is opened.
  public enum Standing: Equatable, Sendable {
    /// Nothing of this run is there.
    case fresh
    /// The deals of so many creators are there.
    case resumed(creators: Int)
    case complete
  }

  private static let table = "scores"
  private let path: String
  private let run: String
  /// Whether there was a file before this run and its predecessors.
  private let isOurs: Bool
  private var isStarted: Bool
  private let writer: SQLiteTableWriter
  private let wording: ScoreWording
  private let state: ScoreRunState
  /// What it held of this run when it was opened.
  public let standing: Standing

  /// Opens the file for a run, which has it for itself until the object is gone. Throws `OutputProblem`
  /// or `FileProblem`.
  ///
  /// - Parameters:
  ///   - run: names the inputs and options of the run.
  ///   - replaces: whether the deals of another run may be thrown away.
  public init(
    path: String, wording: ScoreWording, run: String, replaces: Bool
  ) throws {
    self.wording = wording
    self.run = run
    self.path = try Self.file(path)
    writer = try SQLiteTableWriter(path: self.path, table: Self.table, columns: wording.columns)
    if writer.isForeign { throw OutputProblem(path, .isForeignDatabase) }
    let state = ScoreRunState(writer.state, of: wording.run?.id)
    self.state = state
    if state.isOtherKind, !replaces {
      throw OutputProblem(path, wording.run == nil ? .holdsRuns : .holdsUnnamedRun)
    }
    let names = try writer.columnsInFile
    if state.keepsOthers, !names.isEmpty, names != wording.columns.map(\.name) {
      throw OutputProblem(path, .holdsOtherColumns(names))
    }
    switch state.run {
    case run where state.isComplete: standing = .complete
    case run: standing = .resumed(creators: state.creators)
    case nil: standing = .fresh
    default:
      guard replaces else {
        throw OutputProblem(path, .holdsOtherRun(isComplete: state.isComplete))
      }
      standing = .fresh
    }
    isStarted = standing != .fresh
    isOurs = writer.isNew || isStarted
  }

  /// The file that a path leads to: a database is written in places, which no pipe or device takes.
  private static func file(_ path: String) throws(OutputProblem) -> String {
    var status = stat()
    switch OutputPlace(path) {
    case .path(let file) where stat(file, &status) != 0 || status.st_mode & S_IFMT == S_IFREG:
      return file
    case .path where status.st_mode & S_IFMT == S_IFDIR: throw OutputProblem(path, .isDirectory)
    case .path, .descriptor: throw OutputProblem(path, .isNoFile)
    }
  }

  /// The file changes only when there is something to keep.
  private func start() throws {
    guard !isStarted else { return }
    if let id = wording.run?.id, state.keepsOthers {
      try startAmongOthers(id)
    } else {
      try writer.start(state: state.named(["run": run, "creators": "0"]))
    }
    isStarted = true
  }

  /// Takes the rows of the run away, and leaves those of others.
  private func startAmongOthers(_ id: String) throws(FileProblem) {
    try writer.start(
      rowsWhere: ScoreWording.runColumns[0], are: id,
      state: state.named(["run": run, "creators": "0", "complete": "", "model": ""]))
  }

  /// Removes what a run left whose inputs turned out to be faulty; what a file held of something else
  /// before the run began is not touched.
  public func discard() {
    guard isOurs, standing != .complete else { return }
    if let id = wording.run?.id, !writer.isNew, state.hasOthers {
      // What cannot be taken away is unfinished, and told to be.
      try? startAmongOthers(id)
      return
    }
    unlink(path)
    unlink(path + "-journal")
  }

  /// The text of the scoring model that the run was begun with.
  public var model: String? { writer.state[state.key("model")] }

  /// Keeps the text of the scoring model, so that a run that goes on uses the same. Throws
  /// `FileProblem`.
  public func keep(model: String) throws {
    try start()
    try writer.append([], state: state.named(["model": model]))
  }

  /// Appends the deals of the next creators, `creators` in all so far: in one transaction, or not at all.
  /// Throws `FileProblem`.
  public func append(_ rows: [ScoreRow], creators: Int) throws {
    try start()
    try writer.append(wording.values(rows), state: state.named(["creators": String(creators)]))
  }

  /// Appends the last rows, and notes that nothing is missing. Throws `FileProblem`.
  public func finish(_ rows: [ScoreRow]) throws {
    try start()
    try writer.append(wording.values(rows), state: state.named(["complete": "yes", "model": ""]))
  }
}
