/// How a header of the user's came to stand for a column.
public enum ColumnMatch: String, CaseIterable, Sendable {
  /// It reads as the column's own name.
  case name
  /// It is one of the column's other headers.
  case alias
  /// The brief's `columns` names it.
  case brief
  /// It stands for none and its cells are kept for the output.
  case carried
  /// It stands for none and its cells are not used.
  case unknown
}

/// The numbers of a column as they were read: how many there are and where they lie.
public struct NumberRange: Sendable, Equatable {
  /// Cells that are not empty.
  public var known: Int
  /// In the unit of the column.
  public var least: Double
  /// Half of the cells have less.
  public var median: Double
  /// In the unit of the column.
  public var most: Double

  /// Nil when no cell holds a number; the median of an even count is the mean of the middle two.
  package init?(_ values: [Double]) {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    known = sorted.count
    least = first
    median = Self.median(sorted: sorted)
    most = last
  }

  /// The middle of numbers in rising order; at least one is needed.
  static func median(sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// One header of a table and what became of it.
public struct InputColumn: Sendable {
  /// As written.
  public var header: String
  /// Position in the file, from 1.
  public var field: Int
  /// The column that it stands for; nil where it stands for none.
  public var name: String?
  /// How the header came to stand for that.
  public var match: ColumnMatch
  /// Nil for texts and days, and where every cell is empty.
  public var range: NumberRange?

  package init(
    header: String, field: Int, name: String?, match: ColumnMatch, range: NumberRange? = nil
  ) {
    self.header = header
    self.field = field
    self.name = name
    self.match = match
    self.range = range
  }
}

/// A table of the campaign as it was read.
public struct InputTable: Sendable {
  /// What its rows are.
  public enum Role: String, CaseIterable, Sendable, Codable {
    case creators, products, deals, audiences
  }

  /// What its rows are.
  public var role: Role
  /// As the user gave it.
  public var path: String
  /// In the order of the file.
  public var columns: [InputColumn]
  /// Line at which each row that was kept starts; its number, where the source has no lines.
  public var lines: [UInt32]
  /// Whether `lines` counts rows, as in a database.
  public var countsRows: Bool
  /// What the table and its columns were taken for.
  public var decisions: [ReadingDecision]

  package init(
    role: Role, path: String, columns: [InputColumn], lines: [UInt32], countsRows: Bool = false,
    decisions: [ReadingDecision] = []
  ) {
    self.decisions = decisions
    self.role = role
    self.path = path
    self.columns = columns
    self.lines = lines
    self.countsRows = countsRows
  }

  /// What is known of a column, by its name; nil when the table has no such column.
  public func column(_ name: String) -> InputColumn? { columns.first { $0.name == name } }
}
