import CastingFiles

/// One table of a report, free of any format: writers decide how a cell looks.
public struct ReportTable: Sendable {
  /// A name, a heading, and what its cells mean.
  public struct Column: Sendable {
    /// The name in files: `marginal_value`.
    public var key: String
    /// The heading for people: `Value added`.
    public var title: String
    /// What the cells mean.
    public var kind: Kind

    package init(_ key: String, _ title: String, _ kind: Kind) {
      self.key = key
      self.title = title
      self.kind = kind
    }
  }

  /// What the cells of a column mean, so that a writer can pick their format.
  public enum Kind: Sendable {
    case text
    /// Whole numbers.
    case count
    /// In the currency of the campaign.
    case yen
    /// In the unit of the plan's objective.
    case value
    case number
    /// 0…1.
    case share
    case flag
  }

  /// A value, not yet in words.
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// Full precision; a number that is not finite means that there is none.
    case number(Double)
    case flag(Bool)
    case missing
  }

  /// From left to right.
  public var columns: [Column]
  /// Rows in order; each has one cell per column.
  public var rows: [[Cell]]

  /// Sums of amounts are written without the rounding of their parts.
  package init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = Self.snapped(rows, columns)
  }

  private static func snapped(_ rows: [[Cell]], _ columns: [Column]) -> [[Cell]] {
    let money = Amount.currency
    let places = columns.indices.filter { columns[$0].kind == .yen }
    if money.decimals == 0 || places.isEmpty { return rows }
    return rows.map { row in
      var row = row
      for place in places {
        if case .number(let number) = row[place] { row[place] = .number(money.snapped(number)) }
      }
      return row
    }
  }
}
