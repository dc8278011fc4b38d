/// What a brief says of one column of a table: its headers, and how its cells are written.
public struct ColumnStatement: Equatable, Sendable {
  /// Marks between whole units and decimals.
  public enum DecimalMark: String, CaseIterable, Sendable {
    case point, comma
  }

  /// Headers that mean the column, or `#5` for the fifth; several are joined to one list. Empty
  /// where the column is found by its own names.
  public var headers: [String] = []
  /// Whether bare numbers of a rate are per cent; nil where the cells are to tell.
  public var isPerCent: Bool?
  /// Nil where the cells are to tell.
  public var decimalMark: DecimalMark?
  /// ISO 4217; nil where header and cells are to tell.
  public var currency: String?
  /// Whether amounts include tax; nil where the header is to tell.
  public var includesTax: Bool?

  /// A column by its headers.
  public init(headers: [String] = []) { self.headers = headers }
}

/// What a brief says of the tables it is planned with.
public struct TableStatements: Equatable, Sendable {
  /// Key of a table, as in the brief's `columns`.
  public enum Table: String, CaseIterable, Sendable {
    case roster, products, deals, audience
  }

  /// Columns by their names, of whichever table has their header.
  public var columns: [String: ColumnStatement] = [:]
  /// Columns of one table.
  public var tableColumns: [Table: [String: ColumnStatement]] = [:]
  /// Values for columns that a table does not have: column to text.
  public var values: [Table: [String: String]] = [:]

  /// Nothing said.
  public init() {}

  /// Column name to header.
  public init(_ columns: [String: String]) {
    self.columns = columns.mapValues { ColumnStatement(headers: [$0]) }
  }

  /// What is said of the columns of a table.
  public func columns(of table: Table) -> [String: ColumnStatement] {
    columns.merging(tableColumns[table] ?? [:]) { $1 }
  }
}
