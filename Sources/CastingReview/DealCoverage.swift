import Casting

/// The numbers in a table of deals.
public struct DealCoverage: Sendable {
  public let columns: [ColumnCoverage]

  /// - Parameter table: where the deals were read from.
  public init(_ deals: DealTable, in table: InputTable) {
    let entries: [(String, ColumnUnit, String)] = [
      ("cost", .yen, ""), ("value", .value, "computed from reach"),
      ("reach", .people, "value is given"),
    ]
    columns = entries.filter { table.column($0.0) != nil }.map {
      ColumnCoverage($0.0, $0.1, in: table, of: table.lines.count, whenMissing: $0.2)
    }
  }
}
