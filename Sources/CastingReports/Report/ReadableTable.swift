import CastingFiles

/// A table as people read it: cells are texts in their language, with the number behind each.
public struct ReadableTable: Sendable {
  /// A heading, and what gives way where room is short.
  public struct Column: Sendable {
    /// In the reader's language.
    public var title: String
    /// Numbers stand at the right and are never cut.
    public var isNumeric: Bool
    /// Where room is short the highest goes first; nil stays whatever the width.
    public var dropOrder: Int?
    /// Least terminal columns that a text is cut to.
    public var minimumWidth: Int
    /// Clauses joined by `; ` or `；`: as many as fit are shown, and where the column does not fit they
    /// stand on a line of their own below the row.
    public var holdsClauses: Bool

    package init(
      _ title: String, isNumeric: Bool = false, dropOrder: Int? = nil, minimumWidth: Int = 8,
      holdsClauses: Bool = false
    ) {
      self.title = title
      self.isNumeric = isNumeric
      self.dropOrder = dropOrder
      self.minimumWidth = minimumWidth
      self.holdsClauses = holdsClauses
    }
  }

  /// What a reader sees, and the value that a sheet calculates with.
  public struct Cell: Sendable, ExpressibleByStringInterpolation {
    /// As it is shown, in the reader's language.
    public var text: String
    /// In full precision; nil for texts and for what is not known.
    public var number: Double?

    package init(_ text: String, number: Double? = nil) {
      self.text = text
      self.number = number
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  /// From left to right.
  public var columns: [Column]
  /// Rows in order; each has one cell per column.
  public var rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }
}
