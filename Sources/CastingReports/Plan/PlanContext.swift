import CastingFiles
import CastingReview

/// What plan.json says beside the plan itself: the program, its inputs and the run.
public struct PlanContext: Sendable {
  /// A file that was read.
  public struct Input: Sendable {
    /// As the user gave it.
    public var path: String
    /// Lower-case hexadecimal.
    public var sha256: String
    /// Records read; 0 for files that are not tables.
    public var rows: Int

    /// A file with its digest, as `InputFileRecord` has it.
    public init(path: String, sha256: String, rows: Int) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// Seconds of wall-clock time, and bytes: the only part that may differ between two runs.
  public struct Timings: Sendable {
    /// Reading the inputs.
    public var read = 0.0
    /// Response, affinities, and the problem built from them.
    public var score = 0.0
    /// Searching plan and bound.
    public var solve = 0.0
    /// Making the bytes of plan.json.
    public var write = 0.0
    /// From the start to the last byte.
    public var total = 0.0
    /// Most memory that the process had at a time.
    public var peakMemoryBytes = 0
    /// Plans at other budgets.
    public var curve = 0.0

    /// All zero.
    public init() {}
  }

  /// Version of the program that made the plan.
  public var version: String
  /// Files in the order read.
  public var inputs: [Input]
  /// In the order in which they were met.
  public var remarks: [InputRemark]
  /// How much of each table was used, in the order read.
  public var tallies: [TableTally]
  /// What tables and their columns were taken for, in the order read.
  public var reading: [ReadingDecision] = []
  /// Columns of the creator table that go through to the deals.
  package var carried = CarriedCells()
  /// What the run took.
  public var timings: Timings

  /// What a program says of itself and its run.
  ///
  /// - Parameter version: of the program that made the plan, as plan.json is to state it.
  public init(
    version: String, inputs: [Input] = [], remarks: [InputRemark] = [],
    tallies: [TableTally] = [], timings: Timings = Timings()
  ) {
    self.version = version
    self.inputs = inputs
    self.remarks = remarks
    self.tallies = tallies
    self.timings = timings
  }

  /// What a reader of the plan should notice of its inputs.
  package var highlights: [PlanHighlight] {
    tallies.filter { !$0.isWhole }.map {
      .missingRows(
        table: $0.noun, leftOut: $0.leftOut, read: $0.read, cells: $0.cellsBlanked)
    }
  }
}
