import Casting

/// The numbers in a table of deals.
package struct DealCoverage: Sendable {
  package let columns: [ColumnCoverage]

  /// - Parameter table: where the deals were read from.
  package init(_ deals: DealTable, in table: InputTable) {
    let entries: [(String, ColumnUnit, StandIn?)] = [
      ("cost", .yen, nil), ("value", .value, .reachOfValue),
      ("reach", .people, .valueGiven),
    ]
    columns = entries.filter { table.column($0.0) != nil }.map {
      ColumnCoverage($0.0, $0.1, in: table, of: table.lines.count, standIn: $0.2)
    }
  }
}
