import CastingFiles

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

    public init(path: String, sha256: String, rows: Int) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// Seconds of wall-clock time, and bytes: the only part that may differ between two runs.
  public struct Timings: Sendable {
    public var read = 0.0
    public var score = 0.0
    public var solve = 0.0
    public var write = 0.0
    public var total = 0.0
    public var peakMemoryBytes = 0
    /// Plans at other budgets.
    public var curve = 0.0

    public init() {}
  }

  /// Version of the program that made the plan.
  public var version: String
  public var inputs: [Input]
  /// In the order in which they were met.
  public var remarks: [InputRemark]
  /// Columns of the creator table that go through to the deals.
  public var carried = CarriedCells()
  public var timings: Timings

  public init(
    version: String, inputs: [Input] = [], remarks: [InputRemark] = [],
    timings: Timings = Timings()
  ) {
    self.version = version
    self.inputs = inputs
    self.remarks = remarks
    self.timings = timings
  }
}
